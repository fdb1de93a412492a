package org.parkland.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parkland.analysis.LandAnalysis;
import org.parkland.analysis.Workspace;
import org.parkland.sink.FormulaGuard;
import org.parkland.source.Reading;
import org.parkland.source.SourceFeature;
import org.parkland.source.Sources;

/** Text that a spreadsheet would run. That all of it comes in again unchanged is in RoundTripTest. */
class FormulasTest {
  @TempDir
  private Path folder;

  @Test
  void inAWorkbookTextIsTextAndNumbersAreNumbers() throws Exception {
    List<String> texts = new ArrayList<>();
    int numbers = 0;
    try (Workspace tricky = TrickyLayer.open(folder);
        InputStream in = Files.newInputStream(export(tricky, FileFormat.XLSX));
        XSSFWorkbook book = new XSSFWorkbook(in)) {
      for (Sheet sheet : book) {
        for (Row row : sheet) {
          for (Cell cell : row) {
            assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
            if (cell.getCellType() == CellType.STRING) {
              texts.add(cell.getStringCellValue());
            } else if (cell.getCellType() == CellType.NUMERIC) {
              numbers++;
            }
          }
        }
      }
    }
    assertThat(texts).anyMatch(each -> each.contains("HYPERLINK(")).anyMatch(each -> each.contains("-2+3"));
    assertThat(numbers).isPositive();
  }

  @Test
  void inACsvFileItStandsBehindAnApostropheAndComesInWithoutIt() throws Exception {
    try (Workspace tricky = TrickyLayer.open(folder)) {
      Path csv = export(tricky, FileFormat.CSV);
      String text = Files.readString(csv);
      assertThat(text).contains("\"'=HYPERLINK(").contains("\"'-2+3").contains("-12.50").doesNotContain(",\"=HYPERLINK");
      SourceFeature first = Sources.preview(csv, Reading.AS_DELIVERED, 1).rows().get(0);
      assertThat(first.values().values()).contains("=HYPERLINK(\"http://x\",\"y\")");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "=1\n2", "'=1", "+cmd|' /C calc'!A0", "-", "="})
  void whatASpreadsheetWouldRunIsGuardedAndOneApostropheIsTheWayBack(String text) {
    assertThat(FormulaGuard.guard(text)).isEqualTo("'" + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "+1.5", "-1e5", "1=1", "a@b", "", "'plain", "江海区"})
  void theRestStaysAsItIs(String text) {
    assertThat(FormulaGuard.guard(text)).isEqualTo(text);
  }

  private Path export(Workspace from, FileFormat format) throws Exception {
    Content content = new Exports(from, new LandAnalysis(from)).find(ExportQuery.of("parcels"));
    Path file = folder.resolve("out." + format.extension());
    new Exporter(content, new ExportOptions(format, null, null, null)).writeTo(file, Progress.NONE);
    return file;
  }
}
