package org.parkland.source;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Checks that hold for the points of every format. */
final class Coordinates {
  private Coordinates() {}

  /**
   * @param geometry may be null
   * @throws IllegalArgumentException if a coordinate is infinite or no number
   */
  static Geometry requireFinite(Geometry geometry) {
    if (geometry != null) {
      geometry.apply((Coordinate each) -> {
        if (!Double.isFinite(each.x) || !Double.isFinite(each.y)) {
          throw new IllegalArgumentException("a coordinate is not a number");
        }
      });
    }
    return geometry;
  }
}
