package org.parkland.source;

import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.parkland.BadInput;

/** Turns the bytes of a .dbf's cells into values, and remembers what could not be read as text. */
final class DbfCells {
  /** As many decimal digits as a double holds for certain, so that digits and power of ten are exact. */
  private static final int EXACT_DIGITS = 15;
  private static final double[] POWERS_OF_TEN =
      {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};

  private final String file;
  private final Charset charset;
  private long unreadable;
  private long firstUnreadable;

  DbfCells(String file, Charset charset) {
    this.file = file;
    this.charset = charset;
  }

  /** What reading the texts found out. */
  List<Notice> notices() {
    return unreadable == 0 ? List.of() : List.of(Notice.of("unreadable-text", "count", unreadable,
        "first", firstUnreadable, "encoding", charset));
  }

  /**
   * The value of a cell; null where it is empty.
   *
   * @param row from 0
   * @param start of the cell among the bytes
   */
  Object read(long row, String name, DbfReader.Column column, byte[] bytes, int start) {
    int from = start;
    int to = start + column.length();
    while (to > from && (bytes[to - 1] == ' ' || bytes[to - 1] == 0)) {
      to--;
    }
    while (from < to && bytes[from] == ' ') {
      from++;
    }
    return from == to ? null : switch (column.type()) {
      case 'N', 'F' -> number(row, name, bytes, from, to);
      case 'D' -> date(row, name, text(row, bytes, from, to, column));
      case 'L' -> flag(text(row, bytes, from, to, column));
      default -> text(row, bytes, from, to, column);
    };
  }

  /** A text that fills its field may end in the middle of a character, which is then left out. */
  private String text(long row, byte[] bytes, int from, int to, DbfReader.Column column) {
    String text = decode(bytes, from, to);
    if (text.indexOf('\uFFFD') < 0) {
      return text;
    }
    String whole = to - from == column.length() ? withoutCut(text) : text;
    if (whole.indexOf('\uFFFD') >= 0 && unreadable++ == 0) {
      firstUnreadable = row + 1;
    }
    return whole;
  }

  private String decode(byte[] bytes, int from, int to) {
    return charset.equals(TextEncoding.GB18030) ? Gb18030Text.decode(bytes, from, to)
        : new String(bytes, from, to - from, charset);
  }

  private static Boolean flag(String text) {
    return "YyTt".contains(text) ? Boolean.TRUE : "NnFf".contains(text) ? Boolean.FALSE : null;
  }

  /** Asterisks are how dBase says that a number did not fit: there is no value. */
  private Double number(long row, String name, byte[] bytes, int from, int to) {
    if (bytes[from] == '*') {
      return null;
    }
    Double plain = plainNumber(bytes, from, to);
    return plain != null ? plain : number(row, name, decode(bytes, from, to));
  }

  private Double number(long row, String name, String text) {
    try {
      return Double.valueOf(text);
    } catch (NumberFormatException e) {
      throw new BadInput(file + " row " + (row + 1) + " field " + name, "'" + text + "' is not a number",
          "correct the value or export the layer again", e);
    }
  }

  /** The quotient of two exact numbers is rounded once, as the decimal itself would be; null for any other notation. */
  private static Double plainNumber(byte[] bytes, int from, int to) {
    boolean negative = bytes[from] == '-';
    int first = negative ? from + 1 : from;
    if (to - first > EXACT_DIGITS || to == first) {
      return null;
    }
    long digits = 0;
    int point = -1;
    for (int i = first; i < to; i++) {
      if (bytes[i] == '.' && point < 0 && to - first > 1) {
        point = i;
      } else if (bytes[i] >= '0' && bytes[i] <= '9') {
        digits = 10 * digits + bytes[i] - '0';
      } else {
        return null;
      }
    }
    double value = point < 0 ? digits : digits / POWERS_OF_TEN[to - point - 1];
    return negative ? -value : value;
  }

  private LocalDate date(long row, String name, String text) {
    if (text.equals("00000000")) {
      return null;
    }
    try {
      return LocalDate.of(Integer.parseInt(text, 0, 4, 10), Integer.parseInt(text, 4, 6, 10),
          Integer.parseInt(text, 6, 8, 10));
    } catch (DateTimeException | NumberFormatException | IndexOutOfBoundsException e) {
      throw new BadInput(file + " row " + (row + 1) + " field " + name, "'" + text + "' is not a date",
          "correct it to YYYYMMDD or leave it empty", e);
    }
  }

  /** Without the half character at its end. */
  static String withoutCut(String text) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == '\uFFFD') {
      end--;
    }
    return text.substring(0, end);
  }
}
