package org.parkland.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parkland.SampleDistrict;
import org.parkland.analysis.Workspace;
import org.parkland.store.Rows;
import org.parkland.store.SnapshotWriter;

/** Whatever changes data or takes them away over HTTP is in the audit, with who and from where. */
class AuditRoutesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

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

  private static HttpResponse<byte[]> send(HttpRequest.Builder request, String path) throws Exception {
    return HttpClient.newHttpClient().send(request.uri(URI.create(server.address() + path)).build(), BodyHandlers.ofByteArray());
  }

  private static HttpResponse<byte[]> get(String path) throws Exception {
    HttpResponse<byte[]> answer = send(HttpRequest.newBuilder(), path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer;
  }

  private static JsonNode newest() throws Exception {
    return JSON.readTree(get("/api/audit?limit=1").body()).path("entries").get(0);
  }

  private static void told(String action, String object) throws Exception {
    JsonNode entry = newest();
    assertThat(entry.path("action").asText()).isEqualTo(action);
    assertThat(entry.path("object").asText()).isEqualTo(object);
    assertThat(entry.path("address").asText()).isEqualTo("127.0.0.1");
    assertThat(entry.path("actor").asText()).isNotBlank();
  }

  @Test
  void everyFileThatIsHandedOutIsTold() throws Exception {
    get("/api/export/units?format=gpkg&ids=Z1");
    told("export", "units");
    assertThat(newest().path("after").path("count").asInt()).isEqualTo(1);
    assertThat(newest().path("after").path("ids").asText()).isEqualTo("Z1");
    get("/api/export/units?format=csv");
    told("export", "units");
    assertThat(newest().path("after").path("count").asInt()).isPositive();
    get("/api/workbooks/redline.xlsx");
    told("export", "workbook redline");
    get("/api/print/map.pdf?unit=Z1");
    told("print", "map");
    get("/api/report.pdf?unit=Z1");
    told("report", "report.pdf");
    get("/report?unit=Z1");
    told("report", "report");
    long snapshot = JSON.readTree(get("/api/snapshots").body()).path("snapshots").get(0).path("snapshot").asLong();
    get("/api/snapshots/" + snapshot + "/findings.csv");
    told("export", "findings of snapshot " + snapshot);
    assertThat(workspace.store().audit().verify(null).breaks()).isEmpty();
  }

  @Test
  void whatIsRefusedIsNoExport() throws Exception {
    long before = JSON.readTree(get("/api/audit").body()).path("total").asLong();
    assertThat(send(HttpRequest.newBuilder(), "/api/export/units?format=nonsense").statusCode()).isEqualTo(400);
    assertThat(send(HttpRequest.newBuilder(), "/api/audit?action=nonsense").statusCode()).isEqualTo(400);
    assertThat(send(HttpRequest.newBuilder(), "/api/audit?limit=1001").statusCode()).isEqualTo(400);
    assertThat(JSON.readTree(get("/api/audit").body()).path("total").asLong()).isEqualTo(before);
  }

  @Test
  void aCorrectionIsToldWithItsValuesAndAnExportDuringAnImportIsNotLost() throws Exception {
    String parcel = JSON.readTree(get("/api/idle?limit=1").body()).path("cases").get(0).path("parcel").asText();
    HttpResponse<byte[]> answer = send(HttpRequest.newBuilder().header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString("{\"parcel\":\"" + parcel + "\",\"field\":\"location\",\"value\":\"金瓯路\","
            + "\"reason\":\"核查\",\"by\":\"李工\"}")), "/api/corrections");
    assertThat(answer.statusCode()).isEqualTo(201);
    told("correct", "parcel " + parcel);
    assertThat(newest().path("after").path("location").asText()).isEqualTo("金瓯路");
    assertThat(newest().path("after").path("by").asText()).isEqualTo("李工");
    try (SnapshotWriter writer = workspace.store().begin(Rows.draft())) {
      get("/api/export/units?format=gpkg&ids=Z2");
      writer.add(Rows.square(1));
      writer.commit("{}");
    }
    List<String> last = JSON.readTree(get("/api/audit?limit=2").body()).path("entries").findValuesAsText("action");
    assertThat(last).containsExactly("import", "export");
    workspace.store().withdraw(workspace.snapshots().get(workspace.snapshots().size() - 1).id(),
        new org.parkland.land.Withdrawal("test", "test", java.time.Instant.EPOCH));
  }
}
