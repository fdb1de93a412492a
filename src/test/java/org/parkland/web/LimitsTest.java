package org.parkland.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parkland.SampleDistrict;
import org.parkland.analysis.Workspace;
import org.parkland.config.Setting;
import org.parkland.web.fuzz.RawHttp;
import org.parkland.web.fuzz.RawHttp.Answer;

/** What is too large, too deep, too slow or too much, over real sockets, on a server with narrow limits. */
class LimitsTest {
  private static final String TILE = "/tiles/current/12/3335/1779.mvt";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir
  private static Path folder;
  private static Workspace workspace;
  private static WebServer server;
  private RawHttp http;

  @BeforeAll
  static void start() throws IOException {
    workspace = Workspace.open(SampleDistrict.settings(
        Files.copy(SampleDistrict.database(), folder.resolve("copy.gpkg")))
        .with(Setting.BODY_MIB, "1").with(Setting.HEADER_KIB, "4").with(Setting.UPLOAD_MIB, "1").with(Setting.UPLOADS, "2")
        .with(Setting.JSON_DEPTH, "8").with(Setting.FILTER_DEPTH, "5").with(Setting.FILTER_KIB, "1")
        .with(Setting.FILTER_POINTS, "5").with(Setting.REQUEST_SECONDS, "2").with(Setting.IDLE_SECONDS, "2")
        .with(Setting.HEAVY, "1").with(Setting.HEAVY_WAITING, "0").with(Setting.BYTES_PER_SECOND, "2000"));
    server = WebServer.start(workspace);
  }

  @AfterAll
  static void stop() {
    server.close();
    workspace.close();
  }

  @BeforeEach
  void connect() {
    http = new RawHttp(server.address());
  }

  @AfterEach
  void disconnect() throws IOException {
    http.close();
  }

  @Test
  void aBodyLargerThanTheLimitIsRefused() throws IOException {
    assertProblem(post("/api/corrections", "application/json", "x".repeat((1 << 20) + 1)), 413);
    assertProblem(post("/api/uploads?name=a.csv", "application/octet-stream", "x".repeat((1 << 20) + 1)), 413);
  }

