package org.parkland.print;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * A piece of land to be painted.
 *
 * @param id parcel or block
 * @param code its land use, or null
 * @param shape in the system of the map's frame
 * @param idle whether it is marked as idle or inefficient
 */
record Plot(String id, String code, Geometry shape, boolean idle) {
  /** Takes its rings one by one. */
  @FunctionalInterface
  interface RingPath {
    void ring(org.locationtech.jts.geom.CoordinateSequence points);
  }

  void rings(RingPath path) {
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      if (shape.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) {
        path.ring(polygon.getExteriorRing().getCoordinateSequence());
        for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
          path.ring(polygon.getInteriorRingN(hole).getCoordinateSequence());
        }
      }
    }
  }
}
