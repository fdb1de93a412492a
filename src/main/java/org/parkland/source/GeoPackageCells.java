package org.parkland.source;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.parkland.BadInput;

/**
 * The cells of a feature table, read with few calls: each call into SQLite costs more than what it brings. All texts
 * and days of a row come as one text with a mark between them; of other cells bits tell which are filled, because most
 * are empty in many layers. A row whose texts hold the mark, or a day that is not written as one, is read cell by cell.
 */
final class GeoPackageCells {
  /** How the values of a column are to be read. */
  enum Kind {
    TEXT, DAY, OTHER
  }

  record Column(String name, Kind kind) {}

  /** Unit separator, which nobody types. */
  private static final char MARK = '\u001f';
  /** A function of SQLite takes 100 arguments, and each text but the last needs a mark. */
  private static final int JOINED = 50;
  /** Cells that one number tells the filled ones of. */
  private static final int BITS = 62;
  private static final int DAY_LENGTH = 10;

  private final List<Column> columns;
  private final List<String> texts;
  private final List<String> others;
  private final int joins;
  private final PreparedStatement singly;

  /** @param table quoted */
  GeoPackageCells(Connection connection, String table, List<Column> columns) throws SQLException {
    this.columns = columns;
    this.texts = quoted(columns.stream().filter(each -> each.kind() != Kind.OTHER).map(Column::name).toList());
    this.others = quoted(columns.stream().filter(each -> each.kind() == Kind.OTHER).map(Column::name).toList());
    this.joins = (texts.size() + JOINED - 1) / JOINED;
    this.singly = texts.isEmpty() ? null
        : connection.prepareStatement("select " + String.join(", ", texts) + " from " + table + " where rowid = ?");
  }

  private static List<String> quoted(List<String> names) {
    return names.stream().map(GeoPackageSource::quoted).toList();
  }

  /** What is to be selected, beginning with the row's number in the table. */
  String selected() {
    List<String> selected = new ArrayList<>(List.of("rowid"));
    for (int from = 0; from < texts.size(); from += JOINED) {
      StringJoiner joined = new StringJoiner(", char(31), ", "concat(", ")");
      texts.subList(from, Math.min(texts.size(), from + JOINED)).forEach(joined::add);
      selected.add(joined.toString());
    }
    for (int from = 0; from < others.size(); from += BITS) {
      StringJoiner bits = new StringJoiner(" | ");
      for (int i = from; i < Math.min(others.size(), from + BITS); i++) {
        bits.add("((" + others.get(i) + " is not null) << " + (i - from) + ")");
      }
      selected.add(bits.toString());
    }
    selected.addAll(others);
    return String.join(", ", selected);
  }

  /**
   * The values of the row at which a result stands, empty ones left out.
   *
   * @param first place of the first of {@link #selected}
   * @param place of the row, for messages
   */
  Map<String, Object> read(ResultSet rows, int first, String place) throws SQLException {
    Object[] written = written(rows, first, place);
    Map<String, Object> values = new LinkedHashMap<>(2 * columns.size());
    int bits = first + 1 + joins;
    int cells = bits + (others.size() + BITS - 1) / BITS;
    int text = 0;
    int other = 0;
    long filled = 0;
    for (Column each : columns) {
      Object value;
      if (each.kind() == Kind.OTHER) {
        filled = other % BITS == 0 ? rows.getLong(bits + other / BITS) : filled >> 1;
        value = (filled & 1) == 0 ? null : rows.getObject(cells + other);
        other++;
      } else {
        value = written[text++];
      }
      if (value != null && !(value instanceof String blank && blank.isBlank())) {
        values.put(each.name(), value);
      }
    }
    return values;
  }

  /** The texts and days of the row. */
  private Object[] written(ResultSet rows, int first, String place) throws SQLException {
    Object[] written = new Object[texts.size()];
    int found = 0;
    for (int i = 0; i < joins && found >= 0; i++) {
      found = split(rows.getString(first + 1 + i), written, found, Math.min(texts.size(), JOINED * (i + 1)));
    }
    return found == texts.size() && days(written) ? written : singly(rows.getLong(first), place);
  }

  /** @return how many are found then, or -1 if the text does not come apart into as many as were joined */
  private static int split(String joined, Object[] written, int found, int end) {
    int from = 0;
    for (int i = found; i < end; i++) {
      int to = joined.indexOf(MARK, from);
      if (to < 0 != (i == end - 1)) {
        return -1;
      }
      written[i] = joined.substring(from, to < 0 ? joined.length() : to);
      from = to + 1;
    }
    return end;
  }

  /** Turns plainly written days into such; false if one is written otherwise. */
  private boolean days(Object[] written) {
    int at = 0;
    for (Column each : columns) {
      if (each.kind() == Kind.DAY && !((String) written[at]).isEmpty()) {
        written[at] = day((String) written[at]);
        if (written[at] == null) {
          return false;
        }
      }
      at += each.kind() == Kind.OTHER ? 0 : 1;
    }
    return true;
  }

  /** YYYY-MM-DD, which a time may follow; null for anything else. Asked for every cell, hence without a formatter. */
  private static LocalDate day(String text) {
    if (text.length() < DAY_LENGTH || text.charAt(4) != '-' || text.charAt(7) != '-') {
      return null;
    }
    int number = 0;
    for (int i = 0; i < DAY_LENGTH; i++) {
      char c = text.charAt(i);
      if (i != 4 && i != 7) {
        if (c < '0' || c > '9') {
          return null;
        }
        number = 10 * number + c - '0';
      }
    }
    try {
      return LocalDate.of(number / 10_000, number / 100 % 100, number % 100);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private Object[] singly(long rowid, String place) throws SQLException {
    singly.setLong(1, rowid);
    Object[] written = new Object[texts.size()];
    try (ResultSet row = singly.executeQuery()) {
      row.next();
      int at = 0;
      for (Column each : columns) {
        if (each.kind() != Kind.OTHER) {
          written[at] = each.kind() == Kind.TEXT ? row.getString(at + 1) : day(row.getObject(at + 1), each, place);
          at++;
        }
      }
    }
    return written;
  }

  /** Numbers are left as they are: whoever knows the column may know what they mean. */
  private static Object day(Object value, Column column, String place) {
    LocalDate day = value instanceof String text && !text.isBlank() ? day(text) : null;
    if (value instanceof String text && !text.isBlank() && day == null) {
      throw new BadInput(place + " field " + column.name(), "'" + text + "' is not a date",
          "correct it to YYYY-MM-DD or leave it empty");
    }
    return day != null ? day : value;
  }
}
