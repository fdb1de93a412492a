package org.parkland.print;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.parkland.land.LandUseClass;

/** Explains what the map shows, and nothing else. */
final class Legend {
  private static final double[] SIZES = {7.4, 7, 6.6, 6.2, 5.8};
  private static final double LINE = 1.2;
  private static final double ROW_GAP = 1.6;
  private static final double SWATCH = 13;
  private static final double COLUMN_GAP = 10;

  /** Draws the sample in front of a row. */
  @FunctionalInterface
  private interface Sample {
    void draw(Box box);
  }

  private record Row(Sample sample, String code, String text, boolean head) {}

  private final Canvas canvas;
  private final LandStyle style;
  private final Language language;
  private final List<Row> rows = new ArrayList<>();

  Legend(Canvas canvas, LandStyle style, Language language) {
    this.canvas = canvas;
    this.style = style;
    this.language = language;
  }

  /** Gathers the rows of what is shown. */
  Legend of(Shown shown, String landTitle) {
    if (!shown.codes().isEmpty() || shown.unclassified() > 0) {
      head(landTitle);
      LegendCodes.merged(shown.codes().keySet(), style.look()).forEach(this::landUse);
      if (shown.unclassified() > 0) {
        rows.add(new Row(box -> swatch(box, null), "", language.say("landuse.unclassified"), false));
      }
    }
    if (shown.hasIdle()) {
      rows.add(new Row(this::idle, "", language.say("print.idle"), false));
    }
    if (!shown.lines().isEmpty()) {
      head(language.say("print.lines"));
      shown.lines().forEach(key -> rows.add(new Row(box -> line(box, key), "", lineName(key), false)));
    }
    return this;
  }

  private void head(String text) {
    rows.add(new Row(null, "", text, true));
  }

  private void landUse(String code) {
    LandUseClass found = style.look().nearest(code);
    String name = found == null ? language.say("print.unknownCode") : language.name(found.name(), found.nameEn());
    rows.add(new Row(box -> swatch(box, code), code, name, false));
  }

  private void swatch(Box box, String code) {
    Color color = style.look().color(code);
    canvas.fill(box, color);
    if (style.patterns() && Strokes.of(code) != null && style.look().isShown(code)) {
      canvas.fill(box, new Tiles(canvas).of(Strokes.of(code), LandShapes.faint(color)));
    }
    canvas.frame(box, Canvas.HAIR, 0.3);
  }

  private void idle(Box box) {
    canvas.fill(box, new Tiles(canvas).of(Strokes.IDLE, LandStyle.HATCH));
    canvas.frame(box, LandStyle.IDLE_INK, 0.8);
  }

  private void line(Box box, String key) {
    LineStyle line = LineStyle.of(key);
    double y = box.y() + box.height() / 2;
    if (key.equals("reference:roads")) {
      canvas.line(box.x(), y, box.right(), y, Canvas.SOFT, line.weightPt() + 0.8);
    }
    canvas.line(box.x(), y, box.right(), y, line.color(), line.weightPt(), line.dashPt());
  }

  /** What the layer tree calls a layer. */
  private String lineName(String key) {
    String[] parts = key.split(":", 2);
    return switch (parts[0]) {
      case "protection" -> language.say("print.protection") + " " + language.say("protection.level." + parts[1]);
      case "finding" -> language.say("finding." + parts[1]);
      case "reference" -> language.dataWord("reference", parts[1]);
      default -> language.dataWord("kind", parts[1]);
    };
  }

  /**
   * Draws the rows into a box, in at most so many columns, as large as they fit. What does not fit at the smallest
   * size is counted in the last row.
   */
  void draw(Box box, int mostColumns) {
    for (int columns = Math.max(1, mostColumns - 1); columns <= mostColumns; columns++) {
      for (double size : SIZES) {
        Setting setting = new Setting(box, columns, size);
        if (setting.fits(rows)) {
          setting.draw(rows);
          return;
        }
      }
    }
    Setting smallest = new Setting(box, mostColumns, SIZES[SIZES.length - 1]);
    List<Row> fitting = new ArrayList<>(rows);
    do {
      fitting.remove(fitting.size() - 1);
    } while (!smallest.fits(withRest(fitting)) && !fitting.isEmpty());
    smallest.draw(withRest(fitting));
  }

  private List<Row> withRest(List<Row> fitting) {
    List<Row> all = new ArrayList<>(fitting);
    all.add(new Row(null, "", language.say("print.moreRows", "count", rows.size() - fitting.size()), false));
    return all;
  }

  /** Rows set in columns of a size. */
  private final class Setting {
    private final Box box;
    private final int columns;
    private final double size;
    private final double width;
    private final double codeWidth;

    Setting(Box box, int columns, double size) {
      this.box = box;
      this.columns = columns;
      this.size = size;
      this.width = (box.width() - (columns - 1) * COLUMN_GAP) / columns;
      this.codeWidth = rows.stream().mapToDouble(each -> canvas.width(each.code(), size)).max().orElse(0) + 3;
    }

    boolean fits(List<Row> some) {
      return place(some, null);
    }

    void draw(List<Row> some) {
      place(some, (row, corner) -> write(row, corner.x(), corner.top()));
    }

    /** Goes through the rows from the top of the first column; false if they do not fit. */
    private boolean place(List<Row> some, java.util.function.BiConsumer<Row, Box> taker) {
      double y = box.top();
      int column = 0;
      for (int i = 0; i < some.size(); i++) {
        double height = height(some.get(i));
        double needed = some.get(i).head() && i + 1 < some.size() ? height + height(some.get(i + 1)) : height;
        if (y - needed < box.y() && y < box.top()) {
          column++;
          y = box.top();
        }
        if (column >= columns) {
          return false;
        }
        if (taker != null) {
          taker.accept(some.get(i), new Box(box.x() + column * (width + COLUMN_GAP), y - height, width, height));
        }
        y -= height;
      }
      return true;
    }

    private double height(Row row) {
      int lines = lines(row).size();
      return lines * size * LINE + (row.head() ? 5 : ROW_GAP);
    }

    private List<String> lines(Row row) {
      return Wrapped.lines(row.text(), width - textLeft(row), size, canvas);
    }

    private double textLeft(Row row) {
      return row.head() || row.sample() == null ? 0 : SWATCH + 4 + (row.code().isEmpty() ? 0 : codeWidth);
    }

    private void write(Row row, double x, double top) {
      double base = top - size;
      if (row.head()) {
        canvas.strong(row.text(), x, base - 1, size, Canvas.INK, Canvas.Hold.LEFT);
        return;
      }
      if (row.sample() != null) {
        row.sample().draw(new Box(x, base - 0.12 * size, SWATCH, size * 0.92));
        canvas.text(row.code(), x + SWATCH + 4, base, size, Canvas.SOFT, Canvas.Hold.LEFT);
      }
      for (String line : lines(row)) {
        canvas.text(line, x + textLeft(row), base, size, Canvas.INK, Canvas.Hold.LEFT);
        base -= size * LINE;
      }
    }
  }
}
