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
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parkland.SampleApprovals;
import org.parkland.SampleDistrict;
import org.parkland.analysis.Workspace;
import org.parkland.ingest.ImportRequest;
import org.parkland.land.LayerKind;

/** Approved minus supplied over HTTP, before and after approvals are imported into a copy of the sample district. */
class StockRoutesTest {
  @TempDir
  private static Path folder;

  private static Workspace workspace;
  private static WebServer server;

  @BeforeAll
  static void start() throws IOException {
    workspace = Workspace.open(SampleDistrict.settings(
        Files.copy(SampleDistrict.database(), folder.resolve("copy.gpkg"))));
    server = WebServer.start(workspace);
  }

  @AfterAll
  static void stop() {
    server.close();
    workspace.close();
  }

  private static JsonNode get(String path, int status) throws Exception {
    HttpResponse<String> answer = HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(URI.create(server.address() + path)).build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return new ObjectMapper().readTree(answer.body());
  }

  @Test
  void anImportedLayerAnswersWithoutARestart() throws Exception {
    JsonNode none = get("/api/stock", 200);
    assertThat(none.path("computed").asBoolean()).isFalse();
    assertThat(none.path("reason").asText()).contains("没有批准用地图层");
    assertThat(none.path("totals").isNull()).isTrue();

    Path file = SampleApprovals.write(folder.resolve("approvals.geojson"));
    workspace.importer().run(ImportRequest.of(file, LayerKind.APPROVAL, LocalDate.of(2025, 12, 31)), (done, total) -> { });

    JsonNode stock = get("/api/stock", 200);
    assertThat(stock.path("computed").asBoolean()).isTrue();
    assertThat(stock.path("layer").path("source").asText()).contains("approvals.geojson");
    assertThat(stock.path("approvals")).hasSize(3);
    assertThat(stock.path("totals").path("notSuppliedM2").asDouble()).isPositive();
    assertThat(stock.path("suppliedUnusedM2")).isEqualTo(none.path("suppliedUnusedM2"));
    assertThat(get("/api/stock?today=2026-03-01", 200).path("approvals")).hasSize(4);
    assertThat(get("/api/layers/approval", 200).path("features")).hasSize(5);
    assertThat(get("/api/fields", 200).path("approval").get(0).path("name").asText()).isEqualTo("id");
  }

  @Test
  void wrongQuestionsAreToldByParameter() throws Exception {
    assertThat(get("/api/stock?unit=Z1", 400).path("parameter").asText()).isEqualTo("unit");
    assertThat(get("/api/stock?today=soon", 400).path("parameter").asText()).isEqualTo("today");
  }
}
