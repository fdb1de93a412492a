package org.parkland.workbook;

import java.util.List;

/**
 * A table as it stands in a workbook.
 *
 * @param notes lines under the title: what, of which day, by which definition
 * @param unit of the areas, said at the right above the table
 * @param rows values column by column: String, Number, Boolean, LocalDate or null
 * @param strong places of rows that are sums of others
 * @param page the paper it is printed on, as wide as the table
 * @param footer of the printed page; {@code &P} and {@code &N} are its number and their count
 */
record BookTable(String title, List<String> notes, String unit, List<BookColumn> columns, List<List<Object>> rows,
    List<Integer> strong, Page page, String footer) {

  /** Paper. */
  enum Page { A4_PORTRAIT, A4_LANDSCAPE, A3_LANDSCAPE }

  /**
   * One column.
   *
   * @param format of numbers and days as Excel writes it; null for text
   * @param width in characters
   */
  record BookColumn(String head, String format, int width) {
    static final String AREA = "#,##0.00";
    static final String SHARE = "0.00%";
    static final String DAY = "yyyy-mm-dd";
    static final String COUNT = "#,##0";
  }
}
