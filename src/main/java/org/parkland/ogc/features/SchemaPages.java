package org.parkland.ogc.features;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.parkland.land.Attribute;
import org.parkland.ogc.html.Html;
import org.parkland.ogc.http.Format;
import org.parkland.ogc.http.OgcRequest;
import org.parkland.ogc.http.OgcResponse;
import org.parkland.ogc.http.Query;
import org.parkland.ogc.items.FeatureSet;

/** The attributes of a collection as JSON Schema: all, those of filters, those of sorting. */
public final class SchemaPages {
  private final Features features;

  public SchemaPages(Features features) {
    this.features = features;
  }

  public OgcResponse schema(OgcRequest request) {
    return answer(request, each -> true, true);
  }

  public OgcResponse queryables(OgcRequest request) {
    return answer(request, each -> true, true);
  }

  public OgcResponse sortables(OgcRequest request) {
    FeatureSet set = features.find(request.path().get(1));
    return answer(request, each -> set.sortable().contains(each.name()), false);
  }

  private OgcResponse answer(OgcRequest request, Predicate<Attribute> wanted, boolean withShape) {
    Query.of(request, List.of());
    Format format = Format.of(request);
    FeatureSet set = features.find(request.path().get(1));
    Map<String, Object> properties = new LinkedHashMap<>();
    if (withShape) {
      properties.put("geometry", Map.of("format", "geometry-any", "x-ogc-role", "primary-geometry"));
    }
    set.attributes().stream().filter(wanted)
        .forEach(each -> properties.put(each.name(), describe(each, request.english())));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    body.put("$id", request.resource());
    body.put("title", features.title(set, request));
    body.put("type", "object");
    body.put("properties", properties);
    body.put("additionalProperties", false);
    String title = features.title(set, request);
    return format == Format.JSON ? OgcResponse.json(OgcResponse.SCHEMA, body)
        : OgcResponse.html(new Html(request, features.words()).trail().heading(title, null).document(body).page(title));
  }

  /** As other programs read it: type, format, title, unit. */
  static Map<String, Object> describe(Attribute attribute, boolean english) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("title", english ? attribute.labelEn() : attribute.label());
    schema.put("type", switch (attribute.type()) {
      case TEXT, CLASS, DATE -> "string";
      case NUMBER, AREA -> "number";
      case FLAG -> "boolean";
    });
    if (attribute.type() == Attribute.Type.DATE) {
      schema.put("format", "date");
    }
    if (attribute.type() == Attribute.Type.AREA) {
      schema.put("x-ogc-unit", "m2");
    } else if (attribute.unit() != null) {
      schema.put("x-ogc-unit", attribute.unit());
    }
    return schema;
  }
}
