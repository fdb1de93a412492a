package org.parkland.source;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Lines of the exchange text "[地块坐标]" of the land administration, in the variants that its tools write: plot
 * lines with 8 or 4 commas that end in @, and point lines {@code J1,ring,X,Y}, {@code J1,X,Y,length,ring} or
 * {@code J1,X,Y}.
 */
final class PlotText {
  static final String PLOTS = "[地块坐标]";
  /** A ring number is small; a coordinate in metres is not. */
  private static final double LARGEST_RING = 10_000;
  private static final Pattern PLOT_LINE = Pattern.compile("(?m)^.*,@[^\\S\\n\\r]*\\r?$");
  private static final Pattern SECTION = Pattern.compile("\\[[^\\]]+\\]");

  /** A point as it stands in the file: X is meant to be the northing. */
  record Point(int ring, double x, double y) {}

  /**
   * A plot line. Fields that a variant lacks are empty.
   *
   * @param declared number of points as written: tools do not agree whether the closing point counts
   * @param area as written, in hectares or m²
   * @param shape 面, 线 or 点
   */
  record Plot(String declared, String area, String number, String name, String shape, String sheet, String use,
      String code) {}

  private PlotText() {}

  static boolean fits(Beginning start) {
    if (!start.isText()) {
      return false;
    }
    String text = start.text();
    return text.contains(PLOTS) || text.contains("[属性描述]") || text.contains("[项目信息]")
        || PLOT_LINE.matcher(text.length() > 4_000 ? text.substring(0, 4_000) : text).find();
  }

  /** A full-width @ ends a plot line as a plain one does. */
  static String plain(String line) {
    return line.replace('＠', '@').strip();
  }

  static boolean isSection(String line) {
    return SECTION.matcher(line).matches();
  }

  static boolean isPlot(String line) {
    return line.endsWith("@");
  }

  /** @throws IllegalArgumentException if the line has neither 4 nor 8 commas */
  static Plot plot(String line) {
    String text = line.substring(0, line.length() - 1);
    // A full-width comma separates only where there are no plain ones: a name may hold it.
    List<String> fields = new ArrayList<>(List.of((text.contains(",") ? text : text.replace('，', ',')).split(",", -1)));
    if (fields.get(fields.size() - 1).isBlank()) {
      fields.remove(fields.size() - 1);
    }
    fields.replaceAll(String::strip);
    return switch (fields.size()) {
      case 8 -> new Plot(fields.get(0), fields.get(1), fields.get(2), fields.get(3), fields.get(4), fields.get(5),
          fields.get(6), fields.get(7));
      case 4 -> new Plot("", "", fields.get(0), fields.get(1), fields.get(2), "", fields.get(3), "");
      default -> throw new IllegalArgumentException("a plot line has 8 fields or 4 before the @, this one has "
          + fields.size());
    };
  }

  /** @throws IllegalArgumentException if the line is no point; the message says what was expected */
  static Point point(String line) {
    String[] fields = Normalizer.normalize(line, Normalizer.Form.NFKC).replaceFirst("[,\\s]+$", "").split("\\s*,\\s*");
    if (fields.length < 3 || fields.length > 6) {
      throw new IllegalArgumentException("'" + shortened(line) + "' is neither a plot line, which ends in @, nor a point"
          + " line such as J1,1,X,Y");
    }
    boolean ringFirst = fields.length == 4 && Math.abs(number(fields[1])) < LARGEST_RING;
    if (ringFirst) {
      return new Point(ring(fields[1]), number(fields[2]), number(fields[3]));
    }
    return new Point(fields.length >= 5 ? ring(fields[4]) : 1, number(fields[1]), number(fields[2]));
  }

  private static int ring(String field) {
    double ring = field.isEmpty() ? 1 : number(field);
    if (ring != Math.rint(ring) || Math.abs(ring) > LARGEST_RING) {
      throw new IllegalArgumentException("'" + shortened(field) + "' is no ring number");
    }
    return (int) ring;
  }

  private static double number(String field) {
    try {
      double number = Double.parseDouble(field);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below, as a number without end is
    }
    throw new IllegalArgumentException("'" + shortened(field) + "' is not a number");
  }

  private static String shortened(String text) {
    return text.substring(0, Math.min(60, text.length()));
  }
}
