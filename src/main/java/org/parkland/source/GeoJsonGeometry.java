package org.parkland.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Geometry objects of RFC 7946; heights are passed over. */
public final class GeoJsonGeometry {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private GeoJsonGeometry() {}

  /**
   * @return null for a null geometry
   * @throws IllegalArgumentException if the object is no geometry; the message says why
   */
  public static Geometry of(JsonNode node) {
    if (node == null || node.isNull()) {
      return null;
    }
    JsonNode coordinates = node.path("coordinates");
    String type = node.path("type").asText();
    return switch (type) {
      case "Point" -> FACTORY.createPoint(coordinate(coordinates));
      case "MultiPoint" -> FACTORY.createMultiPointFromCoords(line(coordinates));
      case "LineString" -> FACTORY.createLineString(line(coordinates));
      case "MultiLineString" -> FACTORY.createMultiLineString(lines(coordinates));
      case "Polygon" -> polygon(coordinates);
      case "MultiPolygon" -> FACTORY.createMultiPolygon(polygons(coordinates));
      default -> throw new IllegalArgumentException("'" + type + "' is not a point, line or polygon");
    };
  }

  private static Polygon[] polygons(JsonNode node) {
    List<Polygon> polygons = new ArrayList<>();
    node.forEach(each -> polygons.add(polygon(each)));
    return polygons.toArray(Polygon[]::new);
  }

  private static Polygon polygon(JsonNode node) {
    List<LinearRing> rings = new ArrayList<>();
    node.forEach(ring -> rings.add(FACTORY.createLinearRing(line(ring))));
    return rings.isEmpty() ? FACTORY.createPolygon()
        : FACTORY.createPolygon(rings.get(0), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
  }

  private static LineString[] lines(JsonNode node) {
    List<LineString> lines = new ArrayList<>();
    node.forEach(each -> lines.add(FACTORY.createLineString(line(each))));
    return lines.toArray(LineString[]::new);
  }

  /** @throws IllegalArgumentException if an element is no position */
  static Coordinate[] points(JsonNode node) {
    return line(node);
  }

  private static Coordinate[] line(JsonNode node) {
    Coordinate[] points = new Coordinate[node.size()];
    for (int i = 0; i < points.length; i++) {
      points[i] = coordinate(node.get(i));
    }
    return points;
  }

  private static Coordinate coordinate(JsonNode node) {
    if (node.size() < 2 || !node.get(0).isNumber() || !node.get(1).isNumber()) {
      throw new IllegalArgumentException("a position must be two numbers, got " + node);
    }
    Coordinate point = new Coordinate(node.get(0).asDouble(), node.get(1).asDouble());
    if (!Double.isFinite(point.x) || !Double.isFinite(point.y)) {
      throw new IllegalArgumentException("a coordinate is not a number");
    }
    return point;
  }
}
