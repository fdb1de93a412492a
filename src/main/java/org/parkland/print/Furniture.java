package org.parkland.print;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;

/** What makes a picture a map: scale bar, north arrow, frame, coordinates. */
final class Furniture {
  private static final double[] LEADS = {5, 2, 1};
  private static final int[] GRID_M = {50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000};
  /** Crosses stand at least so far apart on paper. */
  private static final double GRID_PT = 35 * Paper.POINTS;
  private static final double CROSS_PT = 3;
  private static final double NUMBER_PT = 4.8;

  private Furniture() {}

  /** {@code 1:10 000}, with the thousands apart. */
  static String ratio(int scale) {
    return "1:" + String.format(java.util.Locale.ROOT, "%,d", scale).replace(',', '\u00a0');
  }

  /** A bar of four parts in a round length of at most so many points; its lower left corner is at x, y. */
  static void scaleBar(Canvas canvas, double x, double y, double most, int scale) {
    double pointsPerMetre = 1000 * Paper.POINTS / scale;
    double metres = longest(most / pointsPerMetre);
    double part = metres * pointsPerMetre / 4;
    for (int i = 0; i < 4; i++) {
      canvas.fill(new Box(x + i * part, y, part, 3), i % 2 == 0 ? Canvas.INK : Color.WHITE);
    }
    canvas.frame(new Box(x, y, 4 * part, 3), Canvas.INK, 0.5);
    canvas.text("0", x, y + 5.2, 6, Canvas.INK, Canvas.Hold.MIDDLE);
    double unit = metres >= 1000 ? 1000 : 1;
    canvas.text(trimmed(metres / 2 / unit), x + 2 * part, y + 5.2, 6, Canvas.INK, Canvas.Hold.MIDDLE);
    canvas.text(trimmed(metres / unit), x + 4 * part, y + 5.2, 6, Canvas.INK, Canvas.Hold.MIDDLE);
    canvas.text(metres >= 1000 ? "km" : "m", x + 4 * part + 3.5, y - 0.6, 6, Canvas.INK, Canvas.Hold.LEFT);
  }

  private static double longest(double metres) {
    double power = Math.pow(10, Math.floor(Math.log10(metres)));
    for (double lead : LEADS) {
      if (lead * power <= metres * (1 + 1e-9)) {
        return lead * power;
      }
    }
    return power;
  }

  private static String trimmed(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }

  /** Points to grid north: the map's sides run along the axes of its system. */
  static void north(Canvas canvas, double middle, double y, double height) {
    double half = height * 0.3;
    canvas.polygon(Canvas.INK, middle, y + height, middle - half, y, middle, y + height * 0.24);
    canvas.polygon(Canvas.HAIR, middle, y + height, middle + half, y, middle, y + height * 0.24);
    canvas.strong("N", middle, y + height + 2, 8, Canvas.INK, Canvas.Hold.MIDDLE);
  }

  /**
   * Crosses at round coordinates, with their numbers along the lower and left edge.
   *
   * @return where the numbers stand
   */
  static List<Box> grid(Canvas canvas, MapFrame frame) {
    List<Box> taken = new ArrayList<>();
    double least = GRID_PT / frame.pointsPerMetre();
    int step = GRID_M[GRID_M.length - 1];
    for (int i = GRID_M.length - 1; i >= 0 && GRID_M[i] >= least; i--) {
      step = GRID_M[i];
    }
    Envelope ground = frame.ground();
    for (double e = Math.ceil(ground.getMinX() / step) * step; e < ground.getMaxX(); e += step) {
      double x = frame.x(e);
      canvas.line(x, frame.box().y(), x, frame.box().y() + 2 * CROSS_PT, Canvas.INK, 0.4);
      canvas.line(x, frame.box().top(), x, frame.box().top() - 2 * CROSS_PT, Canvas.INK, 0.4);
      for (double n = Math.ceil(ground.getMinY() / step) * step; n < ground.getMaxY(); n += step) {
        cross(canvas, x, frame.y(n));
      }
      if (x > frame.box().x() + 50 && x < frame.box().right() - 22) {
        taken.add(number(canvas, e, x, frame.box().y() + 2 * CROSS_PT + 4));
      }
    }
    for (double n = Math.ceil(ground.getMinY() / step) * step; n < ground.getMaxY(); n += step) {
      double y = frame.y(n);
      canvas.line(frame.box().x(), y, frame.box().x() + 2 * CROSS_PT, y, Canvas.INK, 0.4);
      canvas.line(frame.box().right(), y, frame.box().right() - 2 * CROSS_PT, y, Canvas.INK, 0.4);
      if (y > frame.box().y() + 24 && y < frame.box().top() - 8) {
        taken.add(number(canvas, n, frame.box().x() + 2 * CROSS_PT + 11, y));
      }
    }
    return taken;
  }

  private static Box number(Canvas canvas, double metres, double x, double y) {
    String text = String.valueOf((long) metres);
    canvas.name(text, x, y, NUMBER_PT, Canvas.INK, false);
    double width = canvas.width(text, NUMBER_PT);
    return new Box(x - width / 2, y - NUMBER_PT / 2, width, NUMBER_PT);
  }

  private static void cross(Canvas canvas, double x, double y) {
    canvas.line(x - CROSS_PT, y, x + CROSS_PT, y, Canvas.INK, 0.35);
    canvas.line(x, y - CROSS_PT, x, y + CROSS_PT, Canvas.INK, 0.35);
  }
}
