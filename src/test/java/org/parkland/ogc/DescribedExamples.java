package org.parkland.ogc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Addresses with parameters that make an answer worth holding against the description. */
final class DescribedExamples {
  private static final ObjectMapper JSON = new ObjectMapper();
  /** In the middle of the sample. */
  private static final String FRAME = "bounds=113.05,22.52,113.12,22.58";
  private static final String SCENARIO = "/api/scenarios/{key}";
  private static final Map<String, List<String>> FIXED = Map.ofEntries(
      Map.entry("/api/layers/{kind}", List.of("/api/layers/units", "/api/layers/protection", "/api/layers/constraint",
          "/api/layers/approval", "/api/layers/reference?asOf=2020-12-31")),
      Map.entry("/api/landuse", List.of("/api/landuse", "/api/landuse?unit=Z1&levels=true", "/api/landuse?state=planned")),
      Map.entry("/api/redline", List.of("/api/redline", "/api/redline?state=planned", "/api/redline?asOf=2020-12-31")),
      Map.entry("/api/ledger", List.of("/api/ledger?from=2020-12-31&to=2025-12-31")),
      Map.entry("/api/identify", List.of("/api/identify?lon=113.12&lat=22.55")),
      Map.entry("/api/search", List.of("/api/search?q=GB", "/api/search?q=Z")),
      Map.entry("/api/idle", List.of("/api/idle?limit=400", "/api/idle?asOf=2020-12-31&limit=50")),
      Map.entry("/api/funnel", List.of("/api/funnel", "/api/funnel?step=usable&limit=50")),
      Map.entry("/api/alarms", List.of("/api/alarms?days=2000")),
      Map.entry("/api/assemblies", List.of("/api/assemblies", "/api/assemblies?areaMinMu=20&areaMaxMu=90")),
      Map.entry("/api/counted", List.of("/api/counted?unit=Z1", "/api/counted?unit=Z1&code=1001&state=planned")),
      Map.entry("/api/print/map.pdf", List.of("/api/print/map.pdf?" + FRAME)),
      Map.entry("/api/print/frame", List.of("/api/print/frame?" + FRAME)),
      Map.entry("/api/report.pdf", List.of("/api/report.pdf?unit=Z1")),
      Map.entry("/report", List.of("/report?unit=Z1&lang=en")),
      Map.entry("/api/export/{what}", List.of("/api/export/units?format=geojson", "/api/export/findings?format=csv",
          "/api/export/findings?format=gpkg", "/api/export/scenario?format=geojson", "/api/export/idle?format=xlsx")),
      Map.entry("/api/workbooks/{name}.xlsx", List.of("/api/workbooks/redline.xlsx")),
      Map.entry("/tiles/{state}/{z}/{x}/{y}.mvt", List.of("/tiles/current/12/3334/1787.mvt")));

  private final OgcClient client;
  private final String saved;

  /** @param saved number of a scenario */
  DescribedExamples(OgcClient client, String saved) {
    this.client = client;
    this.saved = saved;
  }

  /** Saves a scenario with one change of class. @return its number */
  static String saveScenario(OgcClient client) throws Exception {
    JsonNode counted = client.json(client.server() + "/api/counted?unit=Z1&code=1001&limit=3");
    List<String> parcels = new ArrayList<>();
    counted.path("parcels").forEach(each -> parcels.add(each.path("parcel").asText()));
    String copy = "/api/scenarios/" + post(client, "/api/scenarios", Map.of()).path("key").asText();
    post(client, copy + "/changes", Map.of("kind", "class", "parcels", parcels, "code", "1401"));
    return post(client, copy + "/save", Map.of("name", "厂改绿", "by", "规划科")).path("id").asText();
  }

  private static JsonNode post(OgcClient client, String path, Object body) throws Exception {
    return JSON.readTree(client.post(path, "application/json", JSON.writeValueAsBytes(body)).body());
  }

  List<String> of(String path) throws Exception {
    return switch (path) {
      case "/api/parcels/{id}" -> all("/api/idle?limit=30", "cases", "parcel", path);
      case "/api/shapes" -> all("/api/idle?limit=3", "cases", "parcel", "/api/shapes?ids={id}");
      case "/api/findings", "/api/findings.geojson" -> all("/api/snapshots", "snapshots", "snapshot", path + "?limit=100&snapshot={id}");
      case "/api/snapshots/{id}/findings", "/api/snapshots/{id}/findings.csv",
          "/api/snapshots/{id}/findings.xlsx" ->
          all("/api/snapshots", "snapshots", "snapshot", path);
      case "/api/imports/{id}" -> List.of(path.replace("{id}", repeatedImport()));
      case "/api/policies/compare" -> {
        JsonNode policies = client.json(client.server() + "/api/district").path("policies");
        yield List.of(path + "?a=" + policies.get(0).path("name").asText() + "&b=" + policies.get(1).path("name").asText());
      }
      case "/api/scenarios/compare" -> List.of(path + "?keys=" + saved);
      case SCENARIO + "/figures" -> List.of(scenario(path), scenario(path) + "?state=planned", scenario(path) + "?unit=Z1");
      case SCENARIO + "/export.{format}" -> List.of("gpkg", "shp", "geojson", "fgb", "csv", "xlsx", "txt").stream()
          .map(each -> scenario(path).replace("{format}", each)).toList();
      default -> FIXED.getOrDefault(path, List.of(scenario(path)));
    };
  }

  private String scenario(String path) {
    return path.replace("{key}", saved);
  }

  private List<String> all(String list, String rows, String field, String address) throws Exception {
    List<String> all = new ArrayList<>();
    client.json(client.server() + list).path(rows).forEach(each -> all.add(address.replace("{id}", each.path(field).asText())));
    return all;
  }

  /** An import that stores nothing, for the sample has that very file already. @return its number */
  private String repeatedImport() throws Exception {
    byte[] file = Files.readAllBytes(Path.of("gis-data/jianghai/units.geojson"));
    String upload = JSON.readTree(client.post("/api/uploads?name=units.geojson", "application/octet-stream", file).body())
        .path("upload").asText();
    return post(client, "/api/imports", Map.of("upload", upload, "kind", "units", "asOf", "2025-12-31")).path("id").asText();
  }
}
