package org.parkland.bench.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.parkland.bench.faults.Acknowledged.Kind;

/** Several people who change things over HTTP without a pause, each of their own kind, until the server is gone. */
final class Workload {
  /** What all of them together do. */
  static final Set<Kind> KINDS = EnumSet.of(Kind.CORRECTION, Kind.SCENARIO, Kind.IMPORT, Kind.EXPORT, Kind.TILE,
      Kind.FIGURES);
  /** Numbers everything that is ever done, so that nothing is named twice. */
  private static final AtomicLong NEXT = new AtomicLong(System.currentTimeMillis());

  private final Client client;
  private final Acknowledged acknowledged;
  private final String parcel;
  private final Random random;
  private final List<Thread> people = new ArrayList<>();
  private final List<String> refused = java.util.Collections.synchronizedList(new ArrayList<>());
  private volatile boolean ended;

  /** One thing done. */
  private interface Deed {
    void run() throws IOException, InterruptedException;
  }

  Workload(Client client, Acknowledged acknowledged, String parcel, Random random) {
    this.client = client;
    this.acknowledged = acknowledged;
    this.parcel = parcel;
    this.random = random;
  }

  void begin() {
    List<Deed> deeds = List.of(this::correct, this::saveScenario, this::importAndWithdraw, this::export, this::look);
    for (Deed each : deeds) {
      Thread thread = new Thread(() -> repeat(each), "workload");
      thread.setDaemon(true);
      people.add(thread);
      thread.start();
    }
  }

  private void repeat(Deed deed) {
    while (!ended) {
      try {
        deed.run();
      } catch (Client.Refused e) {
        refused.add(e.getMessage());
      } catch (IOException e) {
        return; // killed in the middle: nothing was acknowledged
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** @return answers that were no server's death */
  List<String> end() throws InterruptedException {
    ended = true;
    for (Thread each : people) {
      each.join();
    }
    return refused;
  }

  private void correct() throws IOException, InterruptedException {
    String value = "k" + NEXT.incrementAndGet();
    JsonNode entry = client.post("/api/corrections",
        Map.of("parcel", parcel, "field", "location", "value", value, "reason", "drill", "by", "drill"));
    acknowledged.add(Kind.CORRECTION, entry.path("number").asText(), value);
  }

  private void saveScenario() throws IOException, InterruptedException {
    String name = "s" + NEXT.incrementAndGet();
    String key = client.post("/api/scenarios", Map.of()).path("key").asText();
    JsonNode saved = client.post("/api/scenarios/" + key + "/save", Map.of("name", name, "by", "drill"));
    acknowledged.add(Kind.SCENARIO, saved.path("id").asText(), name);
  }

  private void importAndWithdraw() throws IOException, InterruptedException {
    String name = "r" + NEXT.incrementAndGet();
    String upload = client.upload(name + ".geojson", layer(name, 1 + random.nextInt(400))).path("upload").asText();
    JsonNode job = client.post("/api/imports", Map.of("upload", upload, "kind", "reference", "name", name, "asOf",
        "2026-01-01", "crs", "EPSG:4490", "by", "drill"));
    while (!List.of("done", "failed", "cancelled").contains(job.path("state").asText())) {
      Thread.sleep(20);
      job = client.get("/api/imports/" + job.path("id").asText());
    }
    if (!job.path("state").asText().equals("done")) {
      throw new Client.Refused(0, job.toString());
    }
    String snapshot = job.path("result").path("snapshot").asText();
    acknowledged.add(Kind.IMPORT, snapshot, job.path("result").path("stored").asText());
    if (random.nextBoolean()) {
      client.post("/api/snapshots/" + snapshot + "/withdraw", Map.of("reason", name, "by", "drill"));
      acknowledged.add(Kind.WITHDRAWAL, snapshot, name);
    }
  }

  /** Small squares in the middle of the sample. */
  static byte[] layer(String name, int squares) {
    StringBuilder json = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[");
    for (int i = 0; i < squares; i++) {
      double x = 113.14 + i * 1e-5;
      json.append(i == 0 ? "" : ",").append("{\"type\":\"Feature\",\"properties\":{\"kind\":\"place\",\"name\":\"").append(name)
          .append("\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[").append(x).append(",22.55],[")
          .append(x + 1e-5).append(",22.55],[").append(x + 1e-5).append(",22.551],[").append(x).append(",22.55]]]}}");
    }
    return json.append("]}").toString().getBytes(StandardCharsets.UTF_8);
  }

  private void export() throws IOException, InterruptedException {
    String name = "e" + NEXT.incrementAndGet();
    client.bytes("/api/export/units?format=gpkg&ids=" + name);
    acknowledged.add(Kind.EXPORT, name, "export");
  }

  /** Fills the cache of tiles and the kept results. */
  private void look() throws IOException, InterruptedException {
    int x = 13340 + random.nextInt(4);
    int y = 7137 + random.nextInt(4);
    String tile = "/tiles/planned/14/" + x + "/" + y + ".mvt";
    acknowledged.add(Kind.TILE, tile, String.valueOf(java.util.Arrays.hashCode(client.bytes(tile))));
    String figures = "/api/landuse?asOf=2025-12-31&state=" + (random.nextBoolean() ? "current" : "planned");
    acknowledged.add(Kind.FIGURES, figures, String.valueOf(java.util.Arrays.hashCode(client.bytes(figures))));
  }
}
