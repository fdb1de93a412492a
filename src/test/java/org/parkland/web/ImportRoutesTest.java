package org.parkland.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parkland.SampleDistrict;
import org.parkland.analysis.Workspace;
import org.parkland.config.Setting;
import org.parkland.store.Rows;
import org.parkland.store.SnapshotWriter;

/** Files over HTTP into a copy of the sample district: sent, looked at, imported, withdrawn; and all that is refused. */
class ImportRoutesTest {
  private static final Path PARCELS = Path.of("gis-data/jianghai/parcels-2025.zip");
  private static final long MOST_BYTES = 32L << 20;
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir
  private static Path folder;
  private static Workspace workspace;
  private static WebServer server;

  @BeforeAll
  static void start() throws IOException {
    workspace = Workspace.open(SampleDistrict.settings(
        Files.copy(SampleDistrict.database(), folder.resolve("copy.gpkg"))).with(Setting.UPLOAD_MIB, String.valueOf(MOST_BYTES >> 20)));
    server = WebServer.start(workspace);
  }

  @AfterAll
  static void stop() {
    server.close();
    workspace.close();
    assertThat(folder.resolve("copy.gpkg-uploads")).doesNotExist();
  }

  /** Whatever a test did: no file is left waiting, no import is marked as under way. */
  @AfterEach
  void nothingIsLeft() throws IOException {
    assertThat(waiting()).isEmpty();
    assertThat(folder.resolve("copy.gpkg-import")).doesNotExist();
  }

  private static java.util.List<Path> waiting() throws IOException {
    if (!Files.exists(folder.resolve("copy.gpkg-uploads"))) {
      return java.util.List.of();
    }
    try (Stream<Path> files = Files.walk(folder.resolve("copy.gpkg-uploads"))) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }

