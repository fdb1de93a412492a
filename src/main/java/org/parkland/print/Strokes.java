package org.parkland.print;

import java.util.Map;

/**
 * The small repeating pictures that tell idle land and main classes without colour, as on screen
 * ({@code web/js/map/patterns.js}). A tile measures {@link #SIZE} units, y downwards; a stroke is x1, y1, x2, y2; a
 * dot is x, y, radius.
 */
record Strokes(double[][] lines, double[][] dots) {
  static final double SIZE = 8;

  /** Falling strokes. */
  static final Strokes IDLE = lines(new double[][] {{-2, -2, 10, 10}, {-2, 6, 2, 10}, {6, -2, 10, 2}});

  private static final Map<String, Strokes> CLASSES = Map.ofEntries(
      Map.entry("01", lines(new double[][] {{0, 6.5, 3, 6.5}, {1.5, 6.5, 1.5, 4}})),
      Map.entry("02", dots(new double[][] {{2, 2, 1.2}, {6, 6, 1.2}})),
      Map.entry("03", lines(new double[][] {{2, 6, 4, 2}, {4, 2, 6, 6}})),
      Map.entry("04", lines(new double[][] {{2, 6, 3, 4}, {5, 3, 6, 1}})),
      Map.entry("05", lines(new double[][] {{0, 2, 4, 2}, {4, 6, 8, 6}})),
      Map.entry("06", lines(new double[][] {{0, 0, 8, 0}})),
      Map.entry("07", dots(new double[][] {{4, 4, 0.9}})),
      Map.entry("08", lines(new double[][] {{4, 2, 4, 6}, {2, 4, 6, 4}})),
      Map.entry("09", lines(new double[][] {{2, 2, 6, 6}, {6, 2, 2, 6}})),
      Map.entry("10", lines(new double[][] {{-1, 9, 9, -1}, {-1, 1, 1, -1}, {7, 9, 9, 7}})),
      Map.entry("11", lines(new double[][] {{0, 0, 8, 8}, {0, 8, 8, 0}})),
      Map.entry("13", lines(new double[][] {{2.5, 2.5, 5.5, 2.5}, {5.5, 2.5, 5.5, 5.5}, {5.5, 5.5, 2.5, 5.5},
          {2.5, 5.5, 2.5, 2.5}})),
      Map.entry("14", dots(new double[][] {{1, 1, 0.8}, {5, 5, 0.8}})),
      Map.entry("15", lines(new double[][] {{4, 0, 4, 8}, {0, 4, 8, 4}})),
      Map.entry("17", lines(new double[][] {{0, 4, 8, 4}})),
      Map.entry("23", dots(new double[][] {{2, 6, 0.7}})));

  private static Strokes lines(double[][] lines) {
    return new Strokes(lines, new double[0][]);
  }

  private static Strokes dots(double[][] dots) {
    return new Strokes(new double[0][], dots);
  }

  /** The pattern of a code's main class; null if it has none. */
  static Strokes of(String code) {
    return code == null || code.length() < 2 ? null : CLASSES.get(code.substring(0, 2));
  }
}
