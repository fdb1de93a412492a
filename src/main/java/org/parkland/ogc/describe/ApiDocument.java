package org.parkland.ogc.describe;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.parkland.ogc.features.Features;
import org.parkland.ogc.features.ItemRequest;
import org.parkland.ogc.html.Html;
import org.parkland.ogc.http.Format;
import org.parkland.ogc.http.OgcRequest;
import org.parkland.ogc.http.OgcResponse;
import org.parkland.ogc.http.Query;
import org.parkland.ogc.items.FeatureSet;

/** The OpenAPI document, and the same as a page. */
public final class ApiDocument {
  private static final TypeReference<Map<String, Map<String, Object>>> PATHS = new TypeReference<>() {};

  private final Features features;
  private final Map<String, Map<String, Object>> own;

  public ApiDocument(Features features) {
    this.features = features;
    try (InputStream yaml = ApiDocument.class.getResourceAsStream("/org/parkland/ogc/api.yaml")) {
      this.own = new YAMLMapper().readValue(yaml, PATHS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public OgcResponse api(OgcRequest request) {
    Query.of(request, List.of());
    Format format = Format.of(request);
    Map<String, Object> document = document(request);
    return format == Format.JSON ? OgcResponse.json(OgcResponse.OPEN_API, document) : page(request, document);
  }

  private Map<String, Object> document(OgcRequest request) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("openapi", "3.0.3");
    document.put("info", Map.of("title", "Parkland", "version", "1", "description",
        features.words().word("landing", request.english())));
    document.put("servers", List.of(Map.of("url", request.root())));
    document.put("tags", List.of(Map.of("name", "ogc"), Map.of("name", "api")));
    document.put("paths", paths(request));
    Map<String, Object> components = new LinkedHashMap<>();
    components.put("parameters", Parameters.all());
    components.put("schemas", Schemas.all());
    components.put("responses", Map.of("Problem", Map.of("description", "What is wrong, and what would be right",
        "content", Map.of(OgcResponse.PROBLEM, Map.of("schema", Schemas.reference("problem"))))));
    components.put("securitySchemes", Map.of(
        "session", Map.of("type", "apiKey", "in", "cookie", "name", "parkland-session"),
        "token", Map.of("type", "http", "scheme", "bearer"),
        "tokenAsPassword", Map.of("type", "http", "scheme", "basic",
            "description", "Any name, and a token as the password: for QGIS and GDAL")));
    document.put("components", components);
    // The empty one: a server without accounts asks nobody.
    document.put("security", List.of(Map.of("session", List.of()), Map.of("token", List.of()),
        Map.of("tokenAsPassword", List.of()), Map.of()));
    return document;
  }

  private Map<String, Object> paths(OgcRequest request) {
    Map<String, Object> paths = new LinkedHashMap<>();
    paths.put("/", get("landing", "Where to begin", OgcResponse.JSON, "landingPage"));
    paths.put("/conformance", get("conformance", "The classes that hold", OgcResponse.JSON, "conformance"));
    paths.put("/api", get("api", "This document", OgcResponse.OPEN_API, "document"));
    paths.put("/collections", get("collections", "All collections", OgcResponse.JSON, "collections"));
    paths.put("/collections/{collectionId}",
        get("collection", "One collection", OgcResponse.JSON, "collection", "collectionId"));
    for (String what : List.of("queryables", "sortables", "schema")) {
      paths.put("/collections/{collectionId}/" + what,
          get(what, "Its attributes as JSON Schema: " + what, OgcResponse.SCHEMA, "document", "collectionId"));
    }
    features.listed().forEach(each -> paths.put("/collections/" + each.id() + "/items", items(each, request)));
    features.listed().forEach(each -> paths.put("/collections/" + each.id() + "/items/{featureId}",
        get("item-" + each.id(), features.title(each, request), OgcResponse.GEO_JSON, "feature", "featureId", "crs")));
    tiles(paths);
    own.forEach((path, item) -> {
      Map<String, Object> here = new LinkedHashMap<>(item);
      here.put("servers", List.of(Map.of("url", request.server())));
      paths.put(path, here);
    });
    return paths;
  }

  private static void tiles(Map<String, Object> paths) {
    String json = OgcResponse.JSON;
    paths.put("/tileMatrixSets", get("tileMatrixSets", "Tiling schemes", json, "document"));
    paths.put("/tileMatrixSets/{tileMatrixSetId}",
        get("tileMatrixSet", "One tiling scheme", json, "document", "tileMatrixSetId"));
    String tiles = "/collections/{collectionId}/tiles";
    paths.put(tiles, get("tileSets", "Tile sets of a collection", json, "document", "collectionId"));
    paths.put(tiles + "/{tileMatrixSetId}",
        get("tileSet", "One tile set", json, "document", "collectionId", "tileMatrixSetId"));
    paths.put(tiles + "/{tileMatrixSetId}/tilejson",
        get("tileJson", "The same as TileJSON", json, "document", "collectionId", "tileMatrixSetId"));
    paths.put(tiles + "/{tileMatrixSetId}/{tileMatrix}/{tileRow}/{tileCol}", binary("tile", "Vector tile",
        "application/vnd.mapbox-vector-tile", "collectionId", "tileMatrixSetId", "tileMatrix", "tileRow", "tileCol",
        "datetime"));
    paths.put("/styles/{styleId}", get("style", "Map style in the official colours",
        "application/vnd.mapbox.style+json", "document", "styleId"));
  }

  private Map<String, Object> items(FeatureSet set, OgcRequest request) {
    Map<String, Object> path = get("items-" + set.id(), features.title(set, request), OgcResponse.GEO_JSON,
        "featureCollection", ItemRequest.PARAMETERS.toArray(new String[0]));
    List<Object> parameters = new ArrayList<>(operation(path));
    set.attributes().stream().filter(each -> !ItemRequest.PARAMETERS.contains(each.name()))
        .forEach(each -> parameters.add(Parameters.property(each, request.english())));
    ((Map<String, Object>) cast(path.get("get"))).put("parameters", parameters);
    return path;
  }

  private static List<Object> operation(Map<String, Object> path) {
    return cast(((Map<String, Object>) cast(path.get("get"))).get("parameters"));
  }

  @SuppressWarnings("unchecked")
  private static <T> T cast(Object value) {
    return (T) value;
  }

  private static Map<String, Object> get(
      String id, String summary, String type, String schema, String... parameters) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put(type, Map.of("schema", Schemas.reference(schema)));
    boolean alsoPage = !type.contains("mapbox");
    if (alsoPage) {
      content.put(OgcResponse.HTML, Map.of("schema", Map.of("type", "string")));
    }
    return operation(id, summary, content,
        alsoPage ? Stream.concat(Stream.of(parameters), Stream.of("f")).toArray(String[]::new) : parameters);
  }

  private static Map<String, Object> binary(String id, String summary, String type, String... parameters) {
    return operation(id, summary,
        Map.of(type, Map.of("schema", Map.of("type", "string", "format", "binary"))), parameters);
  }

  private static Map<String, Object> operation(
      String id, String summary, Map<String, Object> content, String... parameters) {
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("operationId", id);
    operation.put("summary", summary);
    operation.put("tags", List.of("ogc"));
    operation.put("parameters", Stream.of(parameters).map(Parameters::reference).toList());
    Map<String, Object> responses = new LinkedHashMap<>();
    responses.put("200", Map.of("description", summary, "content", content));
    responses.put("default", Map.of("$ref", "#/components/responses/Problem"));
    operation.put("responses", responses);
    Map<String, Object> path = new LinkedHashMap<>();
    path.put("get", operation);
    return path;
  }

  /** Addresses and what they are for; the rest is for programs. */
  private OgcResponse page(OgcRequest request, Map<String, Object> document) {
    Map<String, Object> list = new LinkedHashMap<>();
    ((Map<String, Map<String, Object>>) cast(document.get("paths"))).forEach((path, item) -> item.forEach((method, each) -> {
      if (each instanceof Map<?, ?> operation && operation.containsKey("summary")) {
        list.put(method.toUpperCase(java.util.Locale.ROOT) + " " + path, operation.get("summary"));
      }
    }));
    String title = features.words().word("api", request.english());
    return OgcResponse.html(new Html(request, features.words()).trail().heading(title, null)
        .document(Map.of("href", request.root() + "/api?f=json", "rel", "service-desc", "type", OgcResponse.OPEN_API,
            "title", "OpenAPI 3.0")).document(list).page(title));
  }
}
