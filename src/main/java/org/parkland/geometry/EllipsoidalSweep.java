package org.parkland.geometry;

/**
 * The equal-area plane of {@link Cgcs2000}, relative to the origin. Long edges of a metric projection are cut
 * into equal parts first, because a straight line there is not straight in the equal-area plane.
 */
abstract class EllipsoidalSweep extends Sweep {
  /** Longest undivided edge, metres; the rule of the national survey's area computation. */
  private static final double LONGEST_EDGE_M = 70;
  private static final double LONGEST_SQUARED = LONGEST_EDGE_M * LONGEST_EDGE_M;

  private final boolean splitEdges;
  private double originX;
  private double originY;
  /** Where {@link #project} leaves its result, metres from the origin in the equal-area plane. */
  protected double east;
  protected double north;

  EllipsoidalSweep(boolean splitEdges) {
    this.splitEdges = splitEdges;
  }

  @Override
  public final void origin(double x, double y) {
    originX = x;
    originY = y;
    moveTo(x, y);
  }

  /** Prepares the projection around a place. */
  abstract void moveTo(double x, double y);

  /** Takes a vertex, relative to the origin, to the equal-area plane. */
  abstract void project(double x, double y);

  @Override
  public final double edge(double x0, double y0, double x1, double y1) {
    project(x0, y0);
    return onwards(x0, y0, x1, y1);
  }

  @Override
  public final double ring(double[] x, double[] y, int first, int last, double[] swept) {
    double x0 = x[first] - originX;
    double y0 = y[first] - originY;
    project(x0, y0);
    double sum = 0;
    for (int k = first; k < last; k++) {
      double x1 = x[k + 1] - originX;
      double y1 = y[k + 1] - originY;
      double twice = onwards(x0, y0, x1, y1);
      swept[k] = twice;
      sum += twice;
      x0 = x1;
      y0 = y1;
    }
    return sum;
  }

  /** Sweeps to the next vertex; the projected start is what {@link #project} has left. */
  private double onwards(double x0, double y0, double x1, double y1) {
    double dx = x1 - x0;
    double dy = y1 - y0;
    double squared = dx * dx + dy * dy;
    if (splitEdges && squared > LONGEST_SQUARED) {
      return inParts(x0, y0, dx, dy, Math.sqrt(squared)) + straight(x1, y1);
    }
    return straight(x1, y1);
  }

  private double inParts(double x0, double y0, double dx, double dy, double length) {
    int parts = (int) Math.floor(length / LONGEST_EDGE_M) + 1;
    double sum = 0;
    for (int k = 1; k < parts; k++) {
      sum += straight(x0 + dx * k / parts, y0 + dy * k / parts);
    }
    return sum;
  }

  private double straight(double x1, double y1) {
    double fromEast = east;
    double fromNorth = north;
    project(x1, y1);
    return fromEast * north - east * fromNorth;
  }
}
