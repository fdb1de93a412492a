package org.parkland.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parkland.SampleDistrict;
import org.parkland.analysis.Workspace;
import org.parkland.web.WebServer;

/** The workbooks as the server gives them, read back by Apache POI: every figure is the API's. */
class WorkbooksTest {
  private static final double HECTARE_M2 = 10_000;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static Workspace workspace;
  private static WebServer server;

  @BeforeAll
  static void start() {
    workspace = SampleDistrict.open();
    server = WebServer.start(workspace);
  }

  @AfterAll
  static void stop() {
    server.close();
    workspace.close();
  }

  private static JsonNode json(String path) throws Exception {
    return new ObjectMapper().readTree(get(path).body());
  }

  private static HttpResponse<byte[]> get(String path) throws Exception {
    return CLIENT.send(HttpRequest.newBuilder(URI.create(server.address() + path)).build(), BodyHandlers.ofByteArray());
  }

  /** The rows below the head, which is the row that repeats on every page. */
  private static List<Row> rows(Sheet sheet) {
    int head = sheet.getRepeatingRows().getFirstRow();
    List<Row> rows = new ArrayList<>();
    sheet.forEach(row -> {
      if (row.getRowNum() > head) {
        rows.add(row);
      }
    });
    return rows;
  }

  private static Sheet book(String path) throws Exception {
    HttpResponse<byte[]> answer = get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return new XSSFWorkbook(new ByteArrayInputStream(answer.body())).getSheetAt(0);
  }

  private static void assertFigure(Cell cell, JsonNode figure, double per) {
    if (figure.isNull() || figure.isMissingNode()) {
      assertThat(cell.getCellType()).isEqualTo(CellType.BLANK);
    } else {
      double expected = figure.asDouble() / per;
      assertThat(cell.getNumericCellValue()).isCloseTo(expected, within(1e-12 * Math.abs(expected)));
      assertThat(cell.getCellStyle().getDataFormatString()).isNotEqualTo("General");
    }
  }

