package org.parkland.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logging in and out, and the ways in which somebody tries to get in without. One server for all: no account changes. */
class GateTest {
  private static final String DATA = "/api/units";

  @TempDir
  private static Path folder;
  private static Office office;

  @BeforeAll
  static void open() throws IOException {
    office = Office.open(folder);
  }

  @AfterAll
  static void close() {
    office.close();
  }

  private int status(String path, String... headers) throws Exception {
    return office.get(path, headers).statusCode();
  }

  @Test
  void aSessionBeginsWithThePasswordAndEndsWithTheLogOut() throws Exception {
    assertThat(status(DATA)).isEqualTo(401);
    HttpResponse<String> answer = office.logIn(" Planner ", Office.PASSWORD);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Office.json(answer).path("role").asText()).isEqualTo("planner");
    assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
        .contains("HttpOnly", "SameSite=Strict", "Path=/").doesNotContain("Secure", "Max-Age", "Expires", "Domain");
    String cookie = Office.cookie(answer);
    assertThat(status(DATA, "Cookie", cookie)).isEqualTo(200);
    assertThat(Office.json(office.get("/api/session", "Cookie", cookie)).path("name").asText()).isEqualTo("planner");
    assertThat(Office.send(office.request("/api/session").header("Cookie", cookie).DELETE()).statusCode()).isEqualTo(204);
    assertThat(status(DATA, "Cookie", cookie)).isEqualTo(401);
  }

  @Test
  void aRefusalIsAProblemThatSaysNothingOfAccounts() throws Exception {
    HttpResponse<String> wrong = office.logIn("planner", "not the password");
    HttpResponse<String> unknown = office.logIn("nobody at all", "not the password");
    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(wrong.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    assertThat(wrong.body()).isEqualTo(unknown.body());
    assertThat(wrong.headers().firstValue("Set-Cookie")).isEmpty();
    HttpResponse<String> refused = office.get(DATA);
    assertThat(refused.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Bearer");
    assertThat(Office.json(refused).path("status").asInt()).isEqualTo(401);
  }

  @Test
  void aCookieThatWasThereBeforeOpensNothingAfterTheLogIn() throws Exception {
    String fixed = "parkland-session=chosen-by-somebody-else";
    HttpResponse<String> answer = office.logIn("viewer", Office.PASSWORD, "Cookie", fixed);
    assertThat(Office.cookie(answer)).isNotEqualTo(fixed);
    assertThat(status(DATA, "Cookie", fixed)).isEqualTo(401);
    String first = Office.cookie(answer);
    String second = Office.cookie(office.logIn("viewer", Office.PASSWORD, "Cookie", first));
    assertThat(second).isNotEqualTo(first);
    assertThat(status(DATA, "Cookie", first)).isEqualTo(401);
    assertThat(status(DATA, "Cookie", second)).isEqualTo(200);
  }

  @Test
  void aBrokenTokenIsNotSavedByASession() throws Exception {
    assertThat(status(DATA, "Cookie", office.session("viewer"), "Authorization", "Bearer gone")).isEqualTo(401);
  }

  @Test
  void aPageOfAnotherSiteChangesNothing() throws Exception {
    String cookie = office.session("admin");
    for (List<String> foreign : List.of(List.of("Origin", "https://evil.example"), List.of("Origin", "null"),
        List.of("Sec-Fetch-Site", "cross-site"), List.of("Sec-Fetch-Site", "same-site"))) {
      HttpResponse<String> answer = Office.send(office.request("/api/scenarios").header("Cookie", cookie)
          .headers(foreign.toArray(String[]::new)).header("Content-Type", "application/json")
          .POST(BodyPublishers.ofString("{}")));
      assertThat(answer.statusCode()).as(foreign.toString()).isEqualTo(403);
      assertThat(office.logIn("viewer", Office.PASSWORD, foreign.toArray(String[]::new)).statusCode()).isEqualTo(403);
    }
    assertThat(Office.send(office.request("/api/scenarios").header("Cookie", cookie)
        .header("Content-Type", "text/plain").POST(BodyPublishers.ofString("{}"))).statusCode()).isEqualTo(400);
  }

  @Test
  void everyAnswerCarriesTheHeadersThatKeepItToItself() throws Exception {
    for (String path : List.of("/", "/login.html", "/js/main.js", "/health", DATA, "/ogc", "/no/such/route")) {
      HttpResponse<String> answer = office.get(path, "Origin", "https://evil.example");
      assertThat(answer.headers().firstValue("Content-Security-Policy").orElse("")).as(path)
          .contains("default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'",
              "form-action 'self'").doesNotContain("unsafe");
      assertThat(answer.headers().firstValue("X-Content-Type-Options")).as(path).hasValue("nosniff");
      assertThat(answer.headers().firstValue("X-Frame-Options")).as(path).hasValue("DENY");
      assertThat(answer.headers().firstValue("Referrer-Policy")).as(path).hasValue("no-referrer");
      assertThat(answer.headers().firstValue("Cross-Origin-Resource-Policy")).as(path).hasValue("same-origin");
      assertThat(answer.headers().map().keySet()).as(path).noneMatch(each ->
          each.toLowerCase(java.util.Locale.ROOT).startsWith("access-control-"));
    }
  }

  @Test
  void noCacheOnTheWayKeepsAnAnswerForSomebodyElse() throws Exception {
    String cookie = office.session("viewer");
    for (String path : List.of(DATA, "/api/parcels/x", "/ogc/collections", "/tiles/current/14/13334/7134.mvt",
        "/api/classes", "/api/session")) {
      HttpResponse<String> answer = office.get(path, "Cookie", cookie);
      assertThat(answer.headers().firstValue("Cache-Control").orElse("")).as(path).contains("private");
      assertThat(answer.headers().firstValue("Vary").orElse("")).as(path).contains("Cookie", "Authorization");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/units/", "//api/units", "/api//units", "/./api/units", "/x/../api/units",
      "/API/UNITS", "/%61pi/units", "/api%2Funits", "/api/units;x=1", "/api/units%00", "/api/./units",
      "/api/session/../units", "/health/../api/units", "/js/../api/units", "/api\\units", "/ogc/../api/units"})
  void noWayOfWritingAPathLeadsPastTheGate(String path) throws Exception {
    for (String method : List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "get")) {
      RawAnswer answer = RawAnswer.of(office.server.address(), method, path);
      assertThat(answer.status()).as(method + " " + path).isIn(400, 401, 403, 404, 405, 501);
      assertThat(answer.body()).as(method + " " + path).doesNotContain("\"units\"");
    }
  }

  @Test
  void noHeaderMakesAnotherRequestOfIt() throws Exception {
    for (List<String> trick : List.of(List.of("X-HTTP-Method-Override", "GET"), List.of("X-Original-URL", "/health"),
        List.of("X-Rewrite-URL", "/health"), List.of("X-Forwarded-For", "127.0.0.1"),
        List.of("X-Forwarded-User", "admin"), List.of("Remote-User", "admin"), List.of("Cookie", "parkland-session="),
        List.of("Cookie", "parkland-session=admin; role=admin"))) {
      assertThat(status(DATA, trick.toArray(String[]::new))).as(trick.toString()).isEqualTo(401);
    }
  }
}
