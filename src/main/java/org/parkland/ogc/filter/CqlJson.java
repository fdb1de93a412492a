package org.parkland.ogc.filter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.core.JsonFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.locationtech.jts.geom.Geometry;
import org.parkland.store.Condition.Relation;

/** Reads CQL2 JSON: {@code {"op":"=","args":[{"property":"land_use"},"1001"]}}. The classes are those of the text. */
final class CqlJson {
  private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
      .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(200).build()).build())
      .disable(JsonReadFeature.ALLOW_TRAILING_COMMA.mappedFeature()).build();

  private final FilterLimits limits;
  private int depth;

  private CqlJson(FilterLimits limits) {
    this.limits = limits;
  }

  /** @throws FilterException that names what cannot be understood */
  static Filter read(String filter, FilterLimits limits) {
    try {
      return new CqlJson(limits).filter(JSON.readTree(filter));
    } catch (JsonProcessingException e) {
      throw new FilterException("the filter is no JSON: " + e.getOriginalMessage(), e);
    }
  }

  private Filter filter(JsonNode node) {
    if (node.isBoolean()) {
      return new Filter.Constant(node.booleanValue());
    }
    if (!node.path("op").isTextual() || !node.path("args").isArray()) {
      throw new FilterException("each part of the filter is true, false or an object with 'op' and 'args'");
    }
    limits.requireDepth(++depth);
    Filter read = operation(node.path("op").asText(), node.path("args"));
    depth--;
    return read;
  }

  private Filter operation(String name, JsonNode args) {
    Optional<SpatialRelation> spatial = SpatialRelation.of(name);
    Optional<Relation> relation = Relations.of(name);
    if (spatial.isPresent()) {
      return spatial(spatial.get(), args);
    } else if (relation.isPresent()) {
      requireCount(name, args, 2);
      return new Filter.Compare(value(args.get(0)), relation.get(), value(args.get(1)));
    }
    return switch (name) {
      case "and" -> new Filter.And(filters(name, args));
      case "or" -> new Filter.Or(filters(name, args));
      case "not" -> new Filter.Not(filter(requireCount(name, args, 1).get(0)));
      case "like" -> new Filter.Like(value(requireCount(name, args, 2).get(0)), value(args.get(1)));
      case "between" -> new Filter.Between(
          value(requireCount(name, args, 3).get(0)), value(args.get(1)), value(args.get(2)));
      case "in" -> new Filter.In(value(requireCount(name, args, 2).get(0)), values(args.get(1)));
      case "isNull" -> new Filter.IsNull(value(requireCount(name, args, 1).get(0)));
      default -> throw new FilterException("the operation '" + name + "' is not known; known are and, or, not, =, <>,"
          + " <, <=, >, >=, like, between, in, isNull and the spatial functions s_intersects and so on");
    };
  }

  private static JsonNode requireCount(String name, JsonNode args, int count) {
    if (args.size() != count) {
      throw new FilterException("'" + name + "' has " + count + " args, not " + args.size());
    }
    return args;
  }

  private List<Filter> filters(String name, JsonNode args) {
    if (args.size() < 2) {
      throw new FilterException("'" + name + "' has at least two args");
    }
    limits.requireList(args.size());
    List<Filter> filters = new ArrayList<>();
    args.forEach(each -> filters.add(filter(each)));
    return filters;
  }

  private List<Filter.Value> values(JsonNode list) {
    if (!list.isArray() || list.isEmpty()) {
      throw new FilterException("the second of the args of 'in' is a list of values");
    }
    limits.requireList(list.size());
    return StreamSupport.stream(list.spliterator(), false).map(this::value).toList();
  }

  private Filter.Value value(JsonNode node) {
    if (node.isTextual()) {
      return new Filter.Literal(node.asText());
    } else if (node.isNumber()) {
      return new Filter.Literal(node.asDouble());
    } else if (node.isBoolean()) {
      return new Filter.Literal(node.booleanValue());
    } else if (node.path("property").isTextual()) {
      return new Filter.Property(node.path("property").asText());
    } else if (node.path("date").isTextual()) {
      return new Filter.Literal(Days.read(node.path("date").asText()));
    } else if (node.path("timestamp").isTextual()) {
      return new Filter.Literal(Days.read(node.path("timestamp").asText()));
    } else if (node.path("op").asText().equals("casei")) {
      limits.requireDepth(++depth);
      Filter.Value inner = value(requireCount("casei", node.path("args"), 1).get(0));
      depth--;
      return new Filter.CaseInsensitive(inner);
    }
    throw new FilterException("a value is a text, a number, true, false, {\"property\":…}, {\"date\":…},"
        + " {\"timestamp\":…} or {\"op\":\"casei\",…}");
  }

  private Filter spatial(SpatialRelation relation, JsonNode args) {
    requireCount("s_" + relation.name().toLowerCase(java.util.Locale.ROOT), args, 2);
    boolean first = isShapeOfItem(args.get(0));
    if (first == isShapeOfItem(args.get(1))) {
      throw new FilterException("a spatial function compares {\"property\":\"geometry\"} with a shape");
    }
    Geometry shape = new ShapeJson(limits).read(args.get(first ? 1 : 0));
    return new Filter.Spatial(relation, shape, !first);
  }

  private static boolean isShapeOfItem(JsonNode node) {
    return node.path("property").asText().equals(FilterCheck.GEOMETRY);
  }
}
