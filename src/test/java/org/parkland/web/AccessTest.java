package org.parkland.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parkland.BadInput;
import org.parkland.SampleDistrict;
import org.parkland.access.AccessToken;
import org.parkland.access.Role;
import org.parkland.analysis.AccountDesk;
import org.parkland.analysis.Workspace;
import org.parkland.audit.AuditFilter;
import org.parkland.config.Setting;

/** How sessions and tokens end, how guessing is slowed down, and what the database and the audit know of it. */
class AccessTest {
  private static final String DATA = "/api/units";

  @TempDir
  private Path folder;
  private Office office;

  @BeforeEach
  void open() throws IOException {
    office = Office.open(folder);
  }

  @AfterEach
  void close() {
    office.close();
  }

  private int status(String path, String... headers) throws Exception {
    return office.get(path, headers).statusCode();
  }

  @Test
  void aSessionEndsWhenItIsNotUsedAndAtTheLatestAfterTwelveHours() throws Exception {
    String idle = office.session("viewer");
    office.clock.move(Duration.ofMinutes(59));
    assertThat(status(DATA, "Cookie", idle)).isEqualTo(200);
    office.clock.move(Duration.ofMinutes(61));
    assertThat(status(DATA, "Cookie", idle)).isEqualTo(401);
    String busy = office.session("viewer");
    for (int i = 0; i < 14; i++) {
      assertThat(status(DATA, "Cookie", busy)).as("after %d × 51 min", i).isEqualTo(200);
      office.clock.move(Duration.ofMinutes(51));
    }
    office.clock.move(Duration.ofMinutes(7));
    assertThat(status(DATA, "Cookie", busy)).isEqualTo(401);
  }

  @Test
  void aClockSetBackLengthensNoSessionAndKeepsNoOldRoster() throws Exception {
    String cookie = office.session("planner");
    assertThat(status(DATA, "Cookie", cookie)).isEqualTo(200);
    office.clock.move(Duration.ofDays(-1));
    assertThat(status(DATA, "Cookie", cookie)).as("begun in what is the future now").isEqualTo(401);
    String after = office.session("planner");
    office.desk.disable("planner");
    office.clock.move(Duration.ofSeconds(-1));
    assertThat(status(DATA, "Cookie", after)).isEqualTo(401);
  }

  @Test
  void disablingAnAccountEndsItsSessionsAndTokensAtOnce() throws Exception {
    String cookie = office.session("planner");
    String token = "Bearer " + office.token(Role.PLANNER);
    assertThat(status(DATA, "Cookie", cookie)).isEqualTo(200);
    office.waitForRoster();
    assertThat(status(DATA, "Authorization", token)).isEqualTo(200);
    office.desk.disable("planner");
    office.waitForRoster();
    assertThat(status(DATA, "Cookie", cookie)).isEqualTo(401);
    assertThat(status(DATA, "Authorization", token)).isEqualTo(401);
    assertThat(office.logIn("planner", Office.PASSWORD).statusCode()).isEqualTo(401);
    office.desk.enable("planner");
    office.waitForRoster();
    assertThat(status(DATA, "Cookie", cookie)).as("the session that ended stays ended").isEqualTo(401);
  }

  @Test
  void anotherRoleCountsForRunningSessionsAndForTokens() throws Exception {
    String cookie = office.session("planner");
    String token = "Bearer " + office.token(Role.PLANNER);
    office.waitForRoster();
    assertThat(status("/api/export", "Cookie", cookie)).isEqualTo(200);
    assertThat(status("/api/export", "Authorization", token)).isEqualTo(200);
    office.desk.role("planner", Role.VIEWER);
    office.waitForRoster();
    assertThat(status("/api/export", "Cookie", cookie)).isEqualTo(403);
    assertThat(status("/api/export", "Authorization", token)).isEqualTo(403);
    assertThat(office.get("/api/export", "Cookie", cookie).body()).contains("needs the role planner");
  }

  @Test
  void anotherPasswordEndsTheSessions() throws Exception {
    String cookie = office.session("planner");
    office.desk.password("planner", "a wholly other one");
    office.waitForRoster();
    assertThat(status(DATA, "Cookie", cookie)).isEqualTo(401);
    assertThat(office.logIn("planner", Office.PASSWORD).statusCode()).isEqualTo(401);
    assertThat(office.logIn("planner", "a wholly other one").statusCode()).isEqualTo(200);
  }

