package org.parkland.ingest;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parkland.land.Attribute;

/**
 * Turns the delivered cells of a column into values of its attribute's type. Safe to share between threads.
 *
 * <p>Accepts what offices write: full-width digits, thousands marks, 2015年7月1日, Excel serial days, epoch
 * milliseconds, 是/否; an area whose cell or column names a unit (亩, 公顷, 万㎡ …) is converted to m², an amount of
 * money to 万元.
 */
final class CellReader {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final LocalDate EXCEL_DAY_ZERO = LocalDate.of(1899, 12, 30);
  private static final Pattern DATE = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[ T].*)?");
  private static final Pattern COMPACT_DATE = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
  private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d{1,3})?");
  private static final Pattern THOUSANDS = Pattern.compile("[-+]?\\d{1,3}([, ']\\d{3})+(\\.\\d+)?");
  private static final Pattern SERIAL = Pattern.compile("\\d{5,15}(\\.\\d+)?");
  /** What is written where there is nothing. */
  private static final Set<String> NOTHING = Set.of("-", "--", "/", "\\", "—", "——", "无", "空", "<空>", "null", "<null>",
      "none", "n/a", "nan");
  private static final Set<String> YES = Set.of("1", "1.0", "是", "y", "yes", "t", "true", "有");
  private static final Set<String> NO = Set.of("0", "0.0", "否", "n", "no", "f", "false", "无");

  private final Attribute attribute;
  private final boolean money;
  /** What the column's name says of the unit. */
  private final Optional<Units.Unit> unitOfColumn;

  /** @param column that holds the attribute */
  CellReader(Attribute attribute, String column) {
    this.attribute = attribute;
    this.money = attribute.unit() != null && attribute.unit().startsWith("万元");
    this.unitOfColumn = money ? Units.moneyOfColumn(column) : Units.areaOfColumn(column);
  }

  /**
   * @param cell never null
   * @return null for a blank cell
   * @throws IllegalArgumentException if the cell cannot be understood; the message says what was expected
   */
  Object read(Object cell) {
    if (attribute.type() == Attribute.Type.TEXT && cell instanceof String string && isWritten(string)) {
      return string.strip();
    }
    String text = cell instanceof String string ? plain(string) : null;
    if (text != null && (text.isEmpty() || isNothing(attribute, text))) {
      return null;
    }
    return switch (attribute.type()) {
      case TEXT -> text != null ? ((String) cell).strip() : wholeOrPlain(cell);
      case CLASS -> text != null ? text : wholeOrPlain(cell);
      case NUMBER -> money ? money(cell, text) : number(cell, withoutSign(attribute, text));
      case AREA -> area(cell, text);
      case DATE -> date(cell, text);
      case FLAG -> flag(cell, text);
    };
  }

  /** Whether a text is surely not blank in any notation; most begin so. */
  private static boolean isWritten(String text) {
    return !text.isEmpty() && Character.isLetterOrDigit(text.charAt(0));
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

  /** Texts are kept as they are; 无 answers the question of a flag. */
  private static boolean isNothing(Attribute attribute, String text) {
    return switch (attribute.type()) {
      case NUMBER, AREA, DATE -> NOTHING.contains(text.toLowerCase(Locale.ROOT));
      default -> false;
    };
  }

  private double area(Object cell, String text) {
    return measured(cell, text, text == null ? Optional.empty() : Units.areaOfCell(text));
  }

  private double money(Object cell, String text) {
    return measured(cell, text, text == null ? Optional.empty() : Units.moneyOfCell(text));
  }

  /** The unit in a cell comes before the one in the column's name. */
  private double measured(Object cell, String text, Optional<Units.Unit> own) {
    String digits = own.map(unit -> text.substring(0, text.length() - unit.word().length()).strip()).orElse(text);
    return number(cell, digits) * own.or(() -> unitOfColumn).map(Units.Unit::factor).orElse(1.0);
  }

  /** 35% and 24 m, where the attribute is in % or metres. */
  private static String withoutSign(Attribute attribute, String text) {
    String sign = attribute.unit();
    boolean signed = text != null && sign != null && (text.endsWith(sign) || sign.equals("m") && text.endsWith("米"));
    return signed ? text.substring(0, text.length() - 1).strip() : text;
  }

  private static double number(Object cell, String text) {
    double number = cell instanceof Number plain ? plain.doubleValue() : parsed(cell, text.replace('，', ','));
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException("'" + cell + "' is not a number");
    }
    return number;
  }

  /** A comma parts thousands, so that 12,5 is refused: it may be twelve and a half. */
  private static double parsed(Object cell, String text) {
    if (NUMBER.matcher(text).matches()) {
      return Double.parseDouble(text);
    }
    if (THOUSANDS.matcher(text).matches()) {
      return Double.parseDouble(text.replaceAll("[, ']", ""));
    }
    throw new IllegalArgumentException("'" + cell + "' is not a number");
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
          ? LocalDate.of(part(date, 1), part(date, 2), part(date, 3)) : serial(digits);
    } catch (DateTimeException | NumberFormatException e) {
      throw new IllegalArgumentException("'" + cell + "' is not a date", e);
    }
  }

  private static int part(Matcher date, int group) {
    return Integer.parseInt(date.group(group));
  }

  /** Small numbers are days as Excel counts them (1954 to 2119), large ones milliseconds since 1970. */
  private static LocalDate serial(String digits) {
    if (!SERIAL.matcher(digits).matches()) {
      throw new DateTimeException("no count of days or milliseconds");
    }
    long value = (long) Double.parseDouble(digits);
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
    return isAscii(text) ? text.strip() : Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
  }

  /** Such a text is its own normal form; asked for every cell. */
  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0x7f) {
        return false;
      }
    }
    return true;
  }
}
