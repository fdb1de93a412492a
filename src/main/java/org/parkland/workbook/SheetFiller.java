package org.parkland.workbook;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellCopyPolicy;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.parkland.BadInput;

/** Fills one sheet, from its last row up, so that rows put in leave the places above as they are. */
final class SheetFiller {
  /** Decimals of a number inside other text; alone in its cell it is whole and the cell's format shows it. */
  private static final int TEXT_DECIMALS = 2;
  private static final List<String> SHARES = List.of("ratio", "Ratio", "share", "Share", "threshold", "stability");

  private final XSSFSheet sheet;
  private final TemplateData data;

  SheetFiller(XSSFSheet sheet, TemplateData data) {
    this.sheet = sheet;
    this.data = data;
  }

  void fill() {
    for (int r = sheet.getLastRowNum(); r >= 0; r--) {
      Row row = sheet.getRow(r);
      if (row != null) {
        Placeholder list = list(row);
        if (list == null) {
          fill(row, Map.of());
        } else {
          repeat(row, data.rows(list.list(), list.kind()));
        }
      }
    }
  }

  /** The list a row names, or null. */
  private Placeholder list(Row row) {
    Placeholder found = null;
    for (Cell cell : row) {
      for (Placeholder each : TemplateFiller.placeholders(cell)) {
        if (each.list() == null) {
          continue;
        }
        if (found != null && !(found.list() + found.kind()).equals(each.list() + each.kind())) {
          throw new BadInput(sheet.getSheetName() + "!" + cell.getAddress(), "names a second list in one row, "
              + each.text() + " beside " + found.text(), "give each list a row of its own");
        }
        found = each;
      }
    }
    return found;
  }

  private void repeat(Row template, List<Map<String, Object>> rows) {
    int first = template.getRowNum();
    int more = rows.size() - 1;
    if (more > 0) {
      if (first < sheet.getLastRowNum()) {
        sheet.shiftRows(first + 1, sheet.getLastRowNum(), more, true, false);
      }
      for (int i = 1; i <= more; i++) {
        sheet.copyRows(first, first, first + i, new CellCopyPolicy());
      }
      stretch(first + 1, more);
    }
    for (int i = 0; i < rows.size(); i++) {
      fill(sheet.getRow(first + i), rows.get(i));
    }
    if (rows.isEmpty()) {
      template.forEach(cell -> {
        if (!TemplateFiller.placeholders(cell).isEmpty()) {
          cell.setBlank();
        }
      });
    }
  }

  /** A range over the one repeated row, such as {@code D5:D5} in a sum, now covers all its copies. */
  private void stretch(int number, int more) {
    String name = sheet.getSheetName();
    Pattern range = Pattern.compile("((?:'[^']+'|[\\w\\u4e00-\\u9fff]+)!)?(\\$?[A-Z]{1,3}\\$?)" + number
        + ":(\\$?[A-Z]{1,3}\\$?)" + number + "(?!\\d)");
    sheet.getWorkbook().forEach(each -> each.forEach(row -> {
      boolean isCopy = each == sheet && row.getRowNum() >= number - 1 && row.getRowNum() <= number - 1 + more;
      row.forEach(cell -> {
        if (cell.getCellType() == CellType.FORMULA && !isCopy) {
          Matcher found = range.matcher(cell.getCellFormula());
          String formula = found.replaceAll(match -> Matcher.quoteReplacement(
              isOn(name, match.group(1), each == sheet)
                  ? (match.group(1) == null ? "" : match.group(1)) + match.group(2) + number + ":" + match.group(3)
                      + (number + more) : match.group()));
          if (!formula.equals(cell.getCellFormula())) {
            cell.setCellFormula(formula);
          }
        }
      });
    }));
  }

  private static boolean isOn(String sheet, String prefix, boolean here) {
    return prefix == null ? here : prefix.replace("'", "").equals(sheet + "!");
  }

  private void fill(Row row, Map<String, Object> values) {
    for (Cell cell : row) {
      List<Placeholder> found = TemplateFiller.placeholders(cell);
      if (found.size() == 1 && cell.getStringCellValue().strip().equals(found.get(0).text())) {
        put(cell, value(found.get(0), values));
      } else if (!found.isEmpty()) {
        String text = cell.getStringCellValue();
        for (Placeholder each : found) {
          text = text.replace(each.text(), words(each.name(), value(each, values)));
        }
        cell.setCellValue(text);
      }
    }
  }

  private Object value(Placeholder each, Map<String, Object> values) {
    return each.list() == null ? data.value(each.name()) : values.get(each.name());
  }

  private static void put(Cell cell, Object value) {
    if (value == null) {
      cell.setBlank();
    } else if (value instanceof Number number) {
      cell.setCellValue(number.doubleValue());
    } else if (value instanceof LocalDate day) {
      if (org.apache.poi.ss.usermodel.DateUtil.isCellDateFormatted(cell)) {
        cell.setCellValue(day);
      } else {
        cell.setCellValue(day.toString());
      }
    } else if (value instanceof Boolean truth) {
      cell.setCellValue(truth ? "是" : "否");
    } else {
      cell.setCellValue(value.toString());
    }
  }

  /** Inside other text: shares as percent, other numbers with two decimals. */
  private static String words(String name, Object value) {
    if (value instanceof Double number) {
      boolean share = SHARES.stream().anyMatch(name::endsWith);
      BigDecimal shown = BigDecimal.valueOf(share ? 100 * number : number).setScale(TEXT_DECIMALS, RoundingMode.HALF_UP);
      return shown.toPlainString() + (share ? "%" : "");
    }
    return value == null ? "—" : value.toString();
  }
}