  @Test
  void theLastAdministratorStays() {
    assertThatThrownBy(() -> office.desk.disable("admin")).isInstanceOf(BadInput.class)
        .hasMessageContaining("last administrator");
    assertThatThrownBy(() -> office.desk.role("admin", Role.PLANNER)).hasMessageContaining("last administrator");
  }

  @Test
  void guessingIsSlowedDownAndLocksNobodyOut() throws Exception {
    for (int i = 0; i < 5; i++) {
      assertThat(office.logIn("viewer", "guess number " + i).statusCode()).isEqualTo(401);
    }
    assertThat(office.logIn("viewer", "guess number 5").statusCode()).isEqualTo(401);
    HttpResponse<String> early = office.logIn("viewer", Office.PASSWORD);
    assertThat(early.statusCode()).as("even the right password waits").isEqualTo(429);
    assertThat(early.headers().firstValue("Retry-After").map(Long::parseLong).orElseThrow()).isBetween(1L, 2L);
    assertThat(office.logIn("planner", Office.PASSWORD).statusCode()).as("others do not wait").isEqualTo(200);
    office.clock.move(Duration.ofSeconds(2));
    assertThat(office.logIn("viewer", Office.PASSWORD).statusCode()).isEqualTo(200);
  }

  @Test
  void anUnknownNameTakesAsLongAsAKnownOne() throws Exception {
    office.logIn("warm", "up the hash once");
    long known = nanos("admin");
    long unknown = nanos("nobody");
    assertThat((double) unknown / known).isBetween(0.3, 3.0);
  }

