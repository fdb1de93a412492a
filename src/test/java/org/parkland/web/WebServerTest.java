package org.parkland.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parkland.SampleDistrict;
import org.parkland.analysis.Workspace;

/** The API over HTTP, on the sample district. */
class WebServerTest {
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
  void theServerSaysThatItIsReady() throws Exception {
    assertThat(json("/health").path("status").asText()).isEqualTo("alive");
  }

  @Test
  void theDistrictSaysThatItIsSynthetic() throws Exception {
    JsonNode district = json("/api/district");
    assertThat(district.path("code").asText()).isEqualTo("440704");
    assertThat(district.path("name").asText()).isEqualTo("江海区");
    assertThat(district.path("synthetic").asBoolean()).isTrue();
    assertThat(district.path("note").asText()).contains("示例数据");
    assertThat(district.path("dates")).extracting(JsonNode::asText).containsExactly("2020-12-31", "2025-12-31");
    assertThat(district.path("bounds")).hasSize(4);
    assertThat(district.path("landBounds")).hasSize(4);
    assertThat(district.path("bounds").get(0).asDouble()).isCloseTo(113.065, within(0.005));
  }

  @Test
  void everyClassHasAColour() throws Exception {
    JsonNode classes = json("/api/classes");
    assertThat(classes).hasSize(175);
    assertThat(classes).allSatisfy(each -> assertThat(each.path("color").asText()).matches("#[0-9a-f]{6}"));
  }

  @Test
  void theRedLineIsARatioOfTheAreasItShows() throws Exception {
    JsonNode answer = json("/api/redline");
    assertThat(answer.path("policy").path("threshold").asDouble()).isEqualTo(0.30);
    assertThat(answer.path("policy").path("source").asText()).contains("第九章第四节");
    for (JsonNode unit : answer.path("units")) {
      JsonNode line = unit.path("redLine");
      double numerator = line.path("numeratorM2").asDouble();
      double denominator = line.path("denominatorM2").asDouble();
      assertThat(line.path("ratio").asDouble()).isCloseTo(numerator / denominator, within(1e-15));
      assertThat(line.path("headroomM2").asDouble()).isCloseTo(numerator - 0.30 * denominator, within(1e-6));
    }
  }

  @Test
  void theBalanceOfTheZonesIsTheBalanceOfTheDistrict() throws Exception {
    JsonNode units = json("/api/landuse").path("units");
    double district = 0;
    double zones = 0;
    for (JsonNode unit : units) {
      double sum = 0;
      for (JsonNode row : unit.path("landUse")) {
        sum += row.path("areaM2").asDouble();
      }
      district += unit.path("kind").asText().equals("district") ? sum : 0;
      zones += unit.path("kind").asText().equals("zone") ? sum : 0;
    }
    assertThat(zones).isCloseTo(district, within(district * 1e-6));
  }

  @Test
  void parentClassesAreSumsOfTheirClasses() throws Exception {
    JsonNode rows = json("/api/landuse?unit=" + districtUnit() + "&levels=true").path("unit").path("landUse");
    double parent = Double.NaN;
    double children = 0;
    for (JsonNode row : rows) {
      String code = row.path("code").asText();
      parent = code.equals("1001") ? row.path("areaM2").asDouble() : parent;
      children += code.matches("1001\\d\\d") ? row.path("areaM2").asDouble() : 0;
    }
    assertThat(children).isPositive().isCloseTo(parent, within(parent * 1e-12));
  }

  @Test
  void aPointFindsItsParcelAndTheParcelFindsItself() throws Exception {
    JsonNode found = json("/api/identify?lon=113.13&lat=22.555");
    JsonNode again = json("/api/parcels/" + found.path("id").asText());
    assertThat(again).isEqualTo(found);
    assertThat(found.path("units")).extracting(each -> each.path("kind").asText()).contains("district", "zone", "street");
    double planned = 0;
    for (JsonNode part : found.path("planned")) {
      planned += part.path("areaM2").asDouble();
    }
    assertThat(planned).isCloseTo(found.path("areas").path("computedM2").asDouble(), within(0.05));
  }

  @Test
  void idleCasesAreFilteredAndPagedByTheServer() throws Exception {
    JsonNode all = json("/api/idle?limit=1000");
    assertThat(all.path("idleFloorAreaM2").asDouble()).isCloseTo(320_000, within(9_600.0));
    long first = all.path("statuses").get(3).path("count").asLong();
    String status = java.net.URLEncoder.encode(all.path("statuses").get(3).path("status").asText(), "UTF-8");
    JsonNode filtered = json("/api/idle?status=" + status + "&limit=2");
    assertThat(filtered.path("total").asLong()).isEqualTo(first).isPositive();
    assertThat(filtered.path("cases")).hasSizeLessThanOrEqualTo(2);
    assertThat(json("/api/idle?status=" + status + "&limit=2&offset=1").path("cases").get(0))
        .isEqualTo(filtered.path("cases").get(1));
  }

