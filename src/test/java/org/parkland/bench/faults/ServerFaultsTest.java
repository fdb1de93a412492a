package org.parkland.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parkland.SampleDistrict;
import org.parkland.analysis.Workspace;
import org.parkland.store.Store;

/** A real server in a process of its own: stopped in order, and asked for more memory than it has. */
class ServerFaultsTest {
  @TempDir
  private Path folder;

  private Path database;

  @BeforeEach
  void copy() throws Exception {
    database = Files.copy(SampleDistrict.database(), folder.resolve("served.gpkg"));
  }

  private ChildProcess serve(String heap) throws Exception {
    return ChildProcess.start(folder.resolve("log"), List.of(heap), "serve", "--db", database.toString(), "--port", "0");
  }

  /** SIGTERM right after the start, while the first figures and tiles are being drawn. */
  @Test
  void itStopsInOrderWhileItWorks() throws Exception {
    try (ChildProcess server = serve("-Xmx512m")) {
      Client client = new Client(server.awaitAddress());
      String upload = client.upload("plots.geojson", Workload.layer("plots", 30_000)).path("upload").asText();
      client.post("/api/imports", Map.of("upload", upload, "kind", "reference", "name", "plots", "asOf", "2026-01-01",
          "crs", "EPSG:4490", "by", "test"));
      assertThat(server.stop()).isEqualTo(128 + 15);
      assertThat(server.said()).doesNotContain("Exception").doesNotContain("ERROR");
    }
    assertThat(database.resolveSibling("served.gpkg-wal")).doesNotExist();
    assertThat(database.resolveSibling("served.gpkg-import")).doesNotExist();
    try (Store store = Workspace.open(SampleDistrict.settings(database)).store()) {
      assertThat(Inspection.ofAudit(store)).isEmpty();
    }
  }

  /** One line of millions of points does not fit; the server says so, and goes on. */
  @Test
  void aJobThatNeedsTooMuchMemoryEndsAndTheServerGoesOn() throws Exception {
    try (ChildProcess server = serve("-Xmx256m")) {
      Client client = new Client(server.awaitAddress());
      String upload = client.upload("huge.csv", huge()).path("upload").asText();
      JsonNode job = client.post("/api/imports", Map.of("upload", upload, "kind", "reference", "name", "huge", "asOf",
          "2026-01-01", "crs", "EPSG:4490", "by", "test"));
      while (List.of("queued", "running").contains(job.path("state").asText())) {
        Thread.sleep(200);
        job = client.get("/api/imports/" + job.path("id").asText());
      }
      assertThat(job.path("state").asText()).as(job.toString()).isEqualTo("failed");
      assertThat(client.get("/health").path("status").asText()).isEqualTo("alive");
      assertThat(client.get("/api/landuse?unit=Z1").path("unit").path("id").asText()).isEqualTo("Z1");
      String small = client.upload("small.geojson", Workload.layer("small", 20)).path("upload").asText();
      JsonNode next = client.post("/api/imports", Map.of("upload", small, "kind", "reference", "name", "small", "asOf",
          "2026-01-01", "crs", "EPSG:4490", "by", "test"));
      while (List.of("queued", "running").contains(next.path("state").asText())) {
        Thread.sleep(100);
        next = client.get("/api/imports/" + next.path("id").asText());
      }
      assertThat(next.path("state").asText()).as(next.toString()).isEqualTo("done");
    }
  }

  /** Rows enough for the first look, then a line of four million points. */
  private static byte[] huge() {
    StringBuilder csv = new StringBuilder(64_000_000).append("kind,name,wkt\n");
    for (int row = 0; row < 25_000; row++) {
      csv.append("place,small,\"POINT (113.1 22.5)\"\n");
    }
    csv.append("place,huge,\"LINESTRING (");
    for (int i = 0; i < 4_000_000; i++) {
      csv.append(i == 0 ? "" : ",").append("113.").append(i % 10).append(" 22.").append(i % 7);
    }
    return csv.append(")\"\n").toString().getBytes(StandardCharsets.UTF_8);
  }
}