  private static HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(server.address() + path));
  }

  private static JsonNode json(HttpResponse<String> answer, int status) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return answer.body().isEmpty() ? null : JSON.readTree(answer.body());
  }

  private static JsonNode get(String path) throws Exception {
    return json(send(to(path)), 200);
  }

  private static JsonNode post(String path, Map<String, ?> body, int status) throws Exception {
    return json(send(to(path).header("Content-Type", "application/json")
        .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))), status);
  }

  private static JsonNode delete(String path, int status) throws Exception {
    return json(send(to(path).DELETE()), status);
  }

  private static JsonNode upload(String name, byte[] content, int status) throws Exception {
    return json(send(to("/api/uploads?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8))
        .header("Content-Type", "application/octet-stream").POST(BodyPublishers.ofByteArray(content))), status);
  }

  private static JsonNode ended(JsonNode job) throws Exception {
    JsonNode now = job;
    while (now.path("state").asText().equals("queued") || now.path("state").asText().equals("running")) {
      Thread.sleep(20);
      now = get("/api/imports/" + job.path("id").asText());
    }
    return now;
  }

  /** Squares in degrees, 50 in a row, as GeoJSON with the columns of parcels. */
  private static byte[] squares(int count, String code) {
    return IntStream.range(0, count).mapToObj(i -> {
      double x = 113.10 + i % 50 * 0.0001;
      double y = 22.50 + i / 50 * 0.0001;
      return String.format(java.util.Locale.ROOT, "{\"type\":\"Feature\",\"properties\":{\"ZDDM\":\"T%d\",\"YDYHFLDM\":\"%s\","
          + "\"BZ\":\"第%d\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[%f,%f],[%f,%f],[%f,%f],[%f,%f],[%f,%f]]]}}",
          i, code, i, x, y, x + 1e-4, y, x + 1e-4, y + 1e-4, x, y + 1e-4, x, y);
    }).collect(Collectors.joining(",\n", "{\"type\":\"FeatureCollection\",\"features\":[", "]}"))
        .getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aFileIsLookedAtImportedShownAndWithdrawnWithoutARestart() throws Exception {
    String before = get("/api/district").path("asOf").asText();
    JsonNode ratio = get("/api/redline");
    JsonNode look = upload("宗地 2026.zip", Files.readAllBytes(PARCELS), 201);
    assertThat(look.path("format").asText()).isEqualTo("Shapefile");
    assertThat(look.path("encoding").asText()).isEqualTo("GB18030");
    assertThat(look.path("kind").asText()).isEqualTo("parcels");
    assertThat(look.path("crs").path("declared").asText()).isEqualTo("EPSG:4526");
    assertThat(look.path("mapping").path("land_use").asText()).isEqualTo("YDYHFLDM");
    assertThat(look.path("rows")).isNotEmpty();
    assertThat(look.path("outline").path("geometries").size()).isBetween(500, 1_500);
    assertThat(look.path("obstacles").findValuesAsText("part")).containsExactly("asOf");
    JsonNode job = ended(post("/api/imports", Map.of("upload", look.path("upload").asText(), "kind", "parcels",
        "asOf", "2026-06-30", "by", "规划科"), 202));
    assertThat(job.path("state").asText()).as(job.toString()).isEqualTo("done");
    assertThat(job.path("rows").asLong()).isEqualTo(look.path("count").asLong());
    assertThat(job.path("percent").asDouble()).isEqualTo(100);
    assertThat(get("/api/district").path("asOf").asText()).isEqualTo("2026-06-30");
    assertThat(get("/api/redline").path("asOf").asText()).isEqualTo("2026-06-30");
    JsonNode newest = get("/api/snapshots").path("snapshots").get(0);
    assertThat(newest.path("source").asText()).startsWith("宗地 2026.zip · ");
    assertThat(newest.path("importedBy").asText()).isEqualTo("规划科");
    String withdraw = "/api/snapshots/" + newest.path("snapshot").asLong() + "/withdraw";
    post(withdraw, Map.of("reason", "坐标未核对", "by", "规划科"), 200);
    assertThat(get("/api/district").path("asOf").asText()).isEqualTo(before);
    assertThat(get("/api/redline")).isEqualTo(ratio);
    assertThat(get("/api/snapshots").path("snapshots").get(0).path("withdrawal").path("reason").asText())
        .isEqualTo("坐标未核对");
    assertThat(post(withdraw, Map.of("reason", "x", "by", "y"), 422).path("detail").asText())
        .contains("is withdrawn already (坐标未核对)");
  }

  @Test
  void whatStandsInTheWayIsSaidAndMendedBeforeTheImport() throws Exception {
    JsonNode look = upload("plots.geojson", squares(120, "M9"), 201);
    String id = look.path("upload").asText();
    assertThat(look.path("codes").path("unknown").path("M9").asInt()).isEqualTo(120);
    assertThat(post("/api/imports", Map.of("upload", id, "kind", "parcels", "asOf", "2019-01-01"), 400)
        .path("detail").asText()).contains("1 codes are in no classification");
    JsonNode again = post("/api/uploads/" + id + "/preview", Map.of("kind", "parcels", "asOf", "2019-01-01",
        "codes", Map.of("M9", "100102"), "columns", Map.of("location", "BZ")), 200);
    assertThat(again.path("obstacles")).isEmpty();
    assertThat(again.path("mapping").path("location").asText()).isEqualTo("BZ");
    assertThat(post("/api/uploads/" + id + "/preview", Map.of("columns", Map.of("id", "")), 200)
        .path("obstacles").findValuesAsText("part")).contains("columns");
    assertThat(post("/api/uploads/" + id + "/preview", Map.of("crs", "EPSG:4526"), 200)
        .path("obstacles").findValuesAsText("part")).contains("crs");
    assertThat(delete("/api/uploads/" + id, 204)).isNull();
    assertThat(delete("/api/uploads/" + id, 404).path("detail").asText()).contains("there is no upload");
  }

  @Test
  void swappedAxesAreSeenAndExchanged() throws Exception {
    String swapped = new String(squares(20, "1001"), StandardCharsets.UTF_8)
        .replaceAll("\\[(113\\.\\d+),(22\\.\\d+)\\]", "[$2,$1]");
    JsonNode look = upload("swapped.geojson", swapped.getBytes(StandardCharsets.UTF_8), 201);
    String path = "/api/uploads/" + look.path("upload").asText();
    assertThat(look.path("crs").path("swapped").asBoolean()).isTrue();
    assertThat(look.path("obstacles").findValuesAsText("part")).contains("crs");
    JsonNode mended = post(path + "/preview", Map.of("swapAxes", true, "kind", "parcels", "asOf", "2017-01-01"), 200);
    assertThat(mended.path("obstacles")).isEmpty();
    assertThat(mended.path("box").get(0).asDouble()).isBetween(113.09, 113.11);
    delete(path, 204);
  }

  @Test
  void anImportThatIsCancelledMidwayLeavesNothing() throws Exception {
    int before = get("/api/snapshots").path("snapshots").size();
    String id = upload("many.geojson", squares(60_000, "1001"), 201).path("upload").asText();
    JsonNode job = post("/api/imports", Map.of("upload", id, "kind", "parcels", "asOf", "2018-01-01"), 202);
    String path = "/api/imports/" + job.path("id").asText();
    while (get(path).path("rows").asLong() == 0) {
      Thread.sleep(2);
    }
    delete(path, 200);
    assertThat(ended(job).path("state").asText()).isEqualTo("cancelled");
    assertThat(get("/api/snapshots").path("snapshots").size()).isEqualTo(before);
  }

  @Test
  void whatIsCancelledOnceStoredEndsItsCheckAndStays() throws Exception {
    int before = get("/api/snapshots").path("snapshots").size();
    String id = upload("stored.geojson", squares(60_000, "1001"), 201).path("upload").asText();
    JsonNode job = post("/api/imports", Map.of("upload", id, "kind", "parcels", "asOf", "2017-01-01"), 202);
    while (get("/api/snapshots").path("snapshots").size() == before) {
      Thread.sleep(2);
    }
    delete("/api/imports/" + job.path("id").asText(), 200);
    JsonNode end = ended(job);
    assertThat(end.path("state").asText()).isEqualTo("done");
    assertThat(end.path("result").path("checked").asBoolean(true)).isFalse();
    assertThat(end.path("result").path("stored").asLong()).isEqualTo(60_000);
    assertThat(get("/api/snapshots").path("snapshots").size()).isEqualTo(before + 1);
  }

  @Test
  void whileAnotherProgramImportsTheFirstFailsClearlyAndTheNextWaitsOrIsCancelled() throws Exception {
    String first = upload("first.geojson", squares(10, "1001"), 201).path("upload").asText();
    String second = upload("second.geojson", squares(10, "1001"), 201).path("upload").asText();
    try (SnapshotWriter other = workspace.store().begin(Rows.draft())) {
      JsonNode blocked = post("/api/imports", Map.of("upload", first, "kind", "parcels", "asOf", "2018-01-01"), 202);
      JsonNode queued = post("/api/imports", Map.of("upload", second, "kind", "parcels", "asOf", "2018-01-01"), 202);
      assertThat(queued.path("state").asText()).isEqualTo("queued");
      assertThat(post("/api/imports", Map.of("upload", second, "kind", "parcels", "asOf", "2018-01-01"), 422)
          .path("detail").asText()).contains("is being imported");
      assertThat(delete("/api/imports/" + queued.path("id").asText(), 200).path("state").asText()).isEqualTo("cancelled");
      JsonNode failed = ended(blocked);
      assertThat(failed.path("state").asText()).isEqualTo("failed");
      assertThat(failed.path("problem").asText()).contains("another import is under way (");
    }
  }

  @Test
  void filesThatCannotBeReadAreRefusedAndGo() throws Exception {
    assertThat(upload("empty.zip", new byte[0], 422).path("detail").asText()).isEqualTo("empty.zip: is empty; send the file again");
    assertThat(upload("letter.docx", "Dear office".getBytes(StandardCharsets.UTF_8), 422).path("detail").asText())
        .startsWith("letter.docx: is of no format that Parkland reads");
    assertThat(upload("a/b\\..\\name.geojson", "{".getBytes(StandardCharsets.UTF_8), 422).path("detail").asText())
        .startsWith("name.geojson").doesNotContain("uploads");
    assertThat(upload("large.zip", new byte[(int) MOST_BYTES + 1], 413).path("detail").asText())
        .contains("larger than the server takes (32 MiB)");
    assertThat(upload("evil.zip", zipWith("../../evil.shp"), 422).path("detail").asText())
        .contains("evil.zip", "points outside the archive");
    assertThat(folder.resolve("evil.shp")).doesNotExist();
  }

  private static byte[] zipWith(String entry) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(new byte[] {1, 2, 3});
    }
    return bytes.toByteArray();
  }

  /** A stream of unknown length is cut where it grows too large. */
  @Test
  void aStreamThatDoesNotEndIsRefused() throws Exception {
    byte[] content = new byte[(int) MOST_BYTES + 5_000];
    HttpResponse<String> answer = send(to("/api/uploads?name=endless.zip").header("Content-Type", "application/octet-stream")
        .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(content))));
    assertThat(json(answer, 422).path("detail").asText()).contains("larger than the server takes");
  }

  @Test
  void requestsThatMakeNoSenseAreRefused() throws Exception {
    assertThat(json(send(to("/api/imports/nonsense")), 404).path("detail").asText()).contains("there is no import");
    delete("/api/imports/nonsense", 404);
    post("/api/imports", Map.of("upload", "nonsense"), 404);
    post("/api/imports", Map.of(), 400);
    assertThat(post("/api/imports", Map.of("uplaod", "x"), 400).path("detail").asText()).contains("known are: asOf, by");
    post("/api/snapshots/999999/withdraw", Map.of("reason", "x", "by", "y"), 404);
    post("/api/snapshots/x/withdraw", Map.of("reason", "x", "by", "y"), 404);
    assertThat(post("/api/snapshots/1/withdraw", Map.of("by", "y"), 400).path("parameter").asText()).isEqualTo("reason");
    json(send(to("/api/uploads?name=x.zip").POST(BodyPublishers.ofString("x"))), 400);
    json(send(to("/api/uploads").header("Content-Type", "application/octet-stream").POST(BodyPublishers.ofString("x"))), 400);
  }

  @Test
  void aPageOfAnotherSiteChangesNothing() throws Exception {
    for (String[] header : new String[][] {{"Origin", "http://evil.example"}, {"Origin", "null"},
        {"Sec-Fetch-Site", "cross-site"}, {"Sec-Fetch-Site", "same-site"}}) {
      HttpResponse<String> answer = send(to("/api/uploads?name=x.zip").header("Content-Type", "application/octet-stream")
          .header(header[0], header[1]).POST(BodyPublishers.ofString("x")));
      assertThat(json(answer, 403).path("detail").asText()).contains("only the server's own page");
    }
    assertThat(send(to("/api/district").header("Origin", "http://evil.example")).statusCode()).isEqualTo(200);
    HttpResponse<String> own = send(to("/api/uploads?name=x.zip").header("Content-Type", "application/octet-stream")
        .header("Origin", server.address()).POST(BodyPublishers.ofString("x")));
    json(own, 422);
  }
}