  @Test
  void searchFindsUnitsAndParcels() throws Exception {
    JsonNode units = json("/api/search?q=" + java.net.URLEncoder.encode("安全应急", "UTF-8")).path("results");
    assertThat(units.get(0).path("type").asText()).isEqualTo("unit");
    String id = json("/api/identify?lon=113.13&lat=22.555").path("id").asText();
    JsonNode parcels = json("/api/search?q=" + id).path("results");
    assertThat(parcels).hasSize(1);
    assertThat(parcels.get(0).path("id").asText()).isEqualTo(id);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "/api/redline?foo=1             | 400 | foo    | unknown parameter 'foo'",
      "/api/redline?asOf=2025-13-01   | 400 | asOf   | '2025-13-01' is no date",
      "/api/redline?state=dreamt      | 400 | state  | 'dreamt' is none of current, planned",
      "/api/redline?policy=none       | 400 | policy | there is no such policy",
      "/api/redline?unit=nowhere      | 404 | unit   | there is no unit 'nowhere'",
      "/api/landuse?levels=maybe      | 400 | levels | neither true nor false",
      "/api/redline?asOf=1999-01-01   | 422 |        | the oldest are of 2020-12-31",
      "/api/parcels/nothing           | 404 | id     | there is no parcel 'nothing'",
      "/api/identify?lon=113.1        | 400 | lat    | parameter 'lat' is missing",
      "/api/identify?lon=x&lat=1      | 400 | lon    | 'x' is no number",
      "/api/identify?lon=0&lat=0      | 404 |        | there is no parcel at 0.0, 0.0",
      "/api/idle?today=soon           | 400 | today  | 'soon' is no date",
      "/api/alarms?today=%2B999999999-12-31 | 400 | today | '+999999999-12-31' is no date",
      "/api/idle?status=never         | 400 | status | 'never' is no status",
      "/api/idle?unit=nowhere         | 400 | unit   | there is no unit 'nowhere'",
      "/api/idle?limit=0              | 400 | limit  | no number from 1",
      "/api/search                    | 400 | q      | parameter 'q' is missing",
      "/api/layers/parcels            | 404 | kind   | layers served whole are",
      "/api/nothing                   | 404 |        | there is no route /api/nothing",
      "/tiles/current/99/0/0.mvt      | 400 | z/x/y  | zoom must be 0 to 22",
      "/tiles/current/1/7/0.mvt       | 400 | z/x/y  | tile x at zoom 1",
      "/tiles/dreamt/1/0/0.mvt        | 400 | state  | 'dreamt' is none of",
  })
  void whatIsWrongIsSaidByName(String path, int status, String parameter, String detail) throws Exception {
    HttpResponse<String> response = get(path);
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    JsonNode problem = JSON.readTree(response.body());
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("detail").asText()).contains(detail);
    assertThat(problem.path("parameter").asText(null)).isEqualTo(parameter);
    assertThat(response.body()).doesNotContain("Exception").doesNotContain("\\tat ");
  }

  @Test
  void tilesCarryAnEtagAndAreNotSentTwice() throws Exception {
    URI uri = URI.create(server.address() + "/tiles/current/12/3335/1783.mvt");
    HttpResponse<byte[]> first = CLIENT.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray());
    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(first.body()).isNotEmpty();
    String etag = first.headers().firstValue("ETag").orElseThrow();
    HttpResponse<byte[]> second = CLIENT.send(
        HttpRequest.newBuilder(uri).header("If-None-Match", etag).build(), BodyHandlers.ofByteArray());
    assertThat(second.statusCode()).isEqualTo(304);
    assertThat(second.body()).isEmpty();
  }

  /** Sent as it stands: a client of HTTP would not let it pass. */
  @ParameterizedTest
  @ValueSource(strings = {"/api/redline?asOf=%zz", "/api/redline?as%Of=2025-12-31", "/ogc/collections/units/items?crs=%",
      "/api/parcels/x;y=1%ed%a0%%zz80", "/tiles/current/12/3335/1783.mvt?%4"})
  void anAddressThatCannotBeDecodedIsRefused(String address) throws Exception {
    URI uri = URI.create(server.address());
    try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
      socket.getOutputStream().write(("GET " + address + " HTTP/1.1\r\nHost: " + uri.getAuthority()
          + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 400").contains("a % without two hexadecimal digits").doesNotContain("Exception");
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"gzip, deflate, br | gzip", "br, gzip;q=0.8 | gzip", "gzip;q=0 | ''", "gzip; q=0.0, br | ''",
      "identity | ''"})
  void aTileIsPackedForThoseWhoTakeIt(String accepted, String encoding) throws Exception {
    URI uri = URI.create(server.address() + "/tiles/current/12/3335/1783.mvt");
    HttpResponse<byte[]> plain = CLIENT.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofByteArray());
    HttpResponse<byte[]> answer = CLIENT.send(
        HttpRequest.newBuilder(uri).header("Accept-Encoding", accepted).build(), BodyHandlers.ofByteArray());
    assertThat(answer.headers().firstValue("Content-Encoding").orElse("")).isEqualTo(encoding);
    assertThat(answer.headers().firstValue("Vary").orElse("")).contains("Accept-Encoding");
    byte[] tile = encoding.isEmpty() ? answer.body()
        : new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes();
    assertThat(tile).isEqualTo(plain.body());
  }

  @Test
  void thePageForbidsForeignScripts() throws Exception {
    HttpResponse<String> page = get("/");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse("")).contains("default-src 'self'");
    assertThat(get("/webjars/leaflet/dist/leaflet-src.esm.js").statusCode()).isEqualTo(200);
  }

  private static String districtUnit() throws Exception {
    for (JsonNode unit : json("/api/units").path("units")) {
      if (unit.path("kind").asText().equals("district")) {
        return unit.path("id").asText();
      }
    }
    throw new AssertionError("no district");
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