  @Test
  void aLongAddressAndLongHeadersAreRefused() throws IOException {
    assertProblem(get("/api/units?asOf=" + "1".repeat(8_000)), 414);
    assertProblem(http.send(bytes("GET /health HTTP/1.1\r\nHost: a\r\nX: " + "y".repeat(8_000) + "\r\n\r\n")), 431);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET / HTTP/9.9\r\n\r\n", "GET /\u0000 HTTP/1.1\r\nHost: a\r\n\r\n", "nonsense\r\n\r\n",
      "GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n", "GET /api/units HTTP/1.1\r\n\r\n",
      "POST /api/match HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
      "GET /../../etc/passwd HTTP/1.1\r\nHost: a\r\n\r\n", "GET /css/%2e%2e/%2e%2e/pom.xml HTTP/1.1\r\nHost: a\r\n\r\n",
      "GET /css/..%2f..%2fpom.xml HTTP/1.1\r\nHost: a\r\n\r\n", "GET /..;/pom.xml HTTP/1.1\r\nHost: a\r\n\r\n"})
  void whatIsNoHttpOrLeavesTheFolderIsRefusedWithoutATrace(String request) throws IOException {
    Answer answer = http.send(bytes(request));
    assertThat(answer.status()).isBetween(400, 505).isNotEqualTo(500);
    assertThat(answer.text()).doesNotContain("\tat ").doesNotContain("jetty").doesNotContain("<project");
    assertThat(answer.headers()).doesNotContainKey("server");
  }

  @Test
  void jsonNestsOnlySoDeep() throws IOException {
    String deep = "{\"a\":" + "[".repeat(9) + "]".repeat(9) + "}";
    assertThat(assertProblem(post("/api/match", "application/json", deep), 400)).contains("nests deeper");
    assertProblem(post("/api/match", "application/json", "{\"a\":" + "9".repeat(200) + "}"), 400);
    assertProblem(post("/api/match", "application/json", "{} {}"), 400);
  }

  @Test
  void aFilterHasItsBounds() throws IOException {
    String items = "/ogc/collections/parcels/items?limit=1&filter=";
    assertThat(get(items + "((land_use='1001'))").status()).isEqualTo(200);
    assertThat(assertProblem(get(items + "((((((land_use='1001'))))))"), 400)).contains("levels of nesting");
    assertThat(assertProblem(get(items + "land_use='" + "1".repeat(1_100) + "'"), 400)).contains("characters");
    assertThat(assertProblem(get(items
        + "S_INTERSECTS(geometry,POLYGON((1%201,1%202,1%203,1%204,2%204,2%201,1%201)))"), 400)).contains("vertices");
  }

  @Test
  void anExportsConditionComparesAndDoesNothingElse() throws IOException {
    String export = "/api/export/parcels?format=csv&filter=";
    assertThat(assertProblem(get(export + "strMatches(land_use,'(a%2B)%2B$')=true"), 422)).contains("calls the function");
    assertThat(assertProblem(get(export + "env('PATH')='x'"), 422)).contains("calls the function");
    assertThat(assertProblem(get(export + "land_use%20LIKE%20'%25a%25a%25a%25a%25b'"), 422)).contains("wildcards");
    assertThat(assertProblem(get(export + "(".repeat(50) + "land_use='1'" + ")".repeat(50)), 422)).contains("nests deeper");
  }

  @Test
  void filesThatWaitAreCounted() throws IOException {
    List<String> ids = new ArrayList<>();
    String csv = "id,wkt\n1,POINT(113 22)\n";
    for (int i = 0; i < 2; i++) {
      Answer taken = post("/api/uploads?name=a.csv", "application/octet-stream", csv);
      assertThat(taken.status()).as(taken.text()).isEqualTo(201);
      ids.add(JSON.readTree(taken.body()).get("upload").asText());
    }
    assertProblem(post("/api/uploads?name=a.csv", "application/octet-stream", csv), 503);
    for (String id : ids) {
      assertThat(http.send(bytes("DELETE /api/uploads/" + id + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")).status()).isEqualTo(204);
    }
    assertThat(post("/api/uploads?name=a.csv", "application/octet-stream", csv).status()).isEqualTo(201);
  }

  @Test
  void anImportTakesNoAddress() throws IOException {
    for (String field : List.of("from", "file", "url", "table")) {
      assertProblem(post("/api/imports", "application/json", "{\"" + field + "\":\"jdbc:postgresql://127.0.0.1/x\"}"), 400);
    }
    assertProblem(post("/api/imports", "application/json", "{\"upload\":\"http://127.0.0.1/x\",\"kind\":\"parcels\"}"), 404);
  }

  @Test
  void aHeadThatComesByteByByteIsCut() throws Exception {
    long start = System.nanoTime();
    try (Socket socket = http.connect()) {
      assertThatThrownBy(() -> {
        for (byte each : bytes("GET /health HTTP/1.1\r\nX: " + "y".repeat(200))) {
          socket.getOutputStream().write(each);
          Thread.sleep(100);
        }
      }).isInstanceOf(IOException.class);
    }
    assertThat((System.nanoTime() - start) / 1e9).isBetween(1.5, 10.0);
  }

  @Test
  void aBodyThatComesByteByByteIsCut() throws Exception {
    try (Socket socket = http.connect()) {
      OutputStream out = socket.getOutputStream();
      out.write(bytes("POST /api/match HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n"));
      CompletableFuture<Answer> answer = CompletableFuture.supplyAsync(this::read);
      for (int i = 0; i < 100 && !answer.isDone(); i++) {
        try {
          out.write('{');
        } catch (IOException e) {
          break;
        }
        Thread.sleep(100);
      }
      Answer cut = answer.get();
      assertThat(cut == null || cut.status() == 408 || cut.status() == 400).as(String.valueOf(cut)).isTrue();
    }
  }

  /** Null where the connection was closed without a word. */
  private Answer read() {
    try {
      return http.read(false);
    } catch (IOException e) {
      return null;
    }
  }

  @Test
  void whoDoesNotReadTheAnswerIsCutAndTheMapGoesOn() throws Exception {
    List<RawHttp> lazy = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      RawHttp each = new RawHttp(server.address());
      Socket socket = each.connect();
      // As many that no system's buffers hold the answers.
      socket.getOutputStream().write(bytes("GET /webjars/echarts/6.0.0/echarts.esm.min.js HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".repeat(20)));
      lazy.add(each);
    }
    assertThat(get(TILE).status()).isEqualTo(200);
    Thread.sleep(6_000);
    for (RawHttp each : lazy) {
      assertThatThrownBy(() -> {
        for (int i = 0; i < 20; i++) {
          each.read(false);
        }
      }).isInstanceOf(IOException.class);
      each.close();
    }
  }

  @Test
  void oneReportTooManyIsToldToComeAgainAndTheMapGoesOn() throws Exception {
    List<CompletableFuture<Answer>> reports =
        IntStream.range(0, 4).mapToObj(i -> CompletableFuture.supplyAsync(this::report)).toList();
    while (reports.stream().noneMatch(CompletableFuture::isDone)) {
      assertThat(get(TILE).status()).isEqualTo(200);
    }
    List<Answer> answers = reports.stream().map(CompletableFuture::join).toList();
    Answer second = answers.stream().filter(each -> each.status() == 503).findFirst().orElseThrow();
    assertThat(answers).anyMatch(each -> each.status() == 200);
    assertThat(Integer.parseInt(second.headers().get("retry-after"))).isPositive();
    assertProblem(second, 503);
  }

  @Test
  void aFloodThatIsOverLeavesNoThreadAtWork() throws Exception {
    ExecutorService senders = Executors.newFixedThreadPool(24);
    List<Future<List<Integer>>> floods = IntStream.range(0, 24).mapToObj(i -> senders.submit(() -> statuses(500))).toList();
    List<Integer> all = new ArrayList<>();
    for (Future<List<Integer>> each : floods) {
      all.addAll(each.get());
    }
    senders.shutdown();
    assertThat(all).hasSize(12_000).containsOnly(404, 503).contains(404, 503);
    Thread.sleep(500);
    assertThat(Thread.getAllStackTraces().values()).noneMatch(stack -> Arrays.stream(stack).anyMatch(
        frame -> frame.getClassName().endsWith("QoSHandler") && frame.getMethodName().equals("resume")));
    assertThat(get("/api/funnel").status()).isEqualTo(200);
  }

  /** Of requests that count as heavy and end at once, one after the other over a connection of their own. */
  private List<Integer> statuses(int requests) throws IOException {
    List<Integer> statuses = new ArrayList<>();
    try (RawHttp other = new RawHttp(server.address())) {
      for (int i = 0; i < requests; i++) {
        statuses.add(other.send(bytes("GET /api/export/nothing HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")).status());
      }
    }
    return statuses;
  }

  /** Over a connection of its own. */
  private Answer report() {
    try (RawHttp other = new RawHttp(server.address())) {
      return other.send(bytes("GET /api/report.pdf HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void everyAnswerCarriesTheRequestsId() throws IOException {
    Answer taken = http.send(bytes("GET /health HTTP/1.1\r\nHost: a\r\nX-Request-Id: office-17\r\n\r\n"));
    assertThat(taken.headers()).containsEntry("x-request-id", "office-17");
    Answer hostile = http.send(bytes("GET /nowhere HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Request-Id: a b\"><script>\r\n\r\n"));
    assertThat(hostile.headers().get("x-request-id")).matches("[0-9a-f-]{36}");
    assertThat(hostile.status()).isEqualTo(404);
  }

  private Answer get(String target) throws IOException {
    return http.send(bytes("GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"));
  }

  private Answer post(String target, String type, String body) throws IOException {
    return http.send(bytes("POST " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: " + type + "\r\nContent-Length: "
        + bytes(body).length + "\r\n\r\n" + body));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** @return what the problem says */
  private static String assertProblem(Answer answer, int status) throws IOException {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.headers().get("content-type")).startsWith("application/problem+json");
    JsonNode problem = JSON.readTree(answer.body());
    assertThat(problem.get("status").asInt()).isEqualTo(status);
    return problem.get("detail").asText();
  }
}
