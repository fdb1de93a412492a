package org.parkland.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.oas.OpenApi30;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real answers held against the OpenAPI document: those of the open interfaces and those of our own. */
class DescriptionTest {
  private static final OgcClient OGC = OgcClient.shared();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.builder(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4))
      .defaultMetaSchemaIri(OpenApi30.getInstance().getIri()).metaSchema(OpenApi30.getInstance()).build();
  private static JsonNode api;
  /** Number of a scenario, so that there is something to look at. */
  private static String saved;

  @BeforeAll
  static void read() throws Exception {
    saved = DescribedExamples.saveScenario(OGC);
    while (OGC.get(OGC.server() + "/ready").statusCode() == 503) {
      Thread.sleep(200);
    }
    api = OGC.json("/api");
  }

  /** Every path that can be read; those with a part in braces that stands for any collection are tested elsewhere. */
  static List<String> paths() throws Exception {
    List<String> paths = new ArrayList<>();
    OGC.json("/api").path("paths").fields().forEachRemaining(each -> {
      if (each.getValue().has("get") && (isOurs(each.getKey()) || !each.getKey().contains("{"))) {
        paths.add(each.getKey());
      }
    });
    return paths;
  }

  private static boolean isOurs(String path) {
    return path.startsWith("/api/") || path.startsWith("/tiles/") || List.of("/health", "/metrics", "/ready", "/report").contains(path);
  }

  private static List<String> addresses(String path) throws Exception {
    return isOurs(path) ? new DescribedExamples(OGC, saved).of(path).stream().map(each -> OGC.server() + each).toList()
        : List.of(OGC.root() + path);
  }

  @ParameterizedTest
  @MethodSource("paths")
  @DisplayName("/req/oas30/completeness: answers are as described")
  void answersAreAsDescribed(String path) throws Exception {
    JsonNode content = api.path("paths").path(path).path("get").path("responses").path("200").path("content");
    for (String address : addresses(path)) {
      HttpResponse<String> answer = OGC.get(address);
      assertThat(answer.statusCode()).as(address).isEqualTo(200);
      String type = answer.headers().firstValue("Content-Type").orElse("").replaceFirst("; ?charset=.*", "");
      assertThat(content.has(type)).as(address + " is " + type + ", described are " + content.fieldNames().next()).isTrue();
      if (!type.endsWith("json")) {
        continue;
      }
      ObjectNode schema = content.path(type).path("schema").deepCopy();
      schema.set("components", api.path("components"));
      JsonSchema judge = SCHEMAS.getSchema(schema);
      assertThat(judge.validate(JSON.readTree(answer.body()))).as(address).isEmpty();
    }
  }

  @Test
  @DisplayName("nobody adds a route without describing it, and nothing is described that is not there")
  void everyRouteIsDescribed() {
    Set<String> described = new TreeSet<>();
    api.path("paths").fields().forEachRemaining(path -> {
      if (isOurs(path.getKey())) {
        path.getValue().fieldNames().forEachRemaining(verb -> {
          if (!verb.equals("servers")) {
            described.add(verb.toUpperCase(Locale.ROOT) + " " + path.getKey());
          }
        });
      }
    });
    Set<String> answered = OGC.routes().stream().filter(each -> isOurs(each.substring(each.indexOf(' ') + 1)))
        .collect(Collectors.toCollection(TreeSet::new));
    assertThat(described).isEqualTo(answered);
    assertThat(OGC.routes()).filteredOn(each -> !answered.contains(each))
        .allMatch(each -> each.startsWith("GET /ogc") || each.startsWith("GET /webjars/"));
  }

  @Test
  @DisplayName("/req/oas30/oas-definition-1, -2, oas-impl: a document of OpenAPI 3.0 whose references all lead somewhere")
  void document() {
    assertThat(api.path("openapi").asText()).startsWith("3.0.");
    assertThat(api.path("servers").get(0).path("url").asText()).isEqualTo(OGC.root());
    assertThat(api.path("paths").has("/collections")).isTrue();
    Set<String> ids = new HashSet<>();
    api.findValuesAsText("operationId").forEach(each -> assertThat(ids.add(each)).as(each).isTrue());
    api.findValuesAsText("$ref").forEach(each -> assertThat(api.at(each.substring(1)).isMissingNode()).as(each).isFalse());
  }

  @Test
  @DisplayName("/req/oas30/exceptions-codes: what goes wrong is described too")
  void exceptions() throws Exception {
    ObjectNode schema = (ObjectNode) api.path("components").path("schemas").path("problem").deepCopy();
    JsonSchema judge = SCHEMAS.getSchema(schema);
    assertThat(judge.validate(OGC.problem(400, "/collections/parcels/items?limit=x"))).isEmpty();
    assertThat(judge.validate(OGC.problem(404, "/collections/nothing"))).isEmpty();
    api.path("paths").forEach(path -> path.path("get").path("responses").fieldNames().forEachRemaining(
        each -> assertThat(each).isIn("200", "304", "default")));
  }

  @Test
  @DisplayName("/req/core/fc-limit-definition, fc-bbox-definition, fc-time-definition: the parameters of items")
  void parameters() {
    for (String id : List.of("parcels", "units", "pieces", "idle-cases")) {
      JsonNode all = api.path("paths").path("/collections/" + id + "/items").path("get").path("parameters");
      List<String> names = new ArrayList<>();
      all.forEach(each -> names.add((each.has("$ref") ? api.at(each.path("$ref").asText().substring(1)) : each).path("name").asText()));
      assertThat(names).contains("limit", "bbox", "datetime", "crs", "bbox-crs", "filter", "f").doesNotHaveDuplicates();
    }
    JsonNode limit = api.at("/components/parameters/limit");
    assertThat(limit.path("schema").path("type").asText()).isEqualTo("integer");
    assertThat(limit.path("schema").path("minimum").asInt()).isEqualTo(1);
    assertThat(limit.path("schema").path("maximum").asInt()).isEqualTo(10_000);
    assertThat(limit.path("schema").path("default").asInt()).isEqualTo(100);
    JsonNode box = api.at("/components/parameters/bbox");
    assertThat(box.path("style").asText() + box.path("explode") + box.path("required")).isEqualTo("formfalsefalse");
    assertThat(box.path("schema").path("items").path("type").asText()).isEqualTo("number");
    assertThat(api.at("/components/parameters/datetime/schema/type").asText()).isEqualTo("string");
  }
}
