package org.parkland.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.parkland.sink.Column;
import org.parkland.sink.CsvWriter;

/**
 * The columns of a shapefile: names within 10 bytes, and as wide as the values need, which reading them all tells.
 *
 * @param list which field holds what, as CSV: the names before and after
 */
record ShapefileFields(List<Column> columns, String list) {
  private static final int NAME_BYTES = 10;
  /** Digits, sign and point of a number; more a double does not hold. */
  private static final int WIDEST_NUMBER = 32;
  private static final int DATE_WIDTH = 8;

  static ShapefileFields of(Content content, Charset charset) {
    List<Field> fields = content.fields();
    List<String> names = ColumnNames.cut(fields, NAME_BYTES, charset);
    Widths[] widths = widths(content, charset);
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      columns.add(widths[i].column(names.get(i), fields.get(i).type()));
    }
    return new ShapefileFields(columns, list(fields, columns));
  }

  private static Widths[] widths(Content content, Charset charset) {
    Widths[] widths = new Widths[content.fields().size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = new Widths();
    }
    try (Rows rows = content.rows(true)) {
      while (rows.hasNext()) {
        Object[] values = rows.next().values();
        for (int i = 0; i < widths.length; i++) {
          widths[i].see(values[i], charset);
        }
      }
    }
    return widths;
  }

  private static String list(List<Field> fields, List<Column> columns) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<Column> head = List.of(Column.text("字段", 0), Column.text("原名称", 0), Column.text("含义", 0));
    try (CsvWriter csv = new CsvWriter(out, head, null)) {
      for (int i = 0; i < columns.size(); i++) {
        csv.write(null, columns.get(i).name(), fields.get(i).name(), fields.get(i).label());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory can always be written", e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  /** What the values of one column need. */
  private static final class Widths {
    private int textBytes = 1;
    private int wholeDigits = 1;
    private int decimals;
    private boolean negative;

    void see(Object value, Charset charset) {
      if (value instanceof String text) {
        textBytes = Math.max(textBytes, text.getBytes(charset).length);
      } else if (value instanceof Number number) {
        BigDecimal exact = new BigDecimal(number.toString()).stripTrailingZeros();
        wholeDigits = Math.max(wholeDigits, Math.max(1, exact.precision() - exact.scale()));
        decimals = Math.max(decimals, Math.max(0, exact.scale()));
        negative |= exact.signum() < 0;
      }
    }

    Column column(String name, Column.Type type) {
      int sign = negative ? 1 : 0;
      return switch (type) {
        case TEXT -> Column.text(name, textBytes);
        case INTEGER -> Column.integer(name, wholeDigits + sign);
        case DECIMAL -> {
          int fraction = Math.max(0, Math.min(decimals, WIDEST_NUMBER - wholeDigits - sign - 1));
          yield Column.decimal(name, wholeDigits + sign + (fraction > 0 ? fraction + 1 : 0), fraction);
        }
        case DATE -> new Column(name, type, DATE_WIDTH, 0);
        case FLAG -> Column.flag(name);
      };
    }
  }
}
