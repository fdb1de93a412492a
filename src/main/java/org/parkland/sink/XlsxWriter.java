package org.parkland.sink;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTWriter;
import org.parkland.BadInput;

/**
 * Writes a table as an Excel workbook, a few hundred rows in memory at a time: numbers as numbers, days as days, text
 * as text cells, which no spreadsheet takes for a formula whatever they begin with. A sheet that is full is followed
 * by another with the same head.
 */
public final class XlsxWriter implements FeatureWriter {
  /** Characters a cell can hold. */
  public static final int LONGEST_TEXT = 32_767;

  /** Rows of a sheet, the head among them; smaller in tests only. */
  private static final int MOST_ROWS = Worksheet.MAX_ROWS;
  private static final int LONGEST_SHEET_NAME = 28;
  private static final String SHAPE_COLUMN = "WKT";
  private static final int BUFFERED_ROWS = 500;
  private static final double WIDEST = 40;

  private final String name;
  private final List<Column> columns;
  private final boolean shapes;
  private final int mostRows;
  private final OutputStream out;
  private final Workbook book;
  private final WKTWriter wkt = new WKTWriter();
  private Worksheet sheet;
  private int sheets;
  private int row;
  private long rows;

  /** @param shapes whether there is a last column of shapes as WKT */
  public XlsxWriter(OutputStream out, String name, List<Column> columns, boolean shapes) throws IOException {
    this(out, name, columns, shapes, MOST_ROWS);
  }

  XlsxWriter(OutputStream out, String name, List<Column> columns, boolean shapes, int mostRows) throws IOException {
    this.name = name.replaceAll("[\\[\\]*?/\\\\:]", "_");
    this.columns = columns;
    this.shapes = shapes;
    this.mostRows = mostRows;
    this.out = out;
    this.book = new Workbook(out, "Parkland", "1.0");
    begin();
  }

  private void begin() throws IOException {
    if (sheet != null) {
      sheet.finish();
    }
    sheets++;
    String cut = name.substring(0, Math.min(name.length(), LONGEST_SHEET_NAME));
    sheet = book.newWorksheet(sheets == 1 ? cut : cut + " " + sheets);
    row = 0;
    for (int i = 0; i < columns.size(); i++) {
      head(i, columns.get(i).name());
    }
    if (shapes) {
      head(columns.size(), SHAPE_COLUMN);
    }
    sheet.freezePane(0, 1);
    row = 1;
  }

  private void head(int place, String text) {
    sheet.inlineString(0, place, text);
    sheet.style(0, place).bold().fillColor("E8EDF3").set();
    int cells = text.codePoints().map(each -> each > 0xff ? 2 : 1).sum();
    sheet.width(place, Math.min(WIDEST, Math.max(12, cells + 3)));
  }

  @Override
  public void write(Geometry geometry, Object... values) throws IOException {
    if (row == mostRows) {
      begin();
    }
    rows++;
    for (int i = 0; i < columns.size(); i++) {
      cell(i, columns.get(i).name(), values[i]);
    }
    if (shapes && geometry != null) {
      cell(columns.size(), SHAPE_COLUMN, wkt.write(geometry));
    }
    row++;
    if (row % BUFFERED_ROWS == 0) {
      sheet.flush();
    }
  }

  private void cell(int place, String column, Object value) {
    if (value instanceof Number number) {
      sheet.value(row, place, number);
    } else if (value instanceof Boolean truth) {
      sheet.value(row, place, truth);
    } else if (value instanceof LocalDate day) {
      sheet.value(row, place, day);
      sheet.style(row, place).format("yyyy-mm-dd").set();
    } else if (value != null) {
      sheet.inlineString(row, place, fitting(column, value.toString()));
    }
  }

  private String fitting(String column, String text) {
    if (text.length() > LONGEST_TEXT) {
      throw new BadInput("row " + rows + " field " + column, "has " + text.length() + " characters, a cell of XLSX"
          + " holds " + LONGEST_TEXT, "export as CSV or GeoPackage, or leave the shapes out");
    }
    return text;
  }

  @Override
  public void close() throws IOException {
    sheet.finish();
    book.finish();
    out.close();
  }
}
