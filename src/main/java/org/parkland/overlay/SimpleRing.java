package org.parkland.overlay;

/** A quick way to see that a short ring neither crosses nor touches itself. */
final class SimpleRing {
  /** Longer rings are left to JTS, whose cost does not grow with the square. */
  private static final int LONGEST = 64;

  private SimpleRing() {}

  /**
   * @param first index of the first vertex
   * @param last index of the closing vertex
   */
  static boolean hasNoContacts(double[] x, double[] y, int first, int last) {
    if (last - first > LONGEST || last - first < 3) {
      return false;
    }
    for (int i = first; i < last; i++) {
      if (x[i] == x[i + 1] && y[i] == y[i + 1] || foldsBack(x, y, i, i + 1 == last ? first + 1 : i + 2)) {
        return false;
      }
      double minX = Math.min(x[i], x[i + 1]);
      double maxX = Math.max(x[i], x[i + 1]);
      double minY = Math.min(y[i], y[i + 1]);
      double maxY = Math.max(y[i], y[i + 1]);
      int end = i == first ? last - 1 : last;
      for (int j = i + 2; j < end; j++) {
        if (Math.min(x[j], x[j + 1]) <= maxX && Math.max(x[j], x[j + 1]) >= minX
            && Math.min(y[j], y[j + 1]) <= maxY && Math.max(y[j], y[j + 1]) >= minY
            && touch(x, y, i, j)) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether the edge from i + 1 to the vertex after it runs back along the edge from i. */
  private static boolean foldsBack(double[] x, double[] y, int i, int after) {
    double ahead = (x[i + 1] - x[i]) * (x[after] - x[i + 1]) + (y[i + 1] - y[i]) * (y[after] - y[i + 1]);
    return ahead <= 0 && Sides.turn(x[i], y[i], x[i + 1], y[i + 1], x[after], y[after]) == 0;
  }

  private static boolean touch(double[] x, double[] y, int i, int j) {
    return !sameSide(x, y, i, j) && !sameSide(x, y, j, i);
  }

  /** Whether edge j lies strictly on one side of the line through edge i. */
  private static boolean sameSide(double[] x, double[] y, int i, int j) {
    double a = Sides.turn(x[i], y[i], x[i + 1], y[i + 1], x[j], y[j]);
    double b = Sides.turn(x[i], y[i], x[i + 1], y[i + 1], x[j + 1], y[j + 1]);
    return a > 0 && b > 0 || a < 0 && b < 0;
  }
}
