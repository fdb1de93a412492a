package org.parkland.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parkland.SampleDistrict;
import org.parkland.analysis.Workspace;

/** Sheets and reports over HTTP, on the sample district; every figure of a report against the API's answer. */
class PrintRoutesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
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

  private static HttpResponse<byte[]> get(String path) throws Exception {
    return CLIENT.send(HttpRequest.newBuilder(URI.create(server.address() + path)).build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }

  private static JsonNode json(String path) throws Exception {
    HttpResponse<byte[]> answer = get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  @Test
  void aSheetShowsTheGroundThatItsFramePromises() throws Exception {
    JsonNode frame = json("/api/print/frame?unit=B1&paper=a3&orientation=portrait");
    assertThat(frame.path("scale").asInt()).isIn(List.of(5000, 10000));
    assertThat(frame.path("corners")).hasSize(4);
    HttpResponse<byte[]> sheet = get("/api/print/map.pdf?unit=B1&paper=a3&orientation=portrait&title=%E5%9B%BE");
    assertThat(sheet.headers().firstValue("Content-Type")).contains("application/pdf");
    assertThat(text(sheet.body())).contains("图", "1:" + (frame.path("scale").asInt() / 1000));
  }

  /** What stands on the screen goes onto paper, its legend too. */
  @Test
  void findingsThatShowArePrinted() throws Exception {
    String sheet = "/api/print/map.pdf?layers=units:district,finding:warning,finding:notice";
    assertThat(text(get(sheet).body())).contains("警告（数字可能有");
    assertThat(text(get(sheet + "&lang=en").body())).contains("Warning");
    assertThat(text(get("/api/print/map.pdf?layers=units:district").body())).doesNotContain("警告");
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', value = {
      "/api/print/map.pdf?scale=1234; scale", "/api/print/map.pdf?bounds=1,2,3; bounds",
      "/api/print/map.pdf?bounds=1,2,3,4; bounds", "/api/print/map.pdf?bounds=NaN,2,3,4; bounds",
      "/api/print/map.pdf?layers=secret:x; layers", "/api/print/map.pdf?paper=a0; paper",
      "/api/print/map.pdf?lang=fr; lang", "/api/print/map.pdf?opacity=2; opacity", "/api/print/map.pdf?only=zz; only",
      "/api/print/map.pdf?unit=nowhere; unit", "/api/print/frame?shape=round; shape",
      "/api/report.pdf?unit=nowhere; unit", "/api/report.pdf?areaUnit=acre; areaUnit",
      "/api/report.pdf?candidates=1000; candidates", "/report?policy=none; policy"})
  void wrongParametersAreRefusedByName(String path, String parameter) throws Exception {
    HttpResponse<byte[]> answer = get(path);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(JSON.readTree(answer.body()).path("parameter").asText()).isEqualTo(parameter);
  }

  /** Page and PDF, district and unit, in both languages and two units of area. */
  @ParameterizedTest
  @CsvSource({"/report, D1, zh-CN, ha, 10000", "/api/report.pdf, Z1, zh-CN, ha, 10000", "/api/report.pdf, B1, en, m2, 1"})
  void theReportsFiguresAreThoseOfTheApi(String path, String unit, String lang, String areaUnit, double m2) throws Exception {
    boolean whole = unit.equals("D1");
    HttpResponse<byte[]> answer =
        get(path + "?lang=" + lang + "&areaUnit=" + areaUnit + (whole ? "" : "&unit=" + unit));
    assertThat(answer.statusCode()).isEqualTo(200);
    Rows rows = new Rows(path.endsWith("pdf") ? pdfRows(answer.body()) : htmlRows(answer.body()),
        m2, areaUnit.equals("m2") ? 0 : 2);
    String site = whole ? "" : "unit=" + unit;
    String name = lang.equals("en") ? "nameEn" : "name";

    JsonNode line = json("/api/redline?unit=" + unit).path("units").get(0).path("redLine");
    JsonNode planned = json("/api/redline?state=planned&unit=" + unit).path("units").get(0).path("redLine");
    rows.have(rows.area(line, "numeratorM2"), rows.area(planned, "numeratorM2"));
    rows.have(rows.area(line, "denominatorM2"), rows.area(planned, "denominatorM2"));
    rows.have(rows.area(line, "headroomM2"), rows.area(planned, "headroomM2"));
    rows.have(percent(line, "ratio"), percent(planned, "ratio"));
    rows.have(percent(line, "lowestRatio"), percent(line, "highestRatio"));
    balance(rows, unit);
    for (JsonNode row : json("/api/structure?unit=" + unit).path("units").get(0).path("structure")) {
      rows.have(row.path(name).asText(), rows.area(row, "areaM2"), percent(row, "share"));
    }
    JsonNode ledger = json("/api/ledger?unit=" + unit);
    rows.have(rows.area(ledger.path("before"), "numeratorM2"), rows.area(ledger.path("after"), "numeratorM2"));
    for (JsonNode row : ledger.path("totals")) {
      rows.have(number(row.path("parcels").asDouble(), 0), rows.area(row, "areaBeforeM2"), rows.area(row, "areaAfterM2"));
    }
    String status = lang.equals("en") ? "statusEn" : "status";
    for (JsonNode row : json("/api/idle" + (whole ? "" : "?" + site)).path("statuses")) {
      rows.have(row.path(status).asText(), number(row.path("count").asDouble(), 0), rows.area(row, "areaM2"));
    }
    JsonNode funnel = json("/api/funnel" + (whole ? "" : "?" + site));
    rows.have(funnel.path("entered").asText(), rows.area(funnel, "enteredM2"));
    for (JsonNode step : funnel.path("steps")) {
      rows.have(step.path("left").asText(), rows.area(step, "leftM2"), step.path("fell").asText(), rows.area(step, "fellM2"));
    }
    for (JsonNode each : json("/api/candidates?limit=10" + (whole ? "" : "&" + site)).path("candidates")) {
      rows.have(each.path("parcel").asText(), rows.area(each, "areaM2"), number(each.path("score").asDouble(), 2));
    }
    parks(rows, unit, whole, name);
  }

  private static void balance(Rows rows, String unit) throws Exception {
    JsonNode current = json("/api/landuse?levels=true&unit=" + unit).path("unit");
    for (JsonNode row : current.path("landUse")) {
      if (row.path("code").asText().length() <= 4) {
        rows.have(row.path("code").asText(), rows.area(row, "areaM2"),
            number(100 * row.path("areaM2").asDouble() / current.path("coveredM2").asDouble(), 2) + "%");
      }
    }
    for (JsonNode row : json("/api/landuse?levels=true&state=planned&unit=" + unit).path("unit").path("landUse")) {
      if (row.path("code").asText().length() <= 4) {
        rows.have(row.path("code").asText(), rows.area(row, "areaM2"));
      }
    }
  }

  private static void parks(Rows rows, String unit, boolean whole, String name) throws Exception {
    for (JsonNode park : json("/api/parks").path("parks")) {
      if (whole || park.path("id").asText().equals(unit)) {
        rows.have(rows.area(park, "areaM2"), rows.area(park, "industryM2"), percent(park, "industryShare"),
            rows.area(park, "idleM2"), rows.area(park, "inefficientM2"), number(park.path("plotRatio").asDouble(), 2));
      }
    }
  }

  @Test
  void thePressTakesOneAtATimeAndSendsTheRestAway() throws Exception {
    List<java.util.concurrent.CompletableFuture<HttpResponse<byte[]>>> asked = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      asked.add(CLIENT.sendAsync(HttpRequest.newBuilder(URI.create(server.address() + "/api/print/map.pdf?unit=B1&scale=500")).build(),
          HttpResponse.BodyHandlers.ofByteArray()));
    }
    List<HttpResponse<byte[]>> answers = asked.stream().map(java.util.concurrent.CompletableFuture::join).toList();
    assertThat(answers).allMatch(each -> each.statusCode() == 200 || each.statusCode() == 503);
    answers.stream().filter(each -> each.statusCode() == 503).forEach(each ->
        assertThat(each.headers().firstValue("Retry-After")).isPresent());
    assertThat(answers).filteredOn(each -> each.statusCode() == 200).hasSizeGreaterThanOrEqualTo(5);
  }

  private static String percent(JsonNode node, String key) {
    return node.path(key).isNumber() ? number(100 * node.path(key).asDouble(), 2) + "%" : "—";
  }

  private static String number(double value, int digits) {
    return String.format(java.util.Locale.ROOT, "%,." + digits + "f",
        new BigDecimal(value).setScale(digits, RoundingMode.HALF_UP)).replace('-', '−');
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setSortByPosition(true);
      return stripper.getText(document);
    }
  }

  private static List<String> pdfRows(byte[] pdf) throws IOException {
    return Arrays.asList(text(pdf).split("\n"));
  }

  private static List<String> htmlRows(byte[] page) {
    List<String> rows = new ArrayList<>();
    var row = Pattern.compile("<tr[^>]*>(.*?)</tr>", Pattern.DOTALL).matcher(new String(page, java.nio.charset.StandardCharsets.UTF_8));
    while (row.find()) {
      rows.add(row.group(1).replaceAll("<[^>]*>", " "));
    }
    return rows;
  }

  /** Rows of a report, in which texts stand one after the other. */
  private record Rows(List<String> rows, double m2, int digits) {
    String area(JsonNode node, String key) {
      return number(node.path(key).asDouble() / m2, digits);
    }

    void have(String... texts) {
      Pattern wanted = Pattern.compile(Arrays.stream(texts).map(each -> each.replaceAll("\\s+", " "))
          .map(each -> "(?<![\\d,.])" + Pattern.quote(each) + "(?![\\d,.]\\d)").collect(java.util.stream.Collectors.joining(".*")));
      assertThat(rows.stream().map(each -> each.replaceAll("\\s+", " ")).anyMatch(each -> wanted.matcher(each).find()))
          .as("a row with " + String.join(" … ", texts)).isTrue();
    }
  }
}
