package org.parkland.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parkland.SampleDistrict;
import org.parkland.analysis.Workspace;

/** The reports over HTTP, on the sample district. */
class ReportRoutesTest {
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

  @Test
  void theRedLineCarriesItsInterval() throws Exception {
    for (JsonNode unit : json("/api/redline?policy=strict-industrial-30").path("units")) {
      JsonNode line = unit.path("redLine");
      assertThat(line.path("lowestRatio").asDouble()).isEqualTo(line.path("ratio").asDouble());
      assertThat(line.path("highestRatio").asDouble()).isEqualTo(line.path("ratio").asDouble());
      assertThat(line.path("doubts")).isEmpty();
    }
  }

  /** The survey's town-and-village attribute is not in the sample: its ratio cannot be told, which is no failure. */
  @ParameterizedTest
  @CsvSource({"industrial-blocks-30, pass", "survey-extent-30, cannot-tell", "all-construction-30, pass"})
  void everyPolicyOfTheFileAnswers(String policy, String status) throws Exception {
    JsonNode district = json("/api/redline?unit=D1&policy=" + policy).path("units").get(0);
    assertThat(district.path("redLine").path("status").asText()).isEqualTo(status);
  }

  @Test
  void theRowsOfTheStructureTableMakeUpTheUnit() throws Exception {
    JsonNode unit = json("/api/structure?unit=D1").path("units").get(0);
    double sum = 0;
    for (JsonNode row : unit.path("structure")) {
      sum += row.path("within").isNull() ? row.path("areaM2").asDouble() : 0;
    }
    assertThat(sum).isCloseTo(unit.path("coveredM2").asDouble(), within(1e-6));
  }

  @Test
  void theCellsOfTheChangeMatrixMakeUpTheUnit() throws Exception {
    double coveredM2 = json("/api/landuse?unit=B1").path("unit").path("coveredM2").asDouble();
    double sum = 0;
    for (JsonNode cell : json("/api/changes?unit=B1&level=1").path("cells")) {
      assertThat(cell.path("current").asText()).hasSize(2);
      sum += cell.path("areaM2").asDouble();
    }
    assertThat(sum).isCloseTo(coveredM2, within(1.0));
  }

  @Test
  void adjustedAreasMakeUpTheControlArea() throws Exception {
    JsonNode control = json("/api/reconciliation?unit=B1&control=1440000.01").path("control");
    double sum = 0;
    for (JsonNode parcel : control.path("parcels")) {
      sum += parcel.path("adjustedM2").asDouble();
    }
    assertThat(sum).isCloseTo(1_440_000.01, within(0.001));
  }

  @Test
  void theProtectionLineNamesWhatItsLevelsForbid() throws Exception {
    JsonNode answer = json("/api/protection");
    assertThat(answer.path("blocks")).hasSize(42);
    assertThat(answer.path("encroachments")).isNotEmpty()
        .allSatisfy(each -> assertThat(each.path("code").asText()).matches("0[79].*"));
    assertThat(answer.path("enclosed")).isNotEmpty();
    assertThat(json("/api/protection?state=planned").path("state").asText()).isEqualTo("planned");
  }

  @Test
  void everyParkHasItsLandInBothStatesAndTheFloorsOfThePolicy() throws Exception {
    JsonNode answer = json("/api/parks");
    assertThat(answer.path("policy").path("investmentPerMuWan").asDouble()).isEqualTo(800);
    assertThat(answer.path("policy").path("taxPerMuWan").asDouble()).isEqualTo(50);
    assertThat(answer.path("parks")).hasSize(21).allSatisfy(park -> {
      assertThat(park.path("landUse").path("current")).isNotEmpty();
      assertThat(park.path("landUse").path("planned")).isNotEmpty();
    });
  }

  @Test
  void theLedgerBeginsAndEndsWithTheRedLineOfItsDays() throws Exception {
    JsonNode ledger = json("/api/ledger?from=2020-12-31&to=2025-12-31&unit=Z1");
    for (String side : new String[] {"before", "after"}) {
      String day = ledger.path(side.equals("before") ? "from" : "to").asText();
      JsonNode line = json("/api/redline?unit=Z1&asOf=" + day).path("units").get(0).path("redLine");
      assertThat(ledger.path(side).path("ratio").asDouble()).isCloseTo(line.path("ratio").asDouble(), within(1e-12));
    }
  }

  @Test
  void twoPoliciesDifferByTheClassesTheyCountDifferently() throws Exception {
    JsonNode answer = json("/api/policies/compare?a=industrial-30&b=strict-industrial-30");
    double parts = 0;
    for (JsonNode each : answer.path("classes")) {
      assertThat(each.path("code").asText()).startsWith("1101");
      parts += each.path("ratioPart").asDouble();
    }
    double difference = answer.path("b").path("redLine").path("ratio").asDouble()
        - answer.path("a").path("redLine").path("ratio").asDouble();
    assertThat(parts).isNegative().isCloseTo(difference, within(1e-12));
  }

  @Test
  void theTrendHasAPointForEveryDay() throws Exception {
    JsonNode points = json("/api/trend?unit=D1").path("units").get(0).path("points");
    assertThat(points).extracting(each -> each.path("asOf").asText()).containsExactly("2020-12-31", "2025-12-31");
    assertThat(points.get(1).path("constructionPerYearM2").asDouble()).isPositive();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/structure?from=2020-12-31, 400, from",
    "/api/changes?level=4, 400, level",
    "/api/policies/compare?a=industrial-30, 400, b",
    "/api/policies/compare?b=nothing, 400, b",
    "/api/ledger?unit=XX, 404, unit",
    "/api/ledger?from=yesterday, 400, from",
    "/api/changes?by=village, 422, ''",
    "/api/ledger?policy=industrial-blocks-30, 422, ''",
    "/api/reconciliation?control=-1, 400, control"
  })
  void whatCannotBeAskedIsRefusedWithTheReason(String path, int status, String parameter) throws Exception {
    HttpResponse<String> response = get(path);
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("content-type")).hasValueSatisfying(
        type -> assertThat(type).startsWith("application/problem+json"));
    assertThat(JSON.readTree(response.body()).path("parameter").asText("")).isEqualTo(parameter);
  }

  private static JsonNode json(String path) throws IOException, InterruptedException {
    HttpResponse<String> response = get(path);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JSON.readTree(response.body());
  }

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return CLIENT.send(HttpRequest.newBuilder(URI.create(server.address() + path)).build(), BodyHandlers.ofString());
  }
}
