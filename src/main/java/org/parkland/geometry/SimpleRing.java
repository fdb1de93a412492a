package org.parkland.geometry;

import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.Polygon;

/**
 * Tells of most parcels that they are valid, for a twentieth of what {@code IsValidOp} costs: one small ring whose
 * segments, compared pair by pair with exact orientations, nowhere touch but at their common ends. Whatever is larger,
 * has holes or is not quite clear stays for {@code IsValidOp} to judge.
 */
final class SimpleRing {
  /** Pairs grow with the square; from here on an index is quicker. */
  private static final int MOST_POINTS = 64;
  private static final int FEWEST_POINTS = 4;

  private SimpleRing() {}

  /** Whether the geometry is certainly valid; false says nothing. */
  static boolean bounds(Geometry geometry) {
    Geometry single = geometry instanceof GeometryCollection && geometry.getNumGeometries() == 1
        ? geometry.getGeometryN(0) : geometry;
    return single instanceof Polygon polygon && polygon.getNumInteriorRing() == 0
        && polygon.getNumPoints() >= FEWEST_POINTS && polygon.getNumPoints() <= MOST_POINTS
        && isSimple(polygon.getExteriorRing().getCoordinates());
  }

  private static boolean isSimple(Coordinate[] ring) {
    int segments = ring.length - 1;
    for (int i = 0; i < segments; i++) {
      Coordinate a = ring[i];
      Coordinate b = ring[i + 1];
      if (!Double.isFinite(a.x) || !Double.isFinite(a.y) || turnsBack(a, b, ring[i + 2 > segments ? 1 : i + 2])) {
        return false;
      }
      // The last segment is a neighbour of the first.
      int end = i == 0 ? segments - 1 : segments;
      for (int j = i + 2; j < end; j++) {
        if (mayMeet(a, b, ring[j], ring[j + 1])) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether the next segment goes back along this one, or one of them has no length. */
  private static boolean turnsBack(Coordinate a, Coordinate b, Coordinate c) {
    if (a.equals2D(b) || b.equals2D(c)) {
      return true;
    }
    return Orientation.index(a, b, c) == 0 && (b.x - a.x) * (c.x - b.x) + (b.y - a.y) * (c.y - b.y) <= 0;
  }

  private static boolean mayMeet(Coordinate a, Coordinate b, Coordinate c, Coordinate d) {
    if (Math.max(a.x, b.x) < Math.min(c.x, d.x) || Math.max(c.x, d.x) < Math.min(a.x, b.x)
        || Math.max(a.y, b.y) < Math.min(c.y, d.y) || Math.max(c.y, d.y) < Math.min(a.y, b.y)) {
      return false;
    }
    return !onOneSide(a, b, c, d) && !onOneSide(c, d, a, b);
  }

  /** Whether both ends of the second segment lie strictly on one side of the line through the first. */
  private static boolean onOneSide(Coordinate a, Coordinate b, Coordinate c, Coordinate d) {
    int side = Orientation.index(a, b, c);
    return side != 0 && side == Orientation.index(a, b, d);
  }
}
