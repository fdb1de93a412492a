package org.parkland.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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

/** From a figure to its parcels: the list adds up to the figure. */
class CountedRoutesTest {
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

  @ParameterizedTest
  @CsvSource({"D1, current, numerator", "D1, planned, denominator", "Z1, current, denominator",
      "B1, planned, numerator"})
  void thePartsOfTheRedLineToTheLastDigit(String unit, String state, String part) throws Exception {
    JsonNode figure = json("/api/redline?unit=" + unit + "&state=" + state).path("units").get(0).path("redLine");
    JsonNode counted = json("/api/counted?unit=" + unit + "&state=" + state + "&part=" + part + "&limit=1000");
    assertThat(counted.path("areaM2").asDouble()).isEqualTo(figure.path(part + "M2").asDouble());
    if (counted.path("total").asInt() <= 1000) {
      double sum = 0;
      for (JsonNode each : counted.path("parcels")) {
        sum += each.path("areaM2").asDouble();
      }
      assertThat(sum).isCloseTo(counted.path("areaM2").asDouble(), within(1e-5));
    }
  }

  @Test
  void whatIsInsideAndOutsideMakesUpTheUnit() throws Exception {
    double inside = json("/api/counted?unit=Z2&part=denominator&limit=1").path("areaM2").asDouble();
    double outside = json("/api/counted?unit=Z2&part=outside&limit=1").path("areaM2").asDouble();
    double all = json("/api/counted?unit=Z2&limit=1").path("areaM2").asDouble();
    assertThat(inside + outside).isCloseTo(all, within(1e-6));
  }

  @Test
  void aClassOfTheBalanceWithItsNumberOfParcels() throws Exception {
    JsonNode row = json("/api/landuse?unit=Z1&levels=true").path("unit").path("landUse").get(0);
    JsonNode counted = json("/api/counted?unit=Z1&code=" + row.path("code").asText() + "&limit=1");
    assertThat(counted.path("areaM2").asDouble()).isCloseTo(row.path("areaM2").asDouble(), within(1e-6));
    assertThat(counted.path("total").asInt()).isEqualTo(row.path("parcels").asInt());
  }

  @Test
  void pagesFollowOneAnother() throws Exception {
    JsonNode both = json("/api/counted?unit=D1&limit=4").path("parcels");
    assertThat(json("/api/counted?unit=D1&limit=2&offset=2").path("parcels").get(0)).isEqualTo(both.get(2));
    assertThat(both.get(0).path("areaM2").asDouble()).isGreaterThanOrEqualTo(both.get(1).path("areaM2").asDouble());
  }

  @Test
  void shapesOfWhatIsThere() throws Exception {
    String id = json("/api/counted?unit=D1&limit=1").path("parcels").get(0).path("parcel").asText();
    JsonNode shapes = json("/api/shapes?ids=" + id + ",missing");
    assertThat(shapes.path("features")).hasSize(1);
    assertThat(shapes.path("features").get(0).path("properties").path("id").asText()).isEqualTo(id);
    assertThat(shapes.path("features").get(0).path("geometry").path("type").asText()).contains("Polygon");
  }

  @ParameterizedTest
  @CsvSource({"/api/counted, unit", "/api/counted?unit=nowhere, unit", "/api/counted?unit=D1&part=half, part",
      "/api/counted?unit=D1&policy=none, policy", "/api/shapes, ids", "/api/shapes?ids=a&state=past, state"})
  void whatCannotBeAskedIsToldByName(String path, String parameter) throws Exception {
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(JSON.readTree(answer.body()).path("parameter").asText()).isEqualTo(parameter);
  }

  @Test
  void theChartingLibraryIsServedByTheProgram() throws Exception {
    HttpResponse<String> answer = get("/webjars/echarts/6.0.0/echarts.esm.min.js");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/javascript");
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElse("")).doesNotContain("unsafe");
  }

  private static JsonNode json(String path) throws Exception {
    HttpResponse<String> answer = get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return CLIENT.send(HttpRequest.newBuilder(URI.create(server.address() + path)).build(), BodyHandlers.ofString());
  }
}
