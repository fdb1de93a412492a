package org.parkland.overlay;

import org.locationtech.jts.math.DD;

/**
 * On which side of an edge a point lies, with the right answer for every input.
 *
 * <p>Unit boundaries are thought shifted by (ε, ε²), ε positive and smaller than any number. So no vertex lies on
 * an edge of the other geometry and no two edges overlap: where the determinant is zero, the shift decides.
 */
final class Sides {
  /** Shewchuk's bound for the rounding of a 2×2 determinant of differences, a little enlarged. */
  private static final double ROUNDING = 4e-16;

  private Sides() {}

  /**
   * Twice the signed area of the triangle a, b, p: positive if p is left of a→b. The sign is exact, zero means
   * that the three are collinear.
   */
  static double turn(double ax, double ay, double bx, double by, double px, double py) {
    double left = (ax - px) * (by - py);
    double right = (ay - py) * (bx - px);
    double turn = left - right;
    if (Math.abs(turn) > ROUNDING * (Math.abs(left) + Math.abs(right))) {
      return turn;
    }
    return nearlyCollinear(ax, ay, bx, by, px, py);
  }

  private static double nearlyCollinear(double ax, double ay, double bx, double by, double px, double py) {
    if (ax == px && ay == py || bx == px && by == py) {
      return 0;
    }
    DD left = difference(ax, px).selfMultiply(difference(by, py));
    DD right = difference(ay, py).selfMultiply(difference(bx, px));
    return left.selfSubtract(right).doubleValue();
  }

  private static DD difference(double a, double b) {
    return DD.valueOf(a).selfSubtract(b);
  }

  /**
   * Whether a point is left of an edge of the shifted unit.
   *
   * @param turn of the edge and the point
   * @param dx direction of the edge, likewise {@code dy}
   */
  static boolean leftOfUnitEdge(double turn, double dx, double dy) {
    if (turn != 0) {
      return turn > 0;
    }
    return dy != 0 ? dy > 0 : dx < 0;
  }

  /**
   * Whether a vertex of the shifted unit is left of a fixed edge.
   *
   * @param turn of the edge and the vertex
   * @param dx direction of the edge, likewise {@code dy}
   */
  static boolean unitVertexIsLeft(double turn, double dx, double dy) {
    if (turn != 0) {
      return turn > 0;
    }
    return dy != 0 ? dy < 0 : dx > 0;
  }
}
