package org.parkland.sink;

import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Turns rings: outer ones counter-clockwise, holes clockwise, as RFC 7946 (3.1.6) asks. */
final class RingDirection {
  private RingDirection() {}

  static Geometry counterClockwise(Geometry geometry) {
    if (geometry instanceof Polygon polygon) {
      return turned(polygon);
    }
    if (!(geometry instanceof GeometryCollection) || geometry.getDimension() < 2) {
      return geometry;
    }
    Geometry[] parts = new Geometry[geometry.getNumGeometries()];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = counterClockwise(geometry.getGeometryN(i));
    }
    GeometryFactory factory = geometry.getFactory();
    return geometry.getGeometryType().equals("MultiPolygon")
        ? factory.createMultiPolygon(java.util.Arrays.copyOf(parts, parts.length, Polygon[].class))
        : factory.createGeometryCollection(parts);
  }

  private static Polygon turned(Polygon polygon) {
    if (polygon.isEmpty()) {
      return polygon;
    }
    LinearRing[] holes = new LinearRing[polygon.getNumInteriorRing()];
    for (int i = 0; i < holes.length; i++) {
      holes[i] = turned(polygon.getInteriorRingN(i), false);
    }
    return polygon.getFactory().createPolygon(turned(polygon.getExteriorRing(), true), holes);
  }

  private static LinearRing turned(LinearRing ring, boolean counterClockwise) {
    return Orientation.isCCW(ring.getCoordinateSequence()) == counterClockwise ? ring : ring.reverse();
  }
}
