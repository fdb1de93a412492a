package org.parkland.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parkland.SampleDistrict;
import org.parkland.analysis.Workspace;

/** Funnel, ranking, matching, alarms and corrections over HTTP, on a copy of the sample district. */
class SiteRoutesTest {
  private static final String IDLE = "440704001009GB00804";
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

  private static HttpResponse<String> send(String method, String path, String body) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + path))
        .header("Content-Type", "application/json")
        .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }

  private static JsonNode json(String path) throws Exception {
    HttpResponse<String> answer = send("GET", path, null);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  @Test
  void theStepsOfTheFunnelHoldAllThatEntered() throws Exception {
    JsonNode funnel = json("/api/funnel?step=usable&limit=1000");
    int held = funnel.path("total").asInt();
    double areaM2 = funnel.path("usableM2").asDouble();
    for (JsonNode step : funnel.path("steps")) {
      JsonNode there = json("/api/funnel?limit=1000&step=" + step.path("key").asText());
      assertThat(there.path("sites")).hasSize(step.path("fell").asInt()).allMatch(site -> site.hasNonNull("reason"));
      held += there.path("sites").size();
      areaM2 += step.path("fellM2").asDouble();
    }
    assertThat(held).isEqualTo(funnel.path("entered").asInt());
    assertThat(areaM2).isCloseTo(funnel.path("enteredM2").asDouble(), within(1e-6));
  }

  @Test
  void candidatesComeInPagesThatFollowEachOther() throws Exception {
    JsonNode all = json("/api/candidates?limit=20");
    JsonNode second = json("/api/candidates?limit=10&offset=10");
    assertThat(second.path("candidates").get(0)).isEqualTo(all.path("candidates").get(10));
    assertThat(json("/api/candidates?offset=100000").path("candidates")).isEmpty();
    double before = 10;
    for (JsonNode candidate : all.path("candidates")) {
      double sum = 0;
      for (JsonNode part : candidate.path("parts")) {
        sum += part.path("part").asDouble();
      }
      assertThat(sum).isCloseTo(candidate.path("score").asDouble(), within(1e-9)).isLessThanOrEqualTo(before + 1e-9);
      before = sum;
    }
  }

  @Test
  void theServerSortsAndWeighs() throws Exception {
    JsonNode largest = json("/api/candidates?sort=-area&limit=1").path("candidates").get(0);
    String zeros = "&weights=compactness=0,neighbours=0,road=0,unit=0,industry=0,plan=0,price=0,years=0,law=0,red-line=0";
    JsonNode first = json("/api/candidates?limit=1" + zeros).path("candidates").get(0);
    assertThat(first.path("areaM2").asDouble()).isEqualTo(largest.path("areaM2").asDouble());
    JsonNode overdue = json("/api/idle?sort=-overdue&limit=2").path("cases");
    assertThat(overdue.get(0).path("daysOverdue").asInt()).isGreaterThanOrEqualTo(overdue.get(1).path("daysOverdue").asInt());
  }

  @Test
  void wrongQuestionsAreToldByParameter() throws Exception {
    for (String path : new String[] {"/api/candidates?weights=x=1", "/api/candidates?sort=x", "/api/candidates?unit=x",
      "/api/candidates?class=xx", "/api/funnel?order=planned", "/api/funnel?step=x", "/api/alarms?days=-1",
      "/api/match?project=x", "/api/assemblies?areaMinMu=x"}) {
      HttpResponse<String> answer = send("GET", path, null);
      assertThat(answer.statusCode()).as(path).isEqualTo(400);
      assertThat(JSON.readTree(answer.body()).path("parameter").asText()).as(path)
          .isEqualTo(path.replaceAll(".*\\?|=.*", ""));
    }
  }

  @Test
  void aProjectOfOnesOwnIsMatched() throws Exception {
    HttpResponse<String> answer =
        send("POST", "/api/match", "{\"areaMinMu\":30,\"areaMaxMu\":60,\"landUse\":\"100101\"}");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(JSON.readTree(answer.body()).path("offers")).isNotEmpty()
        .allMatch(offer -> offer.path("reasons").get(0).asText().contains("符合所需 30–60 亩"));
    assertThat(send("POST", "/api/match", "{\"areaMinMu\":30}").statusCode()).isEqualTo(422);
    assertThat(send("POST", "/api/match", "[]").statusCode()).isEqualTo(400);
  }

  @Test
  void alarmsAreAlsoACalendar() throws Exception {
    int total = json("/api/alarms?days=90").path("total").asInt();
    HttpResponse<String> calendar = send("GET", "/api/alarms.ics?days=90", null);
    assertThat(calendar.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/calendar");
    assertThat(calendar.body().split("BEGIN:VEVENT", -1)).hasSize(total + 1);
  }

  @Test
  void aCorrectionShowsAtOnceAndItsRemovalRestoresTheDeliveredValue() throws Exception {
    JsonNode before = json("/api/parcels/" + IDLE);
    HttpResponse<String> entered = send("POST", "/api/corrections", "{\"parcel\":\"" + IDLE
        + "\",\"field\":\"started_on\",\"value\":\"2023-11-01\",\"reason\":\"现场核查\",\"by\":\"王工\","
        + "\"evidenceName\":\"核查.txt\",\"evidenceBase64\":\"YWJj\"}");
    assertThat(entered.statusCode()).as(entered.body()).isEqualTo(201);
    JsonNode corrected = json("/api/parcels/" + IDLE);
    assertThat(corrected.path("idle").path("status").asText()).isNotEqualTo(before.path("idle").path("status").asText());
    assertThat(corrected.path("idle").path("evidence").toString()).contains("更正：实际动工由未提供改为2023-11-01");
    assertThat(corrected.path("attributes")).isEqualTo(before.path("attributes"));
    assertThat(corrected.path("corrections").get(0).path("evidenceSha256").asText()).startsWith("ba7816bf");

    String number = JSON.readTree(entered.body()).path("number").asText();
    assertThat(send("DELETE", "/api/corrections/" + number + "?reason=x&by=y", null).statusCode()).isEqualTo(200);
    assertThat(send("DELETE", "/api/corrections/" + number + "?reason=x&by=y", null).statusCode()).isEqualTo(422);
    assertThat(json("/api/parcels/" + IDLE).path("idle")).isEqualTo(before.path("idle"));
    assertThat(json("/api/corrections?parcel=" + IDLE).path("corrections")).hasSize(2);
  }

  /** A form of another site's page can send text, but not JSON, without being asked. */
  @Test
  void aCorrectionThatIsNotSentAsJsonIsRefused() throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + "/api/corrections"))
        .header("Content-Type", "text/plain").POST(BodyPublishers.ofString("{}")).build();
    assertThat(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(400);
  }
}
