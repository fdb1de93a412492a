package org.parkland.geometry;

/** The plane of the layer itself: cross products. */
final class PlanarSweep extends Sweep {
  private double originX;
  private double originY;

  @Override
  public void origin(double x, double y) {
    originX = x;
    originY = y;
  }

  @Override
  public double edge(double x0, double y0, double x1, double y1) {
    return x0 * y1 - x1 * y0;
  }

  @Override
  public double ring(double[] x, double[] y, int first, int last, double[] swept) {
    double sum = 0;
    double lastX = x[first] - originX;
    double lastY = y[first] - originY;
    for (int k = first; k < last; k++) {
      double nextX = x[k + 1] - originX;
      double nextY = y[k + 1] - originY;
      double twice = lastX * nextY - nextX * lastY;
      swept[k] = twice;
      sum += twice;
      lastX = nextX;
      lastY = nextY;
    }
    return sum;
  }
}
