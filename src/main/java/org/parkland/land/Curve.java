package org.parkland.land;

/**
 * A curve from a figure to points: straight between its corners, level outside them.
 *
 * @param x figures, strictly ascending, at least one
 * @param y points at those figures
 */
public record Curve(double[] x, double[] y) {
  public double at(double figure) {
    if (figure <= x[0]) {
      return y[0];
    }
    for (int i = 1; i < x.length; i++) {
      if (figure <= x[i]) {
        return y[i - 1] + (y[i] - y[i - 1]) * (figure - x[i - 1]) / (x[i] - x[i - 1]);
      }
    }
    return y[y.length - 1];
  }
}
