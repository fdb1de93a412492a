package org.parkland.check;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/** Where on the map a row is marked. */
public final class Place {
  private Place() {}

  /** A point inside the shape; of a shape too broken for that its first vertex; null where there is none. */
  public static Point in(Geometry shape) {
    if (shape == null || shape.isEmpty()) {
      return null;
    }
    try {
      Point inside = shape.getInteriorPoint();
      if (!inside.isEmpty() && isNumber(inside.getCoordinate())) {
        return inside;
      }
    } catch (RuntimeException e) {
      // a shape that JTS cannot look into is marked at its first vertex
    }
    return isNumber(shape.getCoordinate()) ? shape.getFactory().createPoint(shape.getCoordinate()) : null;
  }

  private static boolean isNumber(Coordinate place) {
    return Double.isFinite(place.x) && Double.isFinite(place.y);
  }
}
