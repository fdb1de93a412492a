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
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parkland.SampleDistrict;
import org.parkland.analysis.Workspace;

/** What whoever watches a server is told, and how it stops. */
class WatchRoutesTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir
  private Path folder;

  @Test
  void aServerIsReadyWhenItsDatabaseAnswersAndTellsWhetherItStillDraws() throws Exception {
    try (Workspace workspace = copy(); WebServer server = WebServer.start(workspace)) {
      assertThat(get(server, "/health").body()).contains("alive");
      JsonNode answer = ready(server);
      while (!Set.of("done", "failed", "cancelled").contains(answer.get("warmUp").asText())) {
        Thread.sleep(200);
        answer = ready(server);
      }
      assertThat(answer.get("database").asText()).isEqualTo("ok");
      assertThat(answer.get("disk").asText()).isEqualTo("ok");
      assertThat(answer.get("warmUp").asText()).isEqualTo("done");
      Files.write(folder.resolve("copy.gpkg"), new byte[4_096]);
      HttpResponse<String> broken = get(server, "/ready");
      assertThat(broken.statusCode()).isEqualTo(503);
      assertThat(JSON.readTree(broken.body()).get("database").asText()).isEqualTo("fails");
      assertThat(get(server, "/health").statusCode()).isEqualTo(200);
    }
  }

  /** Large land is drawn for minutes while the server answers. */
  private static JsonNode ready(WebServer server) throws Exception {
    HttpResponse<String> answer = get(server, "/ready");
    assertThat(answer.statusCode()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  @Test
  void metricsCountByRouteAndNotByAddress() throws Exception {
    try (Workspace workspace = copy(); WebServer server = WebServer.start(workspace)) {
      for (int i = 0; i < 30; i++) {
        get(server, "/api/parcels/none-" + i);
        get(server, "/no/such/place/" + i);
      }
      get(server, "/tiles/current/12/3335/1784.mvt");
      get(server, "/tiles/current/12/3335/1784.mvt");
      String metrics = get(server, "/metrics").body();
      assertThat(metrics).contains("route=\"/api/parcels/{id}\"").contains("parkland_requests_seconds_bucket")
          .contains("parkland_waiting{weight=\"heavy\"}").contains("parkland_refused_total{weight=\"light\"}")
          .contains("jvm_memory_used_bytes").contains("parkland_imports_waiting");
      assertThat(metrics).doesNotContain("none-7").doesNotContain("such");
      assertThat(value(metrics, "parkland_tiles_kept_total")).isPositive();
      assertThat(value(metrics, "parkland_requests_seconds_count{method=\"GET\",route=\"/api/parcels/{id}\",status=\"404\"}"))
          .isEqualTo(30);
    }
  }

  private static double value(String metrics, String name) {
    return metrics.lines().filter(each -> each.startsWith(name + " ")).mapToDouble(
        each -> Double.parseDouble(each.substring(name.length() + 1))).findFirst().orElseThrow();
  }

  @Test
  void aStoppingServerEndsWhatItHasBegun() throws Exception {
    Workspace workspace = copy();
    WebServer server = WebServer.start(workspace);
    // The first report of a server may take longer than a stop waits.
    assertThat(get(server, "/api/report.pdf").statusCode()).isEqualTo(200);
    CompletableFuture<HttpResponse<byte[]>> report = CLIENT.sendAsync(
        HttpRequest.newBuilder(URI.create(server.address() + "/api/report.pdf")).build(), BodyHandlers.ofByteArray());
    String metrics = get(server, "/metrics").body();
    assertThat(metrics).isNotEmpty();
    Thread.sleep(300);
    server.close();
    workspace.close();
    HttpResponse<byte[]> whole = report.get(30, TimeUnit.SECONDS);
    assertThat(whole.statusCode()).isEqualTo(200);
    assertThat(new String(whole.body(), 0, 5)).isEqualTo("%PDF-");
  }

  private Workspace copy() throws IOException {
    return Workspace.open(SampleDistrict.settings(Files.copy(SampleDistrict.database(), folder.resolve("copy.gpkg"))));
  }

  private static HttpResponse<String> get(WebServer server, String path) throws IOException, InterruptedException {
    return CLIENT.send(HttpRequest.newBuilder(URI.create(server.address() + path)).build(), BodyHandlers.ofString());
  }
}
