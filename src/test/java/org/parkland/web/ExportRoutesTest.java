package org.parkland.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parkland.SampleDistrict;
import org.parkland.analysis.Workspace;

/** Exports and templates over HTTP, on the sample district. */
class ExportRoutesTest {
  private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
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
    return CLIENT.send(HttpRequest.newBuilder(URI.create(server.address() + path))
        .header("Accept-Encoding", "gzip").build(), BodyHandlers.ofByteArray());
  }

  @ParameterizedTest
  @CsvSource({"gpkg,application/geopackage+sqlite3,SQLite format 3", "shp,application/zip,PK", "fgb,"
      + "application/vnd.flatgeobuf,fgb", "xlsx," + XLSX + ",PK"})
  void aFileComesWithItsTypeAndItsChineseName(String format, String type, String magic) throws Exception {
    HttpResponse<byte[]> answer = get("/api/export/zoning?format=" + format + "&crs=EPSG:4547");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).isEqualTo(type);
    assertThat(new String(answer.body(), 0, 20, StandardCharsets.ISO_8859_1)).startsWith(magic);
    String name = answer.headers().firstValue("Content-Disposition").orElseThrow();
    assertThat(URLDecoder.decode(name.substring(name.indexOf("''") + 2), StandardCharsets.UTF_8))
        .startsWith("江海区_规划地块_2025-12-31.");
  }

  @Test
  void geoJsonIsWhatTheStandardSays() throws Exception {
    HttpResponse<byte[]> answer = CLIENT.send(HttpRequest.newBuilder(URI.create(server.address()
        + "/api/export/parcels?format=geojson&unit=Z1&filter=" + URLEncoder.encode("land_use LIKE '1001%'",
            StandardCharsets.UTF_8))).build(), BodyHandlers.ofByteArray());
    JsonNode collection = new ObjectMapper().readTree(answer.body());
    assertThat(collection.has("crs")).isFalse();
    assertThat(collection.path("features")).isNotEmpty().allSatisfy(each -> {
      assertThat(each.at("/properties/YDYHFLDM").asText()).startsWith("1001");
      JsonNode first = each.at("/geometry/type").asText().equals("Polygon")
          ? each.at("/geometry/coordinates/0/0") : each.at("/geometry/coordinates/0/0/0");
      assertThat(first.path(0).asDouble()).isBetween(113.0, 113.3);
      assertThat(first.path(1).asDouble()).isBetween(22.4, 22.7);
    });
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"/api/export/nothing?format=csv|404|what", "/api/export/parcels|400|format",
      "/api/export/parcels?format=dwg|400|format", "/api/export/parcels?format=csv&crs=EPSG:1|400|crs",
      "/api/export/parcels?format=csv&bbox=1,2,3|400|bbox", "/api/export/parcels?format=csv&who=me|400|who",
      "/api/export/parcels?format=csv&filter=colour%3D1|422|", "/api/export/units?format=txt|422|",
      "/api/export/structure?format=gpkg|422|", "/api/export/reference?format=gpkg|422|",
      "/api/export/idle?format=csv&ids=1|422|", "/api/export/candidates?format=csv&weights=beauty%3D1|400|weights"})
  void whatCannotBeExportedIsToldAsAProblem(String path, int status, String parameter) throws Exception {
    HttpResponse<byte[]> answer = CLIENT.send(HttpRequest.newBuilder(URI.create(server.address() + path)).build(),
        BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).as(path).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
    assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
    if (parameter != null) {
      assertThat(new ObjectMapper().readTree(answer.body()).path("parameter").asText()).isEqualTo(parameter);
    }
  }

  /** The list that goes out is the one on the screen, whose sliders were moved. */
  @Test
  void candidatesAreRankedByTheWeightsAskedFor() throws Exception {
    String weights = "weights=" + URLEncoder.encode("area=50,road=0", StandardCharsets.UTF_8);
    JsonNode shown = new ObjectMapper().readTree(text("/api/candidates?limit=1000&" + weights));
    List<String> expected = new ArrayList<>();
    shown.path("candidates").forEach(each -> expected.add(each.path("parcel").asText()));
    assertThat(expected).hasSizeGreaterThan(5);
    assertThat(parcels("/api/export/candidates?format=csv&" + weights)).isEqualTo(expected);
    assertThat(parcels("/api/export/candidates?format=csv")).containsExactlyInAnyOrderElementsOf(expected)
        .isNotEqualTo(expected);
  }

  private static String text(String path) throws Exception {
    return CLIENT.send(HttpRequest.newBuilder(URI.create(server.address() + path)).build(), BodyHandlers.ofString()).body();
  }

  /** The second column of a list as CSV. */
  private static List<String> parcels(String path) throws Exception {
    return text(path).lines().skip(1)
        .map(line -> line.split(",")[1].replace("\"", "")).toList();
  }

  @Test
  void temporaryFilesAreGoneWhenAFileHasBeenSent() throws Exception {
    long before = temporary();
    get("/api/export/zoning?format=gpkg");
    // The last byte arrives before the server has tidied up.
    for (int tries = 0; tries < 100 && temporary() > before; tries++) {
      Thread.sleep(50);
    }
    assertThat(temporary()).isLessThanOrEqualTo(before);
  }

  private static long temporary() throws Exception {
    try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files.filter(each -> each.getFileName().toString().startsWith("parkland-export-" + ProcessHandle.current().pid() + "-")).count();
    }
  }

  @Test
  void aTemplateIsFilled() throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + "/api/workbooks/fill?unit=Z1"))
        .POST(BodyPublishers.ofFile(Path.of("gis-data/templates/red-line.xlsx")));
    assertThat(CLIENT.send(request.build(), BodyHandlers.ofByteArray()).statusCode()).isEqualTo(400);
    HttpResponse<byte[]> filled =
        CLIENT.send(request.setHeader("Content-Type", XLSX).build(), BodyHandlers.ofByteArray());
    assertThat(filled.statusCode()).isEqualTo(200);
    assertThat(new String(filled.body(), 0, 2, StandardCharsets.ISO_8859_1)).isEqualTo("PK");
  }
}
