package org.parkland.demo;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;

/** Plane geometry (EPSG:4547) to degrees (EPSG:4490), 9 decimals: 0.1 mm. */
final class Degrees {
  private static final CoordinateFilter TO_DEGREES = c -> {
    Coordinate degrees = GaussKruger.toDegrees(c.x, c.y);
    c.x = Math.round(degrees.x * 1e9) / 1e9;
    c.y = Math.round(degrees.y * 1e9) / 1e9;
  };

  private Degrees() {}

  static Geometry of(Geometry plane) {
    Geometry copy = plane.copy();
    copy.apply(TO_DEGREES);
    copy.geometryChanged();
    return copy;
  }
}
