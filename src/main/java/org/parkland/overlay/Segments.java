package org.parkland.overlay;

import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.PolygonExtracter;

/**
 * The boundary edges of all regions, numbered; those of one region follow each other, ring by ring. The region
 * lies on the left of each of its edges. No edge has length zero.
 */
final class Segments {
  private double[] ends = new double[4 * 1024];
  private int count;

  int count() {
    return count;
  }

  double x0(int segment) {
    return ends[4 * segment];
  }

  double y0(int segment) {
    return ends[4 * segment + 1];
  }

  double x1(int segment) {
    return ends[4 * segment + 2];
  }

  double y1(int segment) {
    return ends[4 * segment + 3];
  }

  /** Whether a segment begins where the one numbered before it ends. */
  boolean continues(int segment) {
    return segment > 0 && x0(segment) == x1(segment - 1) && y0(segment) == y1(segment - 1);
  }

  boolean meets(int segment, double minX, double minY, double maxX, double maxY) {
    int at = 4 * segment;
    double x0 = ends[at];
    double y0 = ends[at + 1];
    double x1 = ends[at + 2];
    double y1 = ends[at + 3];
    return Math.min(x0, x1) <= maxX && Math.max(x0, x1) >= minX
        && Math.min(y0, y1) <= maxY && Math.max(y0, y1) >= minY;
  }

  /**
   * Adds the boundary of a region.
   *
   * @param outside whether the region is what lies outside the polygons
   */
  void add(Geometry polygons, boolean outside) {
    List<?> parts = PolygonExtracter.getPolygons(polygons);
    for (Object part : parts) {
      Polygon polygon = (Polygon) part;
      add(polygon.getExteriorRing(), !outside);
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        add(polygon.getInteriorRingN(i), outside);
      }
    }
  }

  private void add(LinearRing ring, boolean counterClockwise) {
    CoordinateSequence points = ring.getCoordinateSequence();
    if (points.size() < 4) {
      return;
    }
    boolean asIs = Orientation.isCCW(points) == counterClockwise;
    int last = points.size() - 1;
    for (int i = 0; i < last; i++) {
      int from = asIs ? i : last - i;
      add(points, from, asIs ? from + 1 : from - 1);
    }
  }

  private void add(CoordinateSequence points, int from, int to) {
    double x0 = points.getX(from);
    double y0 = points.getY(from);
    double x1 = points.getX(to);
    double y1 = points.getY(to);
    if (x0 == x1 && y0 == y1) {
      return;
    }
    if (4 * count == ends.length) {
      ends = Arrays.copyOf(ends, 2 * ends.length);
    }
    int at = 4 * count++;
    ends[at] = x0;
    ends[at + 1] = y0;
    ends[at + 2] = x1;
    ends[at + 3] = y1;
  }
}
