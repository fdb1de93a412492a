package org.parkland.ingest;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Units that offices write into column names and cells, and what they are in m² or 万元. */
final class Units {
  /** 1 亩 = 2000/3 m². Longer words first: 万平方米 holds 平方米. */
  private static final Map<String, Double> AREA_M2 = ordered("平方公里", 1e6, "平方千米", 1e6, "km2", 1e6, "km²", 1e6,
      "万平方米", 1e4, "万㎡", 1e4, "万m2", 1e4, "万亩", 2e7 / 3, "平方米", 1.0, "平米", 1.0, "㎡", 1.0, "m2", 1.0, "m²", 1.0,
      "亩", 2000.0 / 3, "公顷", 1e4, "hm2", 1e4, "hm²", 1e4, "ha", 1e4);
  private static final Map<String, Double> MONEY_WAN = ordered("亿元", 1e4, "亿", 1e4, "万元", 1.0, "万", 1.0, "元", 1e-4);

  private Units() {}

  /** A unit as it was written, and its factor. */
  record Unit(String word, double factor) {}

  private static Map<String, Double> ordered(Object... words) {
    Map<String, Double> map = new LinkedHashMap<>();
    for (int i = 0; i < words.length; i += 2) {
      map.put((String) words[i], (Double) words[i + 1]);
    }
    return map;
  }

  /** The unit of area at the end of a column's name, with or without brackets: 面积(亩), 面积_公顷. */
  static Optional<Unit> areaOfColumn(String column) {
    return ending(AREA_M2, column);
  }

  static Optional<Unit> moneyOfColumn(String column) {
    return ending(MONEY_WAN, column);
  }

  /** The unit of area at the end of a cell. */
  static Optional<Unit> areaOfCell(String cell) {
    return ending(AREA_M2, cell);
  }

  static Optional<Unit> moneyOfCell(String cell) {
    return ending(MONEY_WAN, cell);
  }

  /** A column's name without a unit behind it, in brackets, after a low line, or bare where it is Chinese. */
  static String withoutUnit(String column) {
    String name = bare(column);
    return areaOfColumn(column).or(() -> moneyOfColumn(column))
        .map(unit -> name.substring(0, name.length() - unit.word().length()).replaceFirst("[(_（\\[/\\s]+$", ""))
        .orElse(name);
  }

  /** Asked for every cell of an area, hence without patterns and streams. */
  private static Optional<Unit> ending(Map<String, Double> units, String text) {
    String name = bare(text);
    for (Map.Entry<String, Double> each : units.entrySet()) {
      if (endsWith(name, each.getKey())) {
        return Optional.of(new Unit(each.getKey(), each.getValue()));
      }
    }
    return Optional.empty();
  }

  /** Latin units stand apart from the word before them: "alpha" does not end in hectares. */
  private static boolean endsWith(String name, String unit) {
    int at = name.length() - unit.length();
    return name.endsWith(unit) && (unit.charAt(0) > 0x7f || at == 0 || !Character.isAlphabetic(name.charAt(at - 1))
        || name.charAt(at - 1) > 0x7f);
  }

  /** Without the brackets and blanks at its end. */
  private static String bare(String text) {
    String name = text.strip().toLowerCase(Locale.ROOT);
    int end = name.length();
    while (end > 0 && (")）]".indexOf(name.charAt(end - 1)) >= 0 || Character.isWhitespace(name.charAt(end - 1)))) {
      end--;
    }
    return name.substring(0, end);
  }
}
