package org.parkland.geometry;

import org.locationtech.jts.algorithm.CGAlgorithmsDD;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.Polygon;

/**
 * Tells of most parcels that they are valid, for a twentieth of what {@code IsValidOp} costs: one small ring whose
 * edges, compared pair by pair with exact orientations, nowhere touch but at their common ends. Whatever is larger,
 * has holes or is not quite clear stays for JTS to judge.
 */
public final class SimpleRing {
  /** Pairs grow with the square; from here on an index is quicker. */
  private static final int MOST_EDGES = 64;
  private static final int FEWEST_EDGES = 3;

  private SimpleRing() {}

  /** Whether the geometry is certainly valid; false says nothing. */
  static boolean bounds(Geometry geometry) {
    Geometry single = geometry instanceof GeometryCollection && geometry.getNumGeometries() == 1
        ? geometry.getGeometryN(0) : geometry;
    return single instanceof Polygon polygon && polygon.getNumInteriorRing() == 0
        && isShort(polygon.getNumPoints() - 1) && isFiniteWithoutContacts(polygon.getExteriorRing().getCoordinates());
  }

  private static boolean isShort(int edges) {
    return edges >= FEWEST_EDGES && edges <= MOST_EDGES;
  }

  private static boolean isFiniteWithoutContacts(Coordinate[] ring) {
    double[] x = new double[ring.length];
    double[] y = new double[ring.length];
    for (int i = 0; i < ring.length; i++) {
      x[i] = ring[i].x;
      y[i] = ring[i].y;
      if (!Double.isFinite(x[i]) || !Double.isFinite(y[i])) {
        return false;
      }
    }
    return hasNoContacts(x, y, 0, ring.length - 1);
  }

  /**
   * Whether a ring certainly neither crosses nor touches itself; false says nothing.
   *
   * @param x finite, likewise {@code y}; in any planar system
   * @param first index of the first vertex
   * @param last index of the closing vertex
   */
  public static boolean hasNoContacts(double[] x, double[] y, int first, int last) {
    if (!isShort(last - first)) {
      return false;
    }
    for (int i = first; i < last; i++) {
      if (foldsBack(x, y, i, i + 1 == last ? first + 1 : i + 2) || meetsAnother(x, y, i, first, last)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the next edge goes back along this one, or one of them has no length. */
  private static boolean foldsBack(double[] x, double[] y, int i, int after) {
    double ahead = (x[i + 1] - x[i]) * (x[after] - x[i + 1]) + (y[i + 1] - y[i]) * (y[after] - y[i + 1]);
    return ahead <= 0 && side(x, y, i, after) == 0;
  }

  /** Whether an edge may meet a later one that is not its neighbour. */
  private static boolean meetsAnother(double[] x, double[] y, int i, int first, int last) {
    double minX = Math.min(x[i], x[i + 1]);
    double maxX = Math.max(x[i], x[i + 1]);
    double minY = Math.min(y[i], y[i + 1]);
    double maxY = Math.max(y[i], y[i + 1]);
    // The last edge is a neighbour of the first.
    int end = i == first ? last - 1 : last;
    for (int j = i + 2; j < end; j++) {
      if (Math.min(x[j], x[j + 1]) <= maxX && Math.max(x[j], x[j + 1]) >= minX
          && Math.min(y[j], y[j + 1]) <= maxY && Math.max(y[j], y[j + 1]) >= minY
          && !onOneSide(x, y, i, j) && !onOneSide(x, y, j, i)) {
        return true;
      }
    }
    return false;
  }

  /** Whether edge j lies strictly on one side of the line through edge i. */
  private static boolean onOneSide(double[] x, double[] y, int i, int j) {
    int side = side(x, y, i, j);
    return side != 0 && side == side(x, y, i, j + 1);
  }

  /** Which side of edge i a vertex is on: 1, -1, or 0 on its line. */
  private static int side(double[] x, double[] y, int i, int vertex) {
    return CGAlgorithmsDD.orientationIndex(x[i], y[i], x[i + 1], y[i + 1], x[vertex], y[vertex]);
  }
}
