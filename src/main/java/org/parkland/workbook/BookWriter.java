package org.parkland.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.parkland.workbook.BookTable.BookColumn;

/** Writes a table as a workbook that can be printed and handed in: title, notes, head on every page, numbers as numbers. */
final class BookWriter {
  private static final int LONGEST_SHEET_NAME = 31;
  private static final int BUFFERED_ROWS = 500;
  private static final String HEAD_FILL = "DCE6F1";
  private static final String STRONG_FILL = "F5F7FA";
  private static final String LINE = "8C96A0";
  private static final double NOTE_HEIGHT = 15.5;

  private final BookTable table;
  private final int last;
  private Worksheet sheet;
  private int row;

  private BookWriter(BookTable table) {
    this.table = table;
    this.last = table.columns().size() - 1;
  }

  /** Writes to a stream and leaves it open. */
  static void write(BookTable table, OutputStream out) throws IOException {
    new BookWriter(table).write(out);
  }

  private void write(OutputStream out) throws IOException {
    Workbook book = new Workbook(out, "Parkland", "1.0");
    String name = table.title();
    sheet = book.newWorksheet(name.substring(0, Math.min(name.length(), LONGEST_SHEET_NAME)));
    for (int i = 0; i <= last; i++) {
      sheet.width(i, table.columns().get(i).width());
    }
    title();
    notes();
    head();
    rows();
    sheet.finish();
    book.finish();
  }

  private void page(int headRow) {
    sheet.paperSize(table.page() == BookTable.Page.A3_LANDSCAPE ? PaperSize.A3_PAPER : PaperSize.A4_PAPER);
    sheet.pageOrientation(table.page() == BookTable.Page.A4_PORTRAIT ? "portrait" : "landscape");
    sheet.setFitToPage(true);
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
    sheet.leftMargin(0.5f);
    sheet.rightMargin(0.5f);
    sheet.repeatRows(headRow);
    sheet.footer(table.footer(), Position.CENTER);
    sheet.freezePane(0, headRow + 1);
  }

  private void title() {
    sheet.inlineString(0, 0, table.title());
    sheet.range(0, 0, 0, last).merge();
    sheet.range(0, 0, 0, last).style().bold().fontSize(16).horizontalAlignment("center").verticalAlignment("center").set();
    sheet.rowHeight(0, 30);
    row = 1;
  }

  private void notes() {
    int wide = table.columns().stream().mapToInt(BookColumn::width).sum();
    for (String note : table.notes()) {
      sheet.inlineString(row, 0, note);
      sheet.range(row, 0, row, last).merge();
      sheet.range(row, 0, row, last).style().fontColor("505A64").fontSize(10).wrapText(true).verticalAlignment("center")
          .set();
      sheet.rowHeight(row, NOTE_HEIGHT * Math.max(1, Math.ceil(cells(note) / (1.1 * wide))));
      row++;
    }
    sheet.inlineString(row, last, table.unit());
    sheet.style(row, last).horizontalAlignment("right").fontColor("505A64").fontSize(10).set();
    row++;
  }

  /** Width in Latin letters. */
  private static int cells(String text) {
    return text.codePoints().map(each -> each > 0xff ? 2 : 1).sum();
  }

  private void head() {
    page(row);
    int lines = 1;
    for (int i = 0; i <= last; i++) {
      BookColumn column = table.columns().get(i);
      sheet.inlineString(row, i, column.head());
      lines = Math.max(lines, (int) Math.ceil((cells(column.head()) + 1.0) / column.width()));
      lined(sheet.style(row, i)).bold().wrapText(true).fillColor(HEAD_FILL).horizontalAlignment("center").set();
    }
    sheet.rowHeight(row, 4 + 15.0 * lines);
    row++;
  }

  private static StyleSetter lined(StyleSetter style) {
    style.borderStyle(BorderStyle.THIN).borderColor(LINE).verticalAlignment("center");
    return style;
  }

  private void rows() throws IOException {
    for (int r = 0; r < table.rows().size(); r++) {
      List<Object> values = table.rows().get(r);
      boolean strong = table.strong().contains(r);
      double lines = 1;
      for (int i = 0; i <= last; i++) {
        cell(i, values.get(i), strong);
        if (values.get(i) instanceof String text) {
          lines = Math.max(lines, Math.ceil((cells(text) + 1.0) / table.columns().get(i).width()));
        }
      }
      sheet.rowHeight(row, 3 + 14.0 * lines);
      row++;
      if (r % BUFFERED_ROWS == 0) {
        sheet.flush();
      }
    }
  }

  private void cell(int place, Object value, boolean strong) {
    String format = table.columns().get(place).format();
    StyleSetter style = lined(sheet.style(row, place));
    if (value instanceof Number number) {
      sheet.value(row, place, number);
    } else if (value instanceof LocalDate day) {
      sheet.value(row, place, day);
    } else if (value != null) {
      sheet.inlineString(row, place, value.toString());
    }
    if (format == null) {
      style.wrapText(true);
    } else {
      style.format(format);
    }
    if (strong) {
      style.bold().fillColor(STRONG_FILL);
    }
    style.set();
  }
}