  /** The quickest of a few: what else the machine does only adds. */
  private long nanos(String name) throws Exception {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 4; i++) {
      long start = System.nanoTime();
      office.logIn(name, "not the password " + i);
      best = Math.min(best, System.nanoTime() - start);
    }
    return best;
  }

  @Test
  void aTokenOpensWhatItsRoleAndScopeAllow() throws Exception {
    String token = office.token(Role.VIEWER);
    String ogc = office.desk.issue("admin",
        new AccountDesk.Wanted("QGIS", Role.VIEWER, AccessToken.Scope.OGC, 30)).secret();
    office.waitForRoster();
    assertThat(status(DATA, "Authorization", "Bearer " + token)).isEqualTo(200);
    assertThat(status(DATA, "Authorization", "bearer  " + token)).isEqualTo(200);
    assertThat(status("/api/export", "Authorization", "Bearer " + token)).isEqualTo(403);
    assertThat(status("/ogc/collections", "Authorization", "Bearer " + ogc)).isEqualTo(200);
    assertThat(status("/ogc/collections", "Authorization", basic("anyone", ogc))).isEqualTo(200);
    assertThat(status(DATA, "Authorization", "Bearer " + ogc)).isEqualTo(403);
    for (String wrong : List.of("Bearer", "Bearer x", "Basic !!!", "Basic " + ogc, "Digest " + ogc, ogc, "")) {
      assertThat(status("/ogc/collections", "Authorization", wrong)).as(wrong).isEqualTo(401);
    }
    assertThat(status(DATA + "?token=" + token)).isEqualTo(401);
    assertThat(status(DATA + "?access_token=" + token)).isEqualTo(401);
  }

  private static String basic(String name, String password) {
    return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void tokensAreMadeAndRevokedByThoseWhoHaveLoggedIn() throws Exception {
    String cookie = office.session("planner");
    HttpResponse<String> made = post("/api/tokens", "{\"label\":\"script\",\"role\":\"planner\",\"days\":7}",
        "Cookie", cookie);
    assertThat(made.statusCode()).isEqualTo(201);
    String secret = Office.json(made).path("token").asText();
    String id = Office.json(made).path("id").asText();
    String bearer = "Bearer " + secret;
    assertThat(status("/api/export", "Authorization", bearer)).isEqualTo(200);
    assertThat(post("/api/tokens", "{\"label\":\"more\"}", "Authorization", bearer).statusCode()).isEqualTo(403);
    assertThat(post("/api/tokens", "{\"label\":\"up\",\"role\":\"admin\"}", "Cookie", cookie).statusCode())
        .isEqualTo(422);
    assertThat(office.get("/api/tokens", "Cookie", cookie).body()).contains(id).doesNotContain(secret);
    assertThat(office.get("/api/tokens", "Cookie", office.session("viewer")).body()).doesNotContain(id);
    assertThat(delete("/api/tokens/" + id, office.session("viewer"))).isEqualTo(404);
    office.clock.move(Duration.ofDays(6));
    assertThat(status(DATA, "Authorization", bearer)).isEqualTo(200);
    office.clock.move(Duration.ofDays(2));
    assertThat(status(DATA, "Authorization", bearer)).as("expired").isEqualTo(401);
    office.clock.move(Duration.ofDays(-3));
    assertThat(status(DATA, "Authorization", bearer)).isEqualTo(200);
    assertThat(delete("/api/tokens/" + id, office.session("admin"))).isEqualTo(204);
    assertThat(status(DATA, "Authorization", bearer)).as("revoked").isEqualTo(401);
  }

  private HttpResponse<String> post(String path, String body, String... headers) throws Exception {
    return Office.send(office.request(path).headers(headers).header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body)));
  }

  private int delete(String path, String cookie) throws Exception {
    return Office.send(office.request(path).header("Cookie", cookie).DELETE()).statusCode();
  }

  @Test
  void neitherPasswordNorTokenNorCookieStandsInTheDatabase() throws Exception {
    String token = office.token(Role.ADMIN);
    String cookie = office.session("admin").replaceFirst(".*=", "");
    for (Path file : List.of(folder.resolve("office.gpkg"), folder.resolve("office.gpkg-wal"))) {
      String bytes = Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
      assertThat(bytes.contains(token) || bytes.contains(cookie)
          || bytes.contains(new String(Office.PASSWORD.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)))
          .as(file.toString()).isFalse();
    }
    assertThat(office.desk.find("admin").password()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
  }

  @Test
  void onlyATrustedProxyIsBelievedAboutWhereARequestBegan() throws Exception {
    HttpResponse<String> untrusted = office.logIn("viewer", Office.PASSWORD, "X-Forwarded-Proto", "https",
        "X-Forwarded-For", "10.9.9.9");
    assertThat(untrusted.headers().firstValue("Set-Cookie").orElseThrow()).doesNotContain("Secure");
    assertThat(lastAddress(office)).isEqualTo("127.0.0.1");
    Path file = Files.copy(Office.staffed(), folder.resolve("behind.gpkg"));
    try (Office behind = Office.over(Workspace.open(
        SampleDistrict.settings(file).with(Setting.PROXIES, "127.0.0.1, 10.0.0.2")))) {
      HttpResponse<String> trusted = behind.logIn("viewer", Office.PASSWORD, "X-Forwarded-Proto", "https",
          "X-Forwarded-For", "6.6.6.6, 10.0.0.9, 10.0.0.2");
      assertThat(trusted.headers().firstValue("Set-Cookie").orElseThrow()).contains("; Secure");
      assertThat(lastAddress(behind)).as("what the client itself wrote in front is not believed").isEqualTo("10.0.0.9");
      for (int i = 0; i < 6; i++) {
        behind.logIn("planner", "guess number " + i, "X-Forwarded-For", "6.6.6." + i + ", 10.0.0.66");
      }
      assertThat(behind.logIn("planner", Office.PASSWORD, "X-Forwarded-For", "10.0.0.66").statusCode()).isEqualTo(429);
      assertThat(behind.logIn("planner", Office.PASSWORD, "X-Forwarded-For", "10.0.0.77").statusCode())
          .as("the owner elsewhere is not locked out").isEqualTo(200);
    }
  }

  private static String lastAddress(Office of) {
    return of.workspace.store().audit().newest(AuditFilter.ALL, 1, 0).get(0).address();
  }

  @Test
  void whatIsKeptBearsTheNameOfTheAccount() throws Exception {
    String cookie = office.session("planner");
    HttpResponse<String> draft = post("/api/scenarios", "{}", "Cookie", cookie);
    String key = Office.json(draft).path("key").asText();
    HttpResponse<String> saved = post("/api/scenarios/" + key + "/save",
        "{\"name\":\"n\",\"by\":\"somebody else\"}", "Cookie", cookie);
    assertThat(saved.statusCode()).as(saved.body()).isIn(200, 201);
    assertThat(saved.body()).contains("\"planner\"").doesNotContain("somebody else");
  }
}
