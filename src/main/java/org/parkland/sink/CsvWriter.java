package org.parkland.sink;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTWriter;

/**
 * Writes a table as CSV (RFC 4180): UTF-8 with byte order mark, by which Excel and WPS know it, CRLF, shapes as WKT
 * with all that a double holds in a last column. That is called {@code _WKT_EPSG_4526}: GDAL takes the reference system
 * from such a name, and so does Parkland, because CSV has no other place for it. Text that a spreadsheet would run is
 * guarded, see {@link FormulaGuard}.
 */
public final class CsvWriter implements FeatureWriter {
  private static final String SHAPE_COLUMN = "_WKT_EPSG_";

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final int columns;
  private final boolean shapes;
  private final Writer out;
  private final WKTWriter wkt = new WKTWriter();

  /** @param reference of the shapes; null for a table without a column of shapes */
  public CsvWriter(OutputStream file, List<Column> columns, SpatialReference reference) throws IOException {
    this.columns = columns.size();
    this.shapes = reference != null;
    out = new BufferedWriter(new OutputStreamWriter(file, StandardCharsets.UTF_8), 1 << 16);
    out.write(BYTE_ORDER_MARK);
    for (int i = 0; i < columns.size(); i++) {
      cell(i, columns.get(i).name());
    }
    endRow(shapes ? SHAPE_COLUMN + reference.epsg() : "");
  }

  @Override
  public void write(Geometry geometry, Object... values) throws IOException {
    for (int i = 0; i < columns; i++) {
      cell(i, values[i]);
    }
    endRow(!shapes || geometry == null ? "" : wkt.write(geometry));
  }

  private void cell(int place, Object value) throws IOException {
    if (place > 0) {
      out.write(',');
    }
    if (value instanceof Number number) {
      out.write(plain(number));
    } else if (value instanceof String text) {
      quoted(FormulaGuard.guard(text));
    } else if (value != null) {
      out.write(value.toString());
    }
  }

  private static String plain(Number number) {
    String text = number.toString();
    return text.indexOf('E') < 0 ? text : new BigDecimal(text).toPlainString();
  }

  private void endRow(String shape) throws IOException {
    if (shapes) {
      if (columns > 0) {
        out.write(',');
      }
      quoted(shape);
    }
    out.write("\r\n");
  }

  private void quoted(String text) throws IOException {
    boolean plain = text.chars().noneMatch(each -> each == ',' || each == '"' || each == '\n' || each == '\r')
        && text.equals(text.strip());
    out.write(plain ? text : '"' + text.replace("\"", "\"\"") + '"');
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
