package org.parkland.ogc.describe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Schemas of the documents of the open interfaces. */
final class Schemas {
  private static final Map<String, Object> TEXT = Map.of("type", "string");
  private static final Map<String, Object> NUMBER = Map.of("type", "number");
  private static final Map<String, Object> COUNT = Map.of("type", "integer", "minimum", 0);

  private Schemas() {}

  static Map<String, Object> all() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("link", object(List.of("href", "rel"), "href", TEXT, "rel", TEXT, "type", TEXT, "title", TEXT,
        "hreflang", TEXT, "templated", Map.of("type", "boolean")));
    all.put("landingPage", object(List.of("links"), "title", TEXT, "description", TEXT, "links", list("link")));
    all.put("conformance", object(List.of("conformsTo"), "conformsTo", texts(), "links", list("link")));
    all.put("extent", object(List.of(), "spatial", object(List.of("bbox"), "bbox", boxes(), "crs", TEXT),
        "temporal", object(List.of("interval"), "interval", intervals(), "trs", TEXT)));
    all.put("collection", object(List.of("id", "links"), "id", TEXT, "title", TEXT, "description", TEXT,
        "links", list("link"), "extent", reference("extent"), "itemType", TEXT, "crs", texts(), "storageCrs", TEXT));
    all.put("collections", object(List.of("links", "collections"), "links", list("link"), "crs", texts(),
        "collections", list("collection")));
    all.put("geometry", geometry());
    all.put("feature", object(List.of("type", "id", "geometry", "properties"), "type", constant("Feature"),
        "id", TEXT, "geometry", reference("geometry"), "properties", Map.of("type", "object"), "links", list("link")));
    all.put("featureCollection", object(List.of("type", "features", "links", "timeStamp", "numberReturned"),
        "type", constant("FeatureCollection"), "features", list("feature"), "links", list("link"),
        "timeStamp", Map.of("type", "string", "format", "date-time"), "numberMatched", COUNT, "numberReturned", COUNT));
    all.put("problem", object(List.of("title", "status", "detail"), "type", TEXT, "title", TEXT, "status",
        Map.of("type", "integer"), "detail", TEXT, "instance", TEXT, "parameter", TEXT));
    all.put("document", Map.of("type", "object"));
    return all;
  }

  private static Map<String, Object> geometry() {
    Map<String, Object> schema = object(List.of("type", "coordinates"), "type", Map.of("type", "string", "enum",
        List.of("Point", "LineString", "Polygon", "MultiPoint", "MultiLineString", "MultiPolygon")),
        "coordinates", Map.of("type", "array", "items", Map.of()));
    schema.put("nullable", true);
    return schema;
  }

  static Map<String, Object> reference(String name) {
    return Map.of("$ref", "#/components/schemas/" + name);
  }

  private static Map<String, Object> list(String name) {
    return Map.of("type", "array", "items", reference(name));
  }

  private static Map<String, Object> texts() {
    return Map.of("type", "array", "items", TEXT);
  }

  private static Map<String, Object> boxes() {
    return Map.of("type", "array", "minItems", 1, "items",
        Map.of("type", "array", "minItems", 4, "maxItems", 6, "items", NUMBER));
  }

  private static Map<String, Object> intervals() {
    return Map.of("type", "array", "minItems", 1, "items", Map.of("type", "array", "minItems", 2, "maxItems", 2,
        "items", Map.of("type", "string", "format", "date-time", "nullable", true)));
  }

  private static Map<String, Object> constant(String word) {
    return Map.of("type", "string", "enum", List.of(word));
  }

  /** @param properties name, schema, name, schema … */
  private static Map<String, Object> object(List<String> required, Object... properties) {
    Map<String, Object> all = new LinkedHashMap<>();
    for (int i = 0; i < properties.length; i += 2) {
      all.put((String) properties[i], properties[i + 1]);
    }
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    schema.put("properties", all);
    return schema;
  }
}
