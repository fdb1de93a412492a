package org.parkland.idle;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.parkland.land.Attribute;
import org.parkland.land.Feature;
import org.parkland.land.LayerKind;
import org.parkland.land.Schema;
import org.parkland.pack.Standards;

/** Parcels for tests, written as {@code name=value name=value}. */
final class Parcels {
  static final Path GIS_DATA = Path.of("gis-data");
  static final Schema SCHEMA = Standards.read(GIS_DATA.resolve("standards")).schema(LayerKind.PARCELS);
  private static final GeometryFactory PLANE = new GeometryFactory();

  private Parcels() {}

  static Feature of(String facts) {
    return of(facts, PLANE.createPoint(new Coordinate(0, 0)));
  }

  static Feature of(String facts, Geometry geometry) {
    Map<String, Object> attributes = new HashMap<>();
    attributes.put("id", "440704001001GB00001");
    for (String fact : facts.isBlank() ? new String[0] : facts.trim().split(" +")) {
      String[] pair = fact.split("=", 2);
      attributes.put(pair[0], value(pair[0], pair[1]));
    }
    return new Feature(1, geometry, attributes, Map.of());
  }

  /** A rectangle in metres. */
  static Geometry box(double x, double y, double width, double height) {
    return PLANE.toGeometry(new Envelope(x, x + width, y, y + height));
  }

  private static Object value(String name, String text) {
    Attribute attribute = SCHEMA.find(name).orElseThrow(() -> new IllegalArgumentException(name));
    return switch (attribute.type()) {
      case DATE -> LocalDate.parse(text);
      case NUMBER, AREA -> Double.valueOf(text);
      case FLAG -> Boolean.valueOf(text);
      case TEXT, CLASS -> text;
    };
  }
}
