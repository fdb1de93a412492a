package org.parkland.ogc.features;

import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryEditor;

/** Rings as RFC 7946 wants them: outer ones counterclockwise, holes clockwise. */
final class RightHand {
  private RightHand() {}

  static Geometry of(Geometry shape) {
    if (shape instanceof Polygon polygon) {
      return isTurned(polygon) ? shape : turned(polygon);
    }
    return shape.getDimension() < 2 ? shape : new GeometryEditor().edit(shape, (each, factory) ->
        each instanceof Polygon polygon && !polygon.isEmpty() ? turned(polygon) : each);
  }

  private static boolean isTurned(Polygon polygon) {
    if (polygon.isEmpty()) {
      return true;
    }
    boolean turned = Orientation.isCCW(polygon.getExteriorRing().getCoordinateSequence());
    for (int i = 0; i < polygon.getNumInteriorRing() && turned; i++) {
      turned = !Orientation.isCCW(polygon.getInteriorRingN(i).getCoordinateSequence());
    }
    return turned;
  }

  private static Polygon turned(Polygon polygon) {
    LinearRing[] holes = new LinearRing[polygon.getNumInteriorRing()];
    for (int i = 0; i < holes.length; i++) {
      holes[i] = ring(polygon.getInteriorRingN(i), false);
    }
    return polygon.getFactory().createPolygon(ring(polygon.getExteriorRing(), true), holes);
  }

  private static LinearRing ring(LinearRing ring, boolean counterclockwise) {
    return Orientation.isCCW(ring.getCoordinateSequence()) == counterclockwise ? ring : ring.reverse();
  }
}
