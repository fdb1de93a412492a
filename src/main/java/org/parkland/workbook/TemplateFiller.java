package org.parkland.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.parkland.BadInput;
import org.parkland.analysis.LandAnalysis;
import org.parkland.analysis.Workspace;

/**
 * Fills an office's own workbook: names in double braces become figures, rows that name a list are repeated. Formats,
 * merged cells, formulas and print settings stay. What may be named is told in {@code docs/templates.md}.
 */
public final class TemplateFiller {
  /** Names told where one is not known. */
  private static final int TOLD_PROBLEMS = 20;

  private final Workspace workspace;
  private final LandAnalysis analysis;

  public TemplateFiller(Workspace workspace, LandAnalysis analysis) {
    this.workspace = workspace;
    this.analysis = analysis;
  }

  /**
   * Fills a template file.
   *
   * @throws BadInput if it cannot be read, is no plain workbook, or names what is not known: every such cell is told
   */
  public void fill(Path template, BookQuery query, Path out) {
    try {
      if (Files.size(template) > SafeTemplate.MOST_BYTES) {
        throw new BadInput(template.toString(), "is too large for a template", "remove pictures and unused sheets");
      }
      byte[] filled = fill(template.getFileName().toString(), Files.readAllBytes(template), query);
      Files.write(out, filled);
    } catch (IOException e) {
      throw new BadInput(template + " or " + out, "cannot be read or written (" + e.getMessage() + ")",
          "check the paths", e);
    }
  }

  /** The same in memory; returns the filled workbook. */
  public byte[] fill(String name, byte[] template, BookQuery query) {
    try (XSSFWorkbook book = SafeTemplate.open(name, template)) {
      TemplateData data = new TemplateData(workspace, analysis, query);
      requireKnown(name, book, data);
      for (Sheet sheet : book) {
        new SheetFiller((XSSFSheet) sheet, data).fill();
      }
      recalculate(book);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      book.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("memory can always be written", e);
    }
  }

  /** So that viewers which do not calculate show the sums too; a function POI does not know is left to Excel. */
  private static void recalculate(XSSFWorkbook book) {
    book.setForceFormulaRecalculation(true);
    try {
      XSSFFormulaEvaluator.evaluateAllFormulaCells(book);
    } catch (RuntimeException e) {
      org.slf4j.LoggerFactory.getLogger(TemplateFiller.class).info("a formula is left to the spreadsheet: {}",
          e.getMessage());
    }
  }

  private static void requireKnown(String name, XSSFWorkbook book, TemplateData data) {
    List<String> problems = new ArrayList<>();
    Set<String> lists = new LinkedHashSet<>();
    boolean any = false;
    for (Sheet sheet : book) {
      for (Row row : sheet) {
        for (Cell cell : row) {
          for (Placeholder each : placeholders(cell)) {
            any = true;
            if (!isKnown(each, data)) {
              problems.add(sheet.getSheetName() + "!" + cell.getAddress() + " " + each.text());
              lists.add(data.hasList(each.list()) ? each.list() : null);
            }
          }
        }
      }
    }
    if (!any) {
      throw new BadInput(name, "names nothing to be filled in", "write names such as {{redLine.ratio}} into its cells");
    }
    if (!problems.isEmpty()) {
      List<String> known = lists.stream().flatMap(each -> data.names(each).stream()).toList();
      throw new BadInput(name + " cells " + String.join(", ", problems.stream().limit(TOLD_PROBLEMS).toList())
          + (problems.size() > TOLD_PROBLEMS ? " and more" : ""), "these names are not known",
          "use one of " + String.join(", ", known));
    }
  }

  private static boolean isKnown(Placeholder each, TemplateData data) {
    if (each.list() == null) {
      return data.hasValue(each.name());
    }
    if (!data.hasList(each.list())) {
      return false;
    }
    var rows = data.rows(each.list(), "");
    boolean kindFits = each.kind().isEmpty() || each.list().equals("units");
    return kindFits && (rows.isEmpty() || rows.get(0).containsKey(each.name()));
  }

  static List<Placeholder> placeholders(Cell cell) {
    return cell.getCellType() == CellType.STRING ? Placeholder.in(cell.getStringCellValue()) : List.of();
  }
}
