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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parkland.SampleDistrict;
import org.parkland.analysis.Workspace;
import org.parkland.source.FeatureSource;
import org.parkland.source.Sources;

/** Scenarios over HTTP, on a copy of the sample district. */
class ScenarioRoutesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String EAST = "{\"type\":\"Polygon\",\"coordinates\":[[[113.145,22.545],[113.16,22.545],"
      + "[113.16,22.556],[113.145,22.556],[113.145,22.545]]]}";

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

  private static HttpResponse<byte[]> send(String method, String path, String body, String type) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + "/api/scenarios" + path))
        .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    return HttpClient.newHttpClient().send(type == null ? request.build() : request.header("Content-Type", type).build(),
        BodyHandlers.ofByteArray());
  }

  private static JsonNode ask(String method, String path, String body, int status) throws Exception {
    HttpResponse<byte[]> answer = send(method, path, body, body == null ? null : "application/json");
    assertThat(answer.statusCode()).as(new String(answer.body())).isEqualTo(status);
    return JSON.readTree(answer.body());
  }

  private static JsonNode get(String path) throws Exception {
    return ask("GET", path, null, 200);
  }

  private static JsonNode post(String path, String body) throws Exception {
    HttpResponse<byte[]> answer = send("POST", path, body, "application/json");
    assertThat(answer.statusCode()).as(new String(answer.body())).isIn(200, 201);
    return JSON.readTree(answer.body());
  }

  private static String begin() throws Exception {
    return "/" + post("", "{}").path("key").asText();
  }

  private static List<String> chosen(String key, String codeBegins) throws Exception {
    List<String> ids = new ArrayList<>();
    for (JsonNode each : post(key + "/select", "{\"shape\":" + EAST + "}").path("features")) {
      if (each.path("properties").path("code").asText().startsWith(codeBegins)) {
        ids.add(each.path("properties").path("id").asText());
      }
    }
    return ids;
  }

  private static String reclass(List<String> ids, String code) {
    return "{\"kind\":\"class\",\"parcels\":[\"" + String.join("\",\"", ids) + "\"],\"code\":\"" + code + "\"}";
  }

  private static Map<String, JsonNode> units(JsonNode figures, String when) {
    Map<String, JsonNode> found = new HashMap<>();
    figures.path("units").forEach(each -> found.put(each.path("id").asText(), each.path(when)));
    return found;
  }

  @Test
  void aChangeTellsWhatItBreaksAndUndoBringsItBack() throws Exception {
    String key = begin();
    JsonNode redLine = JSON.readTree(HttpClient.newHttpClient().send(
        HttpRequest.newBuilder(URI.create(server.address() + "/api/redline")).build(), BodyHandlers.ofString()).body());
    JsonNode base = get(key + "/figures");
    redLine.path("units").forEach(each -> assertThat(units(base, "after").get(each.path("id").asText()))
        .as(each.path("id").asText()).isEqualTo(each.path("redLine")));

    List<String> ids = chosen(key, "1001");
    JsonNode changed = post(key + "/changes", reclass(ids, "070102"));
    assertThat(changed.path("broken")).isNotEmpty();
    assertThat(changed.path("broken").findValuesAsText("id")).contains("B1");
    JsonNode broken = changed.path("broken").get(0);
    assertThat(broken.path("before").path("status").asText()).isEqualTo("pass");
    assertThat(broken.path("after").path("status").asText()).isEqualTo("breach");
    JsonNode step = changed.path("change");
    assertThat(step.path("afterM2").asDouble()).isEqualTo(step.path("beforeM2").asDouble());

    JsonNode after = get(key + "/figures?unit=D1");
    double lost = units(after, "before").get("D1").path("numeratorM2").asDouble()
        - units(after, "after").get("D1").path("numeratorM2").asDouble();
    assertThat(lost).isCloseTo(step.path("afterM2").asDouble(), org.assertj.core.api.Assertions.within(1e-4));
    assertThat(post(key + "/undo", "{}").path("done").asInt()).isZero();
    assertThat(units(get(key + "/figures"), "after")).isEqualTo(units(base, "after"));
    assertThat(post(key + "/redo", "{}").path("broken").findValuesAsText("id")).contains("B1");
  }

  @Test
  void whatChangedIsShownAndExported() throws Exception {
    String key = begin();
    List<String> ids = chosen(key, "1001").subList(0, 3);
    post(key + "/changes", reclass(ids, "1401"));
    post(key + "/changes", "{\"kind\":\"line\",\"blocks\":[{\"id\":\"X1\",\"level\":\"一级\",\"geometry\":" + EAST + "}]}");
    JsonNode shapes = get(key + "/shapes");
    assertThat(shapes.path("features").findValuesAsText("stage")).containsExactlyInAnyOrder(
        "after", "after", "after", "before", "before", "before", "line");
    JsonNode protection = get(key + "/figures").path("protection");
    assertThat(protection.path("blocks").findValuesAsText("block")).contains("X1");
    assertThat(protection.path("balance").get(0).path("addedM2").asDouble()).isPositive();

    Path file = folder.resolve("export.gpkg");
    Files.write(file, send("GET", key + "/export.gpkg", null, null).body());
    int rows = 0;
    try (FeatureSource source = Sources.open(file, null, null)) {
      while (source.hasNext()) {
        assertThat(source.next().values()).containsValue("1 class");
        rows++;
      }
    }
    assertThat(rows).isEqualTo(6);
    for (String lang : List.of("zh-CN", "en")) {
      String page = new String(send("GET", key + "/report.html?lang=" + lang, null, null).body());
      assertThat(page).contains(ids.get(0)).contains(lang.equals("en") ? "Changes" : "变更清单").doesNotContain("null");
    }
  }

  @Test
  void ofTwoPlannersTheSecondIsToldWhoWasFirstAndCanSaveApart() throws Exception {
    String key = begin();
    post(key + "/changes", reclass(chosen(key, "1001").subList(0, 2), "0901"));
    JsonNode saved = post(key + "/save", "{\"name\":\"方案\",\"by\":\"甲\",\"note\":\"试\"}");
    String from = "{\"from\":" + saved.path("id") + "}";
    String first = "/" + post("", from).path("key").asText();
    String second = "/" + post("", from).path("key").asText();
    post(first + "/undo", "{}");
    assertThat(post(first + "/save", "{\"name\":\"方案\",\"by\":\"乙\"}").path("version").asInt()).isEqualTo(2);
    JsonNode refused = ask("POST", second + "/save", "{\"name\":\"方案\",\"by\":\"丙\"}", 409);
    assertThat(refused.path("detail").asText()).contains("乙", "version 2");
    JsonNode apart = post(second + "/save", "{\"name\":\"方案 丙\",\"by\":\"丙\",\"asNew\":true}");
    assertThat(apart.path("id").asLong()).isNotEqualTo(saved.path("id").asLong());
    assertThat(get("/" + saved.path("id") + "/versions").path("versions")).hasSize(2);
    JsonNode compared = get("/compare?keys=" + saved.path("id") + "," + apart.path("id") + "&unit=D1");
    assertThat(compared.path("scenarios")).hasSize(2);
    assertThat(compared.path("scenarios").get(0).path("after")).isEqualTo(compared.path("scenarios").get(0).path("before"));
    assertThat(compared.path("scenarios").get(1).path("after")).isNotEqualTo(compared.path("scenarios").get(1).path("before"));

    ask("DELETE", "/" + apart.path("id") + "?by=x&reason=y&version=9", null, 409);
    assertThat(ask("DELETE", "/" + apart.path("id") + "?by=%E4%B8%99&reason=old&version=1", null, 200)
        .path("withdrawn").asText()).isEqualTo("old");
    assertThat(get("").path("scenarios").findValuesAsText("id")).contains(saved.path("id").asText())
        .doesNotContain(apart.path("id").asText());
    assertThat(get("/" + apart.path("id")).path("saved").path("version").asInt()).isEqualTo(2);
  }

  @Test
  void aForgottenWorkingCopyIsMadeAnewFromItsChanges() throws Exception {
    String key = begin();
    List<String> ids = chosen(key, "1001").subList(0, 2);
    post(key + "/changes", reclass(ids.subList(0, 1), "0901"));
    post(key + "/changes", reclass(ids, "1401"));
    assertThat(post(key + "/undo", "{}").path("total").asInt()).isEqualTo(2);
    JsonNode draft = get(key);
    JsonNode again = post("", "{\"asOf\":\"" + draft.path("asOf").asText() + "\",\"changes\":" + draft.path("written")
        + ",\"done\":" + draft.path("done") + "}");
    assertThat(again.path("changes")).isEqualTo(draft.path("changes"));
    assertThat(units(get("/" + again.path("key").asText() + "/figures"), "after"))
        .isEqualTo(units(get(key + "/figures"), "after"));
  }

  @Test
  void wrongRequestsAreRefusedByName() throws Exception {
    String key = begin();
    assertThat(send("POST", "", "{}", "text/plain").statusCode()).isEqualTo(400);
    assertThat(send("POST", key + "/undo", "{}", null).statusCode()).isEqualTo(400);
    assertThat(ask("POST", key + "/undo", "{}", 422).path("detail").asText()).contains("nothing to undo");
    ask("GET", "/w-gone", null, 404);
    ask("GET", "/99999", null, 404);
    ask("GET", key + "/figures?colour=red", null, 400);
    ask("GET", key + "/figures?policy=none", null, 400);
    ask("GET", key + "/figures?unit=none", null, 422);
    ask("GET", "/compare?keys=1,2,3,4,5", null, 400);
    ask("POST", "/1/changes", reclass(List.of("a"), "0701"), 400);
    Map<String, String> bad = Map.of("{\"kind\":\"paint\"}", "no kind of change",
        reclass(List.of("nowhere"), "0701"), "is not in the layer", reclass(List.of("x"), "99"), "in no classification",
        "{\"kind\":\"class\",\"code\":\"0701\"}", "parcels", "{\"kind\":\"class\",\"colour\":1}", "colour",
        "{\"kind\":\"split\",\"parcel\":\"x\"}", "line",
        "{\"kind\":\"plan\",\"code\":\"0701\",\"area\":{\"type\":\"Polygon\",\"coordinates\":[[[1,2]]]}}", "area",
        "{\"kind\":\"line\",\"blocks\":[{\"id\":\"a\",\"level\":\"九级\",\"geometry\":" + EAST + "}]}", "level");
    for (Map.Entry<String, String> each : bad.entrySet()) {
      assertThat(ask("POST", key + "/changes", each.getKey(), 422).path("detail").asText()).contains(each.getValue());
    }
    ask("POST", key + "/save", "{\"by\":\"x\"}", 422);
    ask("POST", "", "{\"asOf\":\"gestern\"}", 400);
  }
}