  @Test
  void theRedLineTableHoldsTheFiguresOfTheApi() throws Exception {
    JsonNode units = json("/api/redline").path("units");
    Sheet sheet = book("/api/workbooks/redline.xlsx");
    List<Row> rows = rows(sheet);
    assertThat(rows).hasSameSizeAs(units);
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      JsonNode line = units.get(i).path("redLine");
      assertThat(row.getCell(1).getStringCellValue()).isEqualTo(units.get(i).path("name").asText());
      assertFigure(row.getCell(2), units.get(i).path("areaM2"), HECTARE_M2);
      assertFigure(row.getCell(3), line.path("numeratorM2"), HECTARE_M2);
      assertFigure(row.getCell(4), line.path("denominatorM2"), HECTARE_M2);
      assertFigure(row.getCell(5), line.path("ratio"), 1);
      assertFigure(row.getCell(6), line.path("headroomM2"), HECTARE_M2);
      assertFigure(row.getCell(8), line.path("lowestRatio"), 1);
      assertFigure(row.getCell(9), line.path("highestRatio"), 1);
    }
    String words = text(sheet);
    assertThat(words).contains("江海区产业用地红线监测表", "单位：公顷", "2025-12-31", "1001,1101", "30%", "椭球面积", "示例数据");
    assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
    assertThat(sheet.getFitToPage()).isTrue();
  }

  private static String text(Sheet sheet) {
    StringBuilder text = new StringBuilder();
    sheet.forEach(row -> row.forEach(cell -> text.append(cell).append('\n')));
    return text.toString();
  }

  @Test
  void theStructureTableHoldsTheFiguresOfTheApi() throws Exception {
    List<JsonNode> lines = new ArrayList<>();
    json("/api/structure?state=planned").path("units").forEach(unit -> unit.path("structure").forEach(lines::add));
    List<Row> rows = rows(book("/api/workbooks/structure.xlsx?state=planned"));
    assertThat(rows).hasSameSizeAs(lines);
    for (int i = 0; i < rows.size(); i++) {
      assertThat(rows.get(i).getCell(2).getStringCellValue()).endsWith(lines.get(i).path("name").asText());
      assertFigure(rows.get(i).getCell(3), lines.get(i).path("areaM2"), HECTARE_M2);
      assertFigure(rows.get(i).getCell(4), lines.get(i).path("share"), 1);
    }
  }

  @Test
  void theLedgerHoldsTheFiguresOfTheApiAndAddsUp() throws Exception {
    JsonNode ledger = json("/api/ledger");
    List<Row> rows = rows(book("/api/workbooks/ledger.xlsx"));
    assertThat(rows).hasSize(ledger.path("entries").size() + 2);
    List<String> keys = List.of("areaBeforeM2", "areaAfterM2", "numeratorM2", "denominatorM2", "ratioPart");
    for (int i = 0; i < ledger.path("entries").size(); i++) {
      JsonNode entry = ledger.path("entries").get(i);
      assertThat(rows.get(i).getCell(0).getStringCellValue()).isEqualTo(entry.path("parcel").asText());
      for (int k = 0; k < keys.size(); k++) {
        assertFigure(rows.get(i).getCell(4 + k), entry.path(keys.get(k)), 1);
      }
    }
    assertFigure(rows.get(rows.size() - 1).getCell(8), ledger.path("change").path("ratio"), 1);
    double parts = rows.stream().limit(rows.size() - 1).mapToDouble(row -> row.getCell(8).getNumericCellValue()).sum();
    assertThat(parts).isCloseTo(ledger.path("change").path("ratio").asDouble(), within(1e-12));
  }

  @Test
  void theRegisterHoldsTheCasesOfTheApiInTheirOrder() throws Exception {
    JsonNode idle = json("/api/idle?limit=1000&today=2026-12-31");
    List<Row> rows = rows(book("/api/workbooks/idle.xlsx?today=2026-12-31"));
    assertThat(rows).hasSize(idle.path("total").asInt());
    for (int i = 0; i < idle.path("cases").size(); i++) {
      JsonNode each = idle.path("cases").get(i);
      assertThat(rows.get(i).getCell(0).getStringCellValue()).isEqualTo(each.path("parcel").asText());
      assertFigure(rows.get(i).getCell(4), each.path("areaM2"), 1);
      assertFigure(rows.get(i).getCell(5), each.path("areaM2"), 2000.0 / 3);
      assertFigure(rows.get(i).getCell(9), each.path("daysOverdue"), 1);
    }
  }

  @Test
  void theCandidatesAreThoseOfTheApiInEnglishToo() throws Exception {
    JsonNode sites = json("/api/candidates?limit=1000");
    Sheet sheet = book("/api/workbooks/candidates.xlsx?lang=en");
    List<Row> rows = rows(sheet);
    assertThat(rows).hasSize(sites.path("total").asInt());
    for (int i = 0; i < rows.size(); i++) {
      JsonNode site = sites.path("candidates").get(i);
      assertFigure(rows.get(i).getCell(0), site.path("rank"), 1);
      assertThat(rows.get(i).getCell(1).getStringCellValue()).isEqualTo(site.path("parcel").asText());
      assertFigure(rows.get(i).getCell(5), site.path("areaM2"), 1);
      assertFigure(rows.get(i).getCell(8), site.path("score"), 1);
    }
    assertThat(text(sheet)).contains("Jianghai District: Usable sites", "Parcel number", "Unit: m²");
  }

  @Test
  void theFileIsNamedInChineseForWhoeverReadsIt() throws Exception {
    HttpResponse<byte[]> answer = get("/api/workbooks/redline.xlsx");
    String name = answer.headers().firstValue("Content-Disposition").orElseThrow();
    assertThat(name).startsWith("attachment; filename=\"redline.xlsx\"; filename*=UTF-8''");
    assertThat(URLDecoder.decode(name.substring(name.indexOf("''") + 2), StandardCharsets.UTF_8))
        .isEqualTo("江海区_产业用地红线监测表_2025-12-31.xlsx");
    assertThat(get("/api/workbooks/nothing.xlsx").statusCode()).isEqualTo(404);
    assertThat(get("/api/workbooks/redline.xlsx?who=1").statusCode()).isEqualTo(400);
  }
}
