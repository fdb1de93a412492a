package org.parkland.ogc.describe;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parkland.land.Attribute;
import org.parkland.ogc.features.ItemRequest;

/** The parameters of the open interfaces. */
final class Parameters {
  private static final Map<String, Object> TEXT = Map.of("type", "string");
  private static final Map<String, Object> ADDRESS = Map.of("type", "string", "format", "uri");

  private Parameters() {}

  static Map<String, Object> all() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("f", query("f", "As json for programs or html for people; else the Accept header decides",
        Map.of("type", "string", "enum", List.of("json", "html"))));
    all.put("limit", query("limit", "Most items of one page", Map.of("type", "integer", "minimum", 1,
        "maximum", ItemRequest.MOST_LIMIT, "default", ItemRequest.DEFAULT_LIMIT)));
    all.put("bbox", query("bbox", "Only items that meet the box: lower corner, upper corner, in the order of axes of"
        + " bbox-crs", box()));
    all.put("bbox-crs", query("bbox-crs", "Reference system of bbox; CRS84 without it", ADDRESS));
    all.put("datetime", query("datetime", "What was valid on a day or between two: 2025-12-31, 2020-01-01/..", TEXT));
    all.put("crs", query("crs", "Reference system of the answer; CRS84 without it", ADDRESS));
    all.put("filter", query("filter", "Only items of which this holds (CQL2)", TEXT));
    all.put("filter-lang", query("filter-lang", "Language of the filter",
        Map.of("type", "string", "enum", List.of("cql2-text", "cql2-json"), "default", "cql2-text")));
    all.put("filter-crs", query("filter-crs", "Reference system of shapes in the filter; CRS84 without it", ADDRESS));
    all.put("sortby", query("sortby", "Names to sort by, with - before them for descending", texts()));
    all.put("properties", query("properties", "Only these properties", texts()));
    all.put("skipGeometry", query("skipGeometry", "Without shapes", Map.of("type", "boolean", "default", false)));
    all.put("after", query("after", "Where a page begins; given by the links 'next'", TEXT));
    all.put("collectionId", path("collectionId", TEXT));
    all.put("featureId", path("featureId", TEXT));
    all.put("tileMatrixSetId", path("tileMatrixSetId", Map.of("type", "string", "enum", List.of("WebMercatorQuad"))));
    all.put("tileMatrix", path("tileMatrix", Map.of("type", "integer", "minimum", 0, "maximum", 22)));
    all.put("tileRow", path("tileRow", Map.of("type", "integer", "minimum", 0)));
    all.put("tileCol", path("tileCol", Map.of("type", "integer", "minimum", 0)));
    all.put("styleId", path("styleId", Map.of("type", "string", "enum", List.of("current", "planned"))));
    return all;
  }

  private static Map<String, Object> box() {
    return Map.of("type", "array", "oneOf",
        List.of(Map.of("minItems", 4, "maxItems", 4), Map.of("minItems", 6, "maxItems", 6)),
        "items", Map.of("type", "number"));
  }

  private static Map<String, Object> texts() {
    return Map.of("type", "array", "items", TEXT);
  }

  static Map<String, Object> query(String name, String description, Object schema) {
    Map<String, Object> parameter = new LinkedHashMap<>();
    parameter.put("name", name);
    parameter.put("in", "query");
    parameter.put("description", description);
    parameter.put("required", false);
    parameter.put("schema", schema);
    parameter.put("style", "form");
    parameter.put("explode", false);
    return parameter;
  }

  private static Map<String, Object> path(String name, Object schema) {
    return Map.of("name", name, "in", "path", "required", true, "schema", schema);
  }

  static Map<String, Object> reference(String name) {
    return Map.of("$ref", "#/components/parameters/" + name);
  }

  /** Items whose property has this value. */
  static Map<String, Object> property(Attribute attribute, boolean english) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", switch (attribute.type()) {
      case TEXT, CLASS, DATE -> "string";
      case NUMBER, AREA -> "number";
      case FLAG -> "boolean";
    });
    if (attribute.type() == Attribute.Type.DATE) {
      schema.put("format", "date");
    }
    return query(attribute.name(), english ? attribute.labelEn() : attribute.label(), schema);
  }
}
