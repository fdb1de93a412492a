package org.parkland.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.parkland.SampleDistrict;
import org.parkland.access.AccessToken;
import org.parkland.access.Role;
import org.parkland.analysis.AccountDesk;
import org.parkland.analysis.Workspace;

/** A server over a copy of the sample district with an account of each role, under a clock that only a test moves. */
final class Office implements AutoCloseable {
  static final String PASSWORD = "vier Wörter 一把钥匙";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static boolean staffed;

  final Workspace workspace;
  final WebServer server;
  final AccountDesk desk;
  final MovedClock clock = new MovedClock();

  private Office(Workspace workspace) {
    this.workspace = workspace;
    this.desk = new AccountDesk(workspace.store().accounts());
    this.server = WebServer.start(workspace, clock);
  }

  static Office open(Path folder) throws IOException {
    return over(Workspace.open(SampleDistrict.settings(Files.copy(staffed(), folder.resolve("office.gpkg")))));
  }

  /** @param workspace on a database that has its accounts */
  static Office over(Workspace workspace) {
    return new Office(workspace);
  }

  /** The sample district with its accounts: their passwords are hashed once a process, which takes its time. */
  static synchronized Path staffed() throws IOException {
    Path file = SampleDistrict.database().resolveSibling("staffed.gpkg");
    if (!staffed) {
      Files.copy(SampleDistrict.database(), file, StandardCopyOption.REPLACE_EXISTING);
      try (Workspace workspace = Workspace.open(SampleDistrict.settings(file))) {
        staff(workspace);
      }
      staffed = true;
    }
    return file;
  }

  /** Adds an account of each role. */
  static void staff(Workspace workspace) {
    AccountDesk desk = new AccountDesk(workspace.store().accounts());
    for (Role role : Role.values()) {
      desk.add(role.word(), role, PASSWORD);
    }
  }

  /** A clock that stands still until a test moves it, however slow the machine is. */
  static final class MovedClock extends Clock {
    private volatile Instant now = Instant.now();

    void move(Duration more) {
      now = now.plus(more);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException("times are in UTC");
    }
  }

  String token(Role role) {
    return desk.issue(role.word(),
        new AccountDesk.Wanted("test", role, AccessToken.Scope.ALL, 366)).secret();
  }

  /** What another process changes shows within a second. */
  void waitForRoster() {
    clock.move(Duration.ofSeconds(2));
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server.address() + path)).timeout(Duration.ofSeconds(60));
  }

  static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return CLIENT.send(request.build(), BodyHandlers.ofString());
  }

  static HttpResponse<byte[]> bytes(HttpRequest.Builder request) throws IOException, InterruptedException {
    return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
  }

  HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
    HttpRequest.Builder request = request(path);
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  HttpResponse<String> logIn(String name, String password, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = request("/api/session").header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("name", name, "password", password)),
            StandardCharsets.UTF_8));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  /** The cookie of a fresh session, as the browser sends it. */
  String session(String name) throws IOException, InterruptedException {
    return cookie(logIn(name, PASSWORD));
  }

  static String cookie(HttpResponse<?> answer) {
    return answer.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
  }

  static JsonNode json(HttpResponse<String> answer) throws IOException {
    return JSON.readTree(answer.body());
  }

  @Override
  public void close() {
    server.close();
    workspace.close();
  }
}
