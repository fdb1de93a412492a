package org.parkland.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parkland.BadInput;
import org.parkland.SampleDistrict;
import org.parkland.analysis.FigureQuery;
import org.parkland.analysis.Figures;
import org.parkland.analysis.LandAnalysis;
import org.parkland.analysis.Workspace;
import org.parkland.geometry.AreaMethod;
import org.parkland.land.State;

/** The office's own workbook filled: figures right, everything else as it was, what is unsafe refused. */
class TemplateFillerTest {
  private static final Path TEMPLATE = Path.of("gis-data/templates/red-line.xlsx");
  @TempDir
  private static Path folder;
  private static Workspace workspace;
  private static TemplateFiller filler;
  private static Figures figures;

  @BeforeAll
  static void open() {
    workspace = SampleDistrict.open();
    LandAnalysis analysis = new LandAnalysis(workspace);
    filler = new TemplateFiller(workspace, analysis);
    figures = analysis.figures().draw(analysis.day(null), new FigureQuery(State.CURRENT,
        workspace.policies().redLine().find(workspace.district().policy()), AreaMethod.ELLIPSOIDAL));
  }

  @AfterAll
  static void close() {
    workspace.close();
  }

  private static XSSFWorkbook filled(byte[] template) throws IOException {
    return new XSSFWorkbook(new ByteArrayInputStream(filler.fill("t.xlsx", template, BookQuery.NEWEST)));
  }

  @Test
  void theSampleTemplateIsFilledAndKeepsItsForm() throws Exception {
    try (XSSFWorkbook book = filled(Files.readAllBytes(TEMPLATE));
        XSSFWorkbook template = new XSSFWorkbook(Files.newInputStream(TEMPLATE))) {
      Sheet sheet = book.getSheetAt(0);
      List<Integer> zones = figures.places().stream().filter(each -> figures.unit(each).kind().equals("zone")).toList();
      assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("江海区产业用地红线执行情况表");
      double numerator = 0;
      for (int i = 0; i < zones.size(); i++) {
        Row row = sheet.getRow(4 + i);
        assertThat(row.getCell(0).getStringCellValue()).isEqualTo(figures.unit(zones.get(i)).name());
        double ha = figures.redLine(zones.get(i)).numeratorM2() / 10_000;
        assertThat(row.getCell(2).getNumericCellValue()).isEqualTo(ha);
        assertThat(row.getCell(4).getNumericCellValue()).isEqualTo(figures.redLine(zones.get(i)).ratio());
        assertThat(row.getCell(2).getCellStyle().getDataFormatString()).isEqualTo("#,##0.00");
        numerator += ha;
      }
      Row total = sheet.getRow(4 + zones.size());
      assertThat(total.getCell(2).getCellFormula()).isEqualTo("SUM(C5:C" + (4 + zones.size()) + ")");
      assertThat(total.getCell(2).getNumericCellValue()).isCloseTo(numerator, within(1e-9));
      assertThat(total.getCell(4).getCellFormula())
          .isEqualTo("C" + (5 + zones.size()) + "/D" + (5 + zones.size()));
      assertThat(sheet.getMergedRegions()).hasSameSizeAs(template.getSheetAt(0).getMergedRegions());
      assertThat(sheet.getMergedRegions().stream().map(CellRangeAddress::getLastColumn)).containsOnly(6);
      assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
      assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("4:4");
      assertThat(sheet.getColumnWidth(0)).isEqualTo(template.getSheetAt(0).getColumnWidth(0));
      assertThat(text(sheet)).doesNotContain("{{").contains("31.96%", "示例数据");
      assertThat(text(book.getSheetAt(1))).contains("江海区国土空间功能结构", "农用地");
    }
  }

  private static String text(Sheet sheet) {
    StringBuilder text = new StringBuilder();
    sheet.forEach(row -> row.forEach(cell -> text.append(cell).append('\n')));
    return text.toString();
  }

  private static byte[] template(String... cells) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      Row row = book.createSheet("表").createRow(0);
      for (int i = 0; i < cells.length; i++) {
        row.createCell(i).setCellValue(cells[i]);
      }
      book.write(out);
      return out.toByteArray();
    }
  }

  @Test
  void unknownNamesAreToldCellByCellWithTheKnownOnes() {
    assertThatThrownBy(() -> filled(template("{{redLine.ratoi}}", "{{units[].nam}}", "{{asOf}}")))
        .isInstanceOf(BadInput.class).hasMessageContaining("表!A1 {{redLine.ratoi}}")
        .hasMessageContaining("表!B1 {{units[].nam}}").hasMessageContaining("redLine.ratio")
        .hasMessageContaining("units[].name").hasMessageNotContaining("C1");
    assertThatThrownBy(() -> filled(template("{{units[].name}}", "{{ledger[].parcel}}")))
        .isInstanceOf(BadInput.class).hasMessageContaining("second list").hasMessageContaining("B1");
    assertThatThrownBy(() -> filled(template("没有名称"))).isInstanceOf(BadInput.class)
        .hasMessageContaining("names nothing");
  }

  @Test
  void anEmptyListLeavesItsRowEmpty() throws Exception {
    try (XSSFWorkbook book = filled(template("{{units[nothing].name}}", "注"))) {
      assertThat(text(book.getSheetAt(0))).doesNotContain("{{").contains("注");
    }
  }

  @ParameterizedTest
  @CsvSource({"xl/vbaProject.bin,macros", "xl/externalLinks/externalLink1.xml,links", "xl/embeddings/a.bin,embedded"})
  void whatATemplateHasNoNeedOfIsRefused(String part, String told) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
      zip.closeEntry();
      zip.putNextEntry(new ZipEntry(part));
      zip.write(1);
      zip.closeEntry();
    }
    assertThatThrownBy(() -> filler.fill("t.xlsm", out.toByteArray(), BookQuery.NEWEST))
        .isInstanceOf(BadInput.class).hasMessageContaining(told);
  }

  @Test
  void aBombAndWhatIsNoWorkbookAreRefused() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 210; i++) {
        zip.write(zeros);
      }
      zip.closeEntry();
    }
    assertThatThrownBy(() -> filler.fill("t.xlsx", out.toByteArray(), BookQuery.NEWEST))
        .isInstanceOf(BadInput.class).hasMessageContaining("unpacks to more");
    for (byte[] each : List.of(new byte[0], "PK\3\4junk".getBytes(), new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11})) {
      assertThatThrownBy(() -> filler.fill("t.xlsx", each, BookQuery.NEWEST)).isInstanceOf(BadInput.class);
    }
  }

  @Test
  @Tag("heavy")
  void libreOfficeOpensTheFilledTemplateAndFindsTheSameFigures() throws Exception {
    Path file = folder.resolve("filled.xlsx");
    filler.fill(TEMPLATE, BookQuery.NEWEST, file);
    Process office = new ProcessBuilder("soffice", "-env:UserInstallation=file://" + folder.resolve("profile"),
        "--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76", "--outdir", folder.toString(),
        file.toString()).redirectErrorStream(true).start();
    String said = new String(office.getInputStream().readAllBytes());
    assertThat(office.waitFor()).isZero();
    assertThat(said).doesNotContainIgnoringCase("repair").doesNotContainIgnoringCase("error");
    double shown = figures.redLine(0).ratio() * 100;
    assertThat(Files.readString(folder.resolve("filled.csv")))
        .contains("江海区产业用地红线执行情况表", "合计", String.format("%.2f%%", shown));
  }
}
