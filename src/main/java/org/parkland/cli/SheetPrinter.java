package org.parkland.cli;

import java.util.List;
import java.util.Map;
import org.parkland.analysis.Sheet;

/** Prints a report: its answer as JSON, its first table as CSV, all tables as text. */
final class SheetPrinter {
  private static final int WIDEST = 40;

  private SheetPrinter() {}

  static void print(Sheet sheet, Format format) {
    switch (format) {
      case JSON -> Printer.json(sheet.answer());
      case CSV -> csv(sheet.tables().get(0));
      default -> text(sheet);
    }
  }

  private static void csv(Sheet.Table table) {
    Printer.csv(table.columns(), table.rows().stream().map(row -> {
      Map<String, Object> line = new java.util.LinkedHashMap<>(row);
      line.keySet().retainAll(table.columns());
      return line;
    }).toList());
  }

  private static void text(Sheet sheet) {
    StringBuilder head = new StringBuilder();
    sheet.answer().forEach((name, value) -> {
      if (value instanceof String || value instanceof Number) {
        head.append(name).append(' ').append(cell(value)).append("  ");
      }
    });
    System.out.println(head.toString().strip());
    sheet.tables().forEach(SheetPrinter::text);
  }

  private static void text(Sheet.Table table) {
    System.out.println();
    System.out.println(table.title());
    int[] widths = table.columns().stream().mapToInt(column -> width(table, column)).toArray();
    line(table.columns(), widths);
    table.rows().forEach(row -> line(table.columns().stream().map(column -> cell(row.get(column))).toList(), widths));
  }

  private static int width(Sheet.Table table, String column) {
    int widest = table.rows().stream().mapToInt(row -> cell(row.get(column)).length()).max().orElse(0);
    return Math.min(WIDEST, Math.max(column.length(), widest));
  }

  private static void line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      line.append(String.format("%-" + widths[i] + "s  ", cells.get(i)));
    }
    System.out.println(line.toString().stripTrailing());
  }

  /** Shares and ratios keep their digits; areas are shown to 0.01 m². */
  private static String cell(Object value) {
    if (value == null) {
      return "–";
    }
    if (value instanceof Double number) {
      return String.format(Math.abs(number) < 2 ? "%.6f" : "%.2f", number);
    }
    return value.toString();
  }
}
