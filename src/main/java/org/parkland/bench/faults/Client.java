package org.parkland.bench.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks a server that may be gone at any moment. */
final class Client {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String address;

  Client(String address) {
    this.address = address;
  }

  /** @throws IOException if the server is gone, or did not do it */
  JsonNode get(String path) throws IOException, InterruptedException {
    return JSON.readTree(bytes(path));
  }

  byte[] bytes(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(address + path)));
  }

  JsonNode post(String path, Object body) throws IOException, InterruptedException {
    return JSON.readTree(send(HttpRequest.newBuilder(URI.create(address + path))
        .header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))));
  }

  JsonNode upload(String name, byte[] file) throws IOException, InterruptedException {
    return JSON.readTree(send(HttpRequest.newBuilder(URI.create(address + "/api/uploads?name=" + name))
        .header("Content-Type", "application/octet-stream").POST(BodyPublishers.ofByteArray(file))));
  }

  private byte[] send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer = http.send(request.timeout(LONGEST).build(), BodyHandlers.ofByteArray());
    if (answer.statusCode() >= 300) {
      throw new Refused(answer.statusCode(), new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8));
    }
    return answer.body();
  }

  /** The server answered, and said no. */
  static final class Refused extends IOException {
    private static final long serialVersionUID = 1L;

    final int status;

    Refused(int status, String body) {
      super(status + " " + body);
      this.status = status;
    }
  }
}
