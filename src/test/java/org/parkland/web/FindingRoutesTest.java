package org.parkland.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parkland.SampleDistrict;
import org.parkland.analysis.Workspace;
import org.parkland.land.LayerKind;
import org.parkland.land.Snapshot;

/** Findings of the sample's parcels over HTTP: counted, paged, narrowed, and on the map. */
class FindingRoutesTest {
  @TempDir
  private static Path folder;

  private static Workspace workspace;
  private static WebServer server;
  private static long parcels;

  @BeforeAll
  static void start() throws IOException {
    workspace = Workspace.open(SampleDistrict.settings(
        Files.copy(SampleDistrict.database(), folder.resolve("copy.gpkg"))));
    Snapshot newest = workspace.store().snapshots().stream()
        .filter(each -> each.kind() == LayerKind.PARCELS).reduce((a, b) -> b).orElseThrow();
    workspace.inspection().run(newest, (done, total) -> { });
    parcels = newest.id();
    server = WebServer.start(workspace);
  }

  @AfterAll
  static void stop() {
    server.close();
    workspace.close();
  }

  @Test
  void aPageAndAllPagesAgree() throws Exception {
    JsonNode answer = get("/api/findings?snapshot=" + parcels + "&limit=7", 200);
    long total = answer.path("total").asLong();
    assertThat(total).isPositive();
    long sum = 0;
    for (JsonNode each : answer.path("counts")) {
      sum += each.path("count").asLong();
      assertThat(each.path("remedy").asText()).isNotBlank();
    }
    assertThat(sum).isEqualTo(total);
    assertThat(answer.path("findings")).hasSize(7);
    List<JsonNode> all = new ArrayList<>();
    get("/api/findings?limit=5000&snapshot=" + parcels, 200).path("findings").forEach(all::add);
    assertThat(all).hasSize((int) total);
    assertThat(get("/api/findings?limit=3&offset=7&snapshot=" + parcels, 200).path("findings").get(0))
        .isEqualTo(all.get(7));
  }

  /** The clean sample has neither overlaps nor gaps; what is found is about registers and dates. */
  @Test
  void theSampleHasNoErrorsAndNoBrokenBoundaries() throws Exception {
    JsonNode counts = get("/api/findings?snapshot=" + parcels, 200).path("counts");
    assertThat(counts).extracting(each -> each.path("code").asText())
        .isSubsetOf("area-registered", "date-impossible", "date-order");
    assertThat(counts).extracting(each -> each.path("severity").asText()).containsOnly("warning");
  }

  @Test
  void findingsOnTheMap() throws Exception {
    JsonNode map = get("/api/findings.geojson?code=area-registered&limit=5&snapshot=" + parcels, 200);
    assertThat(map.path("features")).hasSize(5);
    for (JsonNode each : map.path("features")) {
      assertThat(each.path("geometry").path("coordinates").get(0).asDouble()).isBetween(113.0, 113.3);
      assertThat(each.path("properties").path("code").asText()).isEqualTo("area-registered");
    }
  }

  @Test
  void wrongQuestionsAreRefused() throws Exception {
    assertThat(get("/api/findings?snapshot=999", 404).path("parameter").asText()).isEqualTo("snapshot");
    assertThat(get("/api/findings?colour=red", 400).path("detail").asText()).contains("this route knows");
    assertThat(get("/api/findings?severity=awful", 400).path("parameter").asText()).isEqualTo("severity");
    assertThat(get("/api/findings?code=no-such&snapshot=" + parcels, 200).path("total").asInt()).isZero();
  }

  private static JsonNode get(String path, int status) throws Exception {
    HttpResponse<String> answer = HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(URI.create(server.address() + path)).build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return new ObjectMapper().readTree(answer.body());
  }
}
