package org.parkland.ingest;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parkland.land.Attribute;

/**
 * Turns a delivered cell into a value of its attribute's type.
 *
 * <p>Accepts what offices write: full-width digits, thousands marks, 2015年7月1日, Excel serial days, epoch
 * milliseconds, 是/否; an area column whose name says 亩 or 公顷 is converted to m².
 */
final class CellReader {
  /** 1 亩 = 2000/3 m². */
  private static final double MU_M2 = 2000.0 / 3;
  private static final double HECTARE_M2 = 10_000;
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final LocalDate EXCEL_DAY_ZERO = LocalDate.of(1899, 12, 30);
  private static final Pattern DATE = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[ T].*)?");
  private static final Pattern COMPACT_DATE = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
  private static final Set<String> YES = Set.of("1", "1.0", "是", "y", "yes", "t", "true", "有");
  private static final Set<String> NO = Set.of("0", "0.0", "否", "n", "no", "f", "false", "无");

  private CellReader() {}

  /**
   * @param cell never null
   * @return null for a blank cell
   * @throws IllegalArgumentException if the cell cannot be understood; the message says what was expected
   */
  static Object read(Attribute attribute, String column, Object cell) {
    String text = cell instanceof String string ? plain(string) : null;
    if (text != null && text.isEmpty()) {
      return null;
    }
    return switch (attribute.type()) {
      case TEXT -> text != null ? ((String) cell).strip() : wholeOrPlain(cell);
      case CLASS -> text != null ? text : wholeOrPlain(cell);
      case NUMBER -> number(cell, text);
      case AREA -> number(cell, text) * unit(column);
      case DATE -> date(cell, text);
      case FLAG -> flag(cell, text);
    };
  }

  /** A delivered land-use code; null for a blank cell. */
  static String code(Object cell) {
    String text = cell instanceof String string ? plain(string) : wholeOrPlain(cell);
    return text.isEmpty() ? null : text;
  }

  /** A code delivered as the number 1001.0 means 1001. */
  private static String wholeOrPlain(Object cell) {
    if (cell instanceof Number number && number.doubleValue() == Math.rint(number.doubleValue())
        && Math.abs(number.doubleValue()) < 1e15) {
      return Long.toString(number.longValue());
    }
    return cell.toString();
  }

  private static double number(Object cell, String text) {
    if (cell instanceof Number number) {
      return number.doubleValue();
    }
    try {
      return Double.parseDouble(String.valueOf(text).replace(",", "").replace("，", ""));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + cell + "' is not a number", e);
    }
  }

  private static double unit(String column) {
    return column.contains("亩") ? MU_M2 : column.contains("公顷") ? HECTARE_M2 : 1;
  }

  private static LocalDate date(Object cell, String text) {
    if (cell instanceof LocalDate date) {
      return date;
    }
    String digits = text != null ? text : wholeOrPlain(cell);
    Matcher separated = DATE.matcher(digits);
    Matcher compact = COMPACT_DATE.matcher(digits);
    Matcher date = separated.matches() ? separated : compact.matches() ? compact : null;
    try {
      return date != null
          ? LocalDate.of(part(date, 1), part(date, 2), part(date, 3)) : serial(Long.parseLong(digits));
    } catch (DateTimeException | NumberFormatException e) {
      throw new IllegalArgumentException("'" + cell + "' is not a date", e);
    }
  }

  private static int part(Matcher date, int group) {
    return Integer.parseInt(date.group(group));
  }

  /** Small numbers are days as Excel counts them (1954 to 2119), large ones milliseconds since 1970. */
  private static LocalDate serial(long value) {
    if (value >= 20_000 && value <= 80_000) {
      return EXCEL_DAY_ZERO.plusDays(value);
    }
    if (value > 100_000_000_000L) {
      return Instant.ofEpochMilli(value).atZone(ZONE).toLocalDate();
    }
    throw new DateTimeException("neither a serial day nor milliseconds");
  }

  private static Boolean flag(Object cell, String text) {
    if (cell instanceof Boolean flag) {
      return flag;
    }
    String word = (text != null ? text : cell.toString()).toLowerCase(Locale.ROOT);
    if (YES.contains(word) || NO.contains(word)) {
      return YES.contains(word);
    }
    throw new IllegalArgumentException("'" + cell + "' is neither yes nor no");
  }

  /** Full-width digits and blanks become plain ones. */
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
  }
}
