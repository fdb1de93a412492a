package org.parkland.geometry;

import org.locationtech.jts.geom.CoordinateSequence;

/**
 * Area on the CGCS2000 ellipsoid: the shoelace sum in the equal-area plane of {@link Cgcs2000}.
 *
 * <p>Edges: a layer in degrees is taken vertex by vertex, as survey databases are; in a projected layer every
 * edge longer than 70 m is first cut into equal parts in the plane, because a straight line there is not
 * straight in the equal-area plane.
 */
final class EllipsoidalArea extends AreaMeasure {
  /** Longest undivided edge, metres; the rule of the national survey's area computation. */
  private static final double LONGEST_EDGE_M = 70;

  private final EqualAreaPlane plane;
  private final boolean splitEdges;

  EllipsoidalArea(Crs crs) {
    this.plane = crs.isGeographic() ? new DegreesToEqualArea() : new LocalEqualArea(crs);
    this.splitEdges = !crs.isGeographic();
  }

  @Override
  public double ringM2(CoordinateSequence ring) {
    int count = ring.size();
    if (count < 4) {
      return 0;
    }
    RingSum sum = new RingSum(plane);
    sum.start(ring.getX(0), ring.getY(0));
    for (int i = 1; i < count; i++) {
      edge(sum, ring.getX(i - 1), ring.getY(i - 1), ring.getX(i), ring.getY(i));
    }
    return sum.areaM2();
  }

  private void edge(RingSum sum, double x0, double y0, double x1, double y1) {
    double dx = x1 - x0;
    double dy = y1 - y0;
    double squared = dx * dx + dy * dy;
    if (splitEdges && squared > LONGEST_EDGE_M * LONGEST_EDGE_M) {
      int parts = (int) Math.floor(Math.sqrt(squared) / LONGEST_EDGE_M) + 1;
      for (int k = 1; k < parts; k++) {
        sum.add(x0 + dx * k / parts, y0 + dy * k / parts);
      }
    }
    sum.add(x1, y1);
  }

  /** Running shoelace sum; relative to the first vertex, so that large coordinates cost no digits. */
  private static final class RingSum {
    private final EqualAreaPlane plane;
    private final double[] point = new double[2];
    private double originX;
    private double originY;
    private double lastX;
    private double lastY;
    private double twice;

    RingSum(EqualAreaPlane plane) {
      this.plane = plane;
    }

    void start(double x, double y) {
      plane.project(x, y, point);
      originX = point[0];
      originY = point[1];
    }

    void add(double x, double y) {
      plane.project(x, y, point);
      double nextX = point[0] - originX;
      double nextY = point[1] - originY;
      twice += lastX * nextY - nextX * lastY;
      lastX = nextX;
      lastY = nextY;
    }

    double areaM2() {
      return twice / 2;
    }
  }
}
