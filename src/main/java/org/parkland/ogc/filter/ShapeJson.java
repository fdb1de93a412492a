package org.parkland.ogc.filter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** A shape in a filter: a GeoJSON geometry, or {@code {"bbox":[…]}}. */
final class ShapeJson {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final FilterLimits limits;
  private int vertices;

  ShapeJson(FilterLimits limits) {
    this.limits = limits;
  }

  Geometry read(JsonNode node) {
    try {
      return limits.requireVertices(shape(node));
    } catch (IllegalArgumentException e) {
      throw new FilterException("a shape of the filter is no GeoJSON geometry: " + e.getMessage(), e);
    }
  }

  private Geometry shape(JsonNode node) {
    if (node.path("bbox").isArray()) {
      return ShapeText.box(all(node.path("bbox"), ShapeJson::number));
    }
    JsonNode places = node.path("coordinates");
    return switch (node.path("type").asText()) {
      case "Point" -> FACTORY.createPoint(position(places));
      case "LineString" -> line(places);
      case "Polygon" -> polygon(places);
      case "MultiPoint" -> FACTORY.createMultiPoint(all(places, each -> FACTORY.createPoint(position(each)))
          .toArray(new Point[0]));
      case "MultiLineString" -> FACTORY.createMultiLineString(all(places, this::line).toArray(new LineString[0]));
      case "MultiPolygon" -> FACTORY.createMultiPolygon(all(places, this::polygon).toArray(new Polygon[0]));
      case "GeometryCollection" -> FACTORY.createGeometryCollection(
          all(node.path("geometries"), this::shape).toArray(new Geometry[0]));
      default -> throw new IllegalArgumentException("its type is '" + node.path("type").asText() + "'");
    };
  }

  private LineString line(JsonNode places) {
    return FACTORY.createLineString(all(places, this::position).toArray(new Coordinate[0]));
  }

  private Polygon polygon(JsonNode rings) {
    List<LinearRing> all = all(rings,
        each -> FACTORY.createLinearRing(all(each, this::position).toArray(new Coordinate[0])));
    if (all.isEmpty()) {
      throw new IllegalArgumentException("a polygon has no ring");
    }
    return FACTORY.createPolygon(all.get(0), all.subList(1, all.size()).toArray(new LinearRing[0]));
  }

  private Coordinate position(JsonNode node) {
    if (!node.isArray() || node.size() < 2) {
      throw new IllegalArgumentException("a position has two numbers");
    }
    if (++vertices > limits.vertices()) {
      throw new FilterException("a shape of a filter may have " + limits.vertices() + " vertices");
    }
    return new Coordinate(number(node.get(0)), number(node.get(1)));
  }

  private static double number(JsonNode node) {
    if (!node.isNumber()) {
      throw new IllegalArgumentException("'" + node.asText() + "' is no number");
    }
    return node.asDouble();
  }

  private static <T> List<T> all(JsonNode list, Function<JsonNode, T> each) {
    if (!list.isArray()) {
      throw new IllegalArgumentException("its coordinates are no list");
    }
    List<T> read = new ArrayList<>();
    list.forEach(node -> read.add(each.apply(node)));
    return read;
  }
}
