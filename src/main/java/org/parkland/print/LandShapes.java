package org.parkland.print;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.locationtech.jts.geom.CoordinateSequence;

/** Land as shapes on the page: all fills first, so that no neighbour covers an outline. */
final class LandShapes {
  /** Fills of one colour touch; without an edge of their own, viewers let paper shine through between them. */
  private static final float SEAM_PT = 0.1f;

  private final MapFrame frame;
  private final LandStyle style;
  private final Canvas canvas;

  LandShapes(MapFrame frame, LandStyle style, Canvas canvas) {
    this.frame = frame;
    this.style = style;
    this.canvas = canvas;
  }

  void draw(List<Plot> plots) {
    canvas.draw(s -> {
      s.setLineDashPattern(new float[0], 0);
      s.setLineJoinStyle(1);
    });
    byColor(plots).forEach(this::fill);
    if (style.patterns()) {
      patterns(plots);
    }
    double outline = LandStyle.outlinePt(frame.scale());
    if (outline > 0) {
      canvas.draw(s -> {
        s.setStrokingColor(LandStyle.OUTLINE);
        s.setLineWidth((float) outline);
        for (Plot plot : plots) {
          path(s, plot);
          s.stroke();
        }
      });
    }
    idle(plots.stream().filter(Plot::idle).toList());
  }

  private Map<Color, List<Plot>> byColor(List<Plot> plots) {
    Map<Color, List<Plot>> groups = new LinkedHashMap<>();
    plots.forEach(each -> groups.computeIfAbsent(style.look().color(each.code()), color -> new ArrayList<>()).add(each));
    return groups;
  }

  private void fill(Color color, List<Plot> plots) {
    canvas.draw(s -> {
      s.setNonStrokingColor(color);
      s.setStrokingColor(color);
      s.setLineWidth(SEAM_PT);
      for (Plot plot : plots) {
        path(s, plot);
        s.fillAndStrokeEvenOdd();
      }
    });
  }

  private void patterns(List<Plot> plots) {
    Tiles tiles = new Tiles(canvas);
    canvas.draw(s -> {
      for (Plot plot : plots) {
        Strokes strokes = Strokes.of(plot.code());
        if (strokes != null && style.look().isShown(plot.code())) {
          s.setNonStrokingColor(tiles.of(strokes, faint(style.look().color(plot.code()))));
          path(s, plot);
          s.fillEvenOdd();
        }
      }
    });
  }

  /** The ink of a pattern: between the colour and what reads on it. */
  static Color faint(Color color) {
    Color ink = ClassLook.inkOn(color);
    return new Color(between(color.getRed(), ink.getRed()), between(color.getGreen(), ink.getGreen()),
        between(color.getBlue(), ink.getBlue()));
  }

  private static int between(int color, int ink) {
    return (int) Math.round(color + 0.6 * (ink - color));
  }

  private void idle(List<Plot> plots) {
    if (plots.isEmpty()) {
      return;
    }
    Tiles tiles = new Tiles(canvas);
    float width = (float) LandStyle.idleOutlinePt(frame.scale());
    canvas.draw(s -> {
      s.setNonStrokingColor(tiles.of(Strokes.IDLE, LandStyle.HATCH));
      for (Plot plot : plots) {
        path(s, plot);
        s.fillEvenOdd();
      }
      s.setStrokingColor(LandStyle.IDLE_INK);
      s.setLineWidth(width);
      for (Plot plot : plots) {
        path(s, plot);
        s.stroke();
      }
    });
  }

  private void path(PDPageContentStream stream, Plot plot) {
    plot.rings(ring -> {
      try {
        ring(stream, ring);
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    });
  }

  private void ring(PDPageContentStream stream, CoordinateSequence points) throws IOException {
    float lastX = x(points, 0);
    float lastY = y(points, 0);
    stream.moveTo(lastX, lastY);
    for (int i = 1; i < points.size() - 1; i++) {
      float x = x(points, i);
      float y = y(points, i);
      if (x != lastX || y != lastY) {
        stream.lineTo(x, y);
        lastX = x;
        lastY = y;
      }
    }
    stream.closePath();
  }

  private float x(CoordinateSequence points, int i) {
    return hundredth(frame.x(points.getX(i)));
  }

  private float y(CoordinateSequence points, int i) {
    return hundredth(frame.y(points.getY(i)));
  }

  /** A hundredth of a point is 0.004 mm, which no printer resolves. */
  static float hundredth(double value) {
    return Math.round(value * 100) / 100f;
  }
}
