package org.parkland.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.LocalDate;

/** Imports the sample's parcels over HTTP again and again, each time for the next day. */
final class ImportLoop implements AutoCloseable {
  private static final Path FILE = Path.of("gis-data/jianghai/parcels-2020.zip");
  private static final int LOOK_EVERY_MS = 200;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String address;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Thread thread = new Thread(this::run, "import-loop");
  private volatile boolean closed;
  private volatile long begun;

  ImportLoop(String address) {
    this.address = address;
    thread.start();
  }

  private void run() {
    try {
      for (LocalDate day = LocalDate.of(2010, 1, 1); !closed; day = day.plusDays(1)) {
        begun++;
        one(day);
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void one(LocalDate day) throws IOException, InterruptedException {
    String upload = post("/api/uploads?name=parcels.zip", "application/octet-stream", BodyPublishers.ofFile(FILE))
        .get("upload").asText();
    JsonNode job = post("/api/imports", "application/json", BodyPublishers.ofString(JSON.writeValueAsString(JSON.createObjectNode()
        .put("upload", upload).put("kind", "parcels").put("asOf", day.toString()))));
    String state = job.get("state").asText();
    while (state.equals("queued") || state.equals("running")) {
      Thread.sleep(LOOK_EVERY_MS);
      state = send(HttpRequest.newBuilder(URI.create(address + "/api/imports/" + job.get("id").asText())).build())
          .get("state").asText();
    }
    if (!state.equals("done")) {
      throw new IllegalStateException("the import of " + day + " " + state);
    }
  }

  private JsonNode post(String path, String type, HttpRequest.BodyPublisher body) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(address + path)).header("Content-Type", type).POST(body).build());
  }

  private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
    String body = client.send(request, BodyHandlers.ofString()).body();
    JsonNode answer = JSON.readTree(body);
    if (answer.has("detail")) {
      throw new IllegalStateException(body);
    }
    return answer;
  }

  /** Imports that have begun, one after the other. */
  long begun() {
    return begun;
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
