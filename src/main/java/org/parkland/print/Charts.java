package org.parkland.print;

import java.awt.Color;
import java.util.List;
import java.util.function.Consumer;
import org.parkland.land.Classification;

/** Charts of a report, drawn to be read without colour too. Safe to share between threads. */
public final class Charts {
  private static final Color PASS = new Color(0x0f5f73);
  private static final Color BREACH = new Color(0xb3261e);
  private static final Color OPEN = new Color(0x7d868a);
  private static final Color TRACK = new Color(0xe9eded);
  private static final double ROW = 12.4;
  private static final double TEXT = 7.2;

  private final Typeface typeface;

  public Charts(Typeface typeface) {
    this.typeface = typeface;
  }

  /**
   * One bar of {@link #ratios}.
   *
   * @param ratio the bar; null where there is no share
   * @param lowest left end of the interval the data leave open
   * @param highest its right end
   * @param figure the ratio as it is written
   */
  public record Bar(String name, Double ratio, Double lowest, Double highest, boolean pass, boolean breach, String figure) {}

  /** Bars against a threshold, one a unit; the interval the data leave open is a thin line with ends. */
  public Picture ratios(List<Bar> bars, double threshold, String thresholdText, double widthPt) {
    double height = bars.size() * ROW + 14;
    double left = Math.min(widthPt * 0.36, 170);
    double track = widthPt - left - 46;
    double whole = Math.max(threshold * 1.5, bars.stream().filter(each -> each.highest() != null)
        .mapToDouble(Bar::highest).max().orElse(1) * 1.05);
    double per = track / Math.min(1, whole);
    return picture(widthPt, height, canvas -> {
      double y = height - 12;
      canvas.text(thresholdText, left + threshold * per, y + 3, 6.4, BREACH, Canvas.Hold.MIDDLE);
      for (Bar bar : bars) {
        y -= ROW;
        bar(canvas, bar, new Box(left, y + 2.4, track, 7), per);
        canvas.text(bar.name(), left - 6, y + 3.4, TEXT, Canvas.INK, Canvas.Hold.RIGHT);
        canvas.strong(bar.figure(), widthPt, y + 3.4, TEXT, bar.breach() ? BREACH : Canvas.INK, Canvas.Hold.RIGHT);
      }
      canvas.line(left + threshold * per, height - 12, left + threshold * per, 0, BREACH, 1, 3, 1.5f);
    });
  }

  private void bar(Canvas canvas, Bar bar, Box track, double per) {
    canvas.fill(track, TRACK);
    if (bar.ratio() == null) {
      return;
    }
    Color color = bar.pass() ? PASS : bar.breach() ? BREACH : OPEN;
    Box filled = new Box(track.x(), track.y(), Math.min(track.width(), bar.ratio() * per), track.height());
    canvas.fill(filled, color);
    if (bar.breach()) {
      canvas.fill(filled, new Tiles(canvas).of(Strokes.IDLE, Color.WHITE));
    }
    if (bar.highest() - bar.lowest() > 1e-6) {
      double middle = track.y() + track.height() / 2;
      double from = track.x() + bar.lowest() * per;
      double to = track.x() + Math.min(track.width(), bar.highest() * per);
      canvas.line(from, middle, to, middle, Canvas.INK, 1);
      canvas.line(from, middle - 3, from, middle + 3, Canvas.INK, 1);
      canvas.line(to, middle - 3, to, middle + 3, Canvas.INK, 1);
    }
  }

  /** A part of a stacked bar: a class and its share. */
  public record Part(String code, String name, double share) {}

  /** One stacked bar. */
  public record Stack(String name, List<Part> parts) {}

  /** Stacked bars in the colours of the classes; parts with room for it carry their name and share. */
  public Picture shares(List<Stack> stacks, Classification classification, double widthPt) {
    ClassLook look = new ClassLook(classification, null, 1);
    double row = 26;
    double height = stacks.size() * row;
    double left = 34;
    return picture(widthPt, height, canvas -> {
      double y = height;
      for (Stack stack : stacks) {
        y -= row;
        canvas.strong(stack.name(), 0, y + 10, TEXT, Canvas.INK, Canvas.Hold.LEFT);
        double x = left;
        for (Part part : stack.parts()) {
          Box box = new Box(x, y + 3, part.share() * (widthPt - left), row - 6);
          part(canvas, part, box, look.color(part.code()));
          x = box.right();
        }
      }
    });
  }

  private static void part(Canvas canvas, Part part, Box box, Color color) {
    canvas.fill(box, color);
    canvas.frame(box, Color.WHITE, 0.4);
    Color ink = ClassLook.inkOn(color);
    if (canvas.width(part.name(), 6) + 4 < box.width()) {
      canvas.text(part.name(), box.middle(), box.y() + 11, 6, ink, Canvas.Hold.MIDDLE);
      canvas.text(String.format(java.util.Locale.ROOT, "%.0f%%", 100 * part.share()), box.middle(), box.y() + 4, 6, ink,
          Canvas.Hold.MIDDLE);
    } else if (canvas.width(part.code(), 6) + 2 < box.width()) {
      canvas.text(part.code(), box.middle(), box.y() + 7.5, 6, ink, Canvas.Hold.MIDDLE);
    }
  }

  private Picture picture(double width, double height, Consumer<Canvas> drawing) {
    synchronized (typeface.lock()) {
      try (Canvas canvas = new Canvas(width, height, typeface)) {
        drawing.accept(canvas);
        return new Picture(canvas.bytes(), width, height);
      }
    }
  }
}
