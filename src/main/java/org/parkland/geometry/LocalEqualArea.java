package org.parkland.geometry;

import java.util.concurrent.ConcurrentHashMap;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;

/**
 * From a metric projection, by polynomials instead of the projection's own inverse.
 *
 * <p>The way back to degrees and on to the equal-area plane is smooth: on a cell of 16 km a polynomial of
 * degree 4 in each direction, interpolated at Chebyshev nodes, follows it within 1e-7 m, and costs 50
 * multiplications instead of several transcendental functions. Cells are fitted when first touched.
 */
final class LocalEqualArea implements EqualAreaPlane {
  private static final double CELL_M = 16_384;
  private static final int NODES = 5;

  private final MathTransform toDegrees;
  private final ConcurrentHashMap<Long, Cell> cells = new ConcurrentHashMap<>();
  /** The cell used last: neighbours in a file are neighbours on the ground. A stale value is harmless. */
  private Cell recent;

  LocalEqualArea(Crs crs) {
    this.toDegrees = crs.transformTo(Crs.of(Crs.DEGREES));
  }

  @Override
  public void project(double x, double y, double[] result) {
    long column = (long) Math.floor(x / CELL_M);
    long row = (long) Math.floor(y / CELL_M);
    Cell cell = recent;
    if (cell == null || cell.column != column || cell.row != row) {
      cell = cells.computeIfAbsent(column << 32 ^ row & 0xffffffffL, key -> fit(column, row));
      recent = cell;
    }
    cell.project(x, y, result);
  }

  private Cell fit(long column, long row) {
    double centreX = (column + 0.5) * CELL_M;
    double centreY = (row + 0.5) * CELL_M;
    double[][] eastings = new double[NODES][NODES];
    double[][] northings = new double[NODES][NODES];
    double[] point = new double[2];
    for (int i = 0; i < NODES; i++) {
      for (int j = 0; j < NODES; j++) {
        point[0] = centreX + node(i) * CELL_M / 2;
        point[1] = centreY + node(j) * CELL_M / 2;
        exact(point);
        eastings[i][j] = point[0];
        northings[i][j] = point[1];
      }
    }
    return new Cell(column, row, centreX, centreY, monomials(eastings), monomials(northings));
  }

  private void exact(double[] point) {
    try {
      toDegrees.transform(point, 0, point, 0, 1);
    } catch (TransformException e) {
      throw new IllegalArgumentException("no degrees for " + point[0] + " " + point[1], e);
    }
    double x = Cgcs2000.equalAreaX(point[0]);
    point[1] = Cgcs2000.equalAreaY(point[1]);
    point[0] = x;
  }

  private static double node(int i) {
    return Math.cos(Math.PI * (2 * i + 1) / (2 * NODES));
  }

  /** Coefficients c[i][j] of s^i t^j from values at the nodes, one variable after the other. */
  private static double[] monomials(double[][] values) {
    double[][] inS = new double[NODES][NODES];
    for (int j = 0; j < NODES; j++) {
      double[] column = new double[NODES];
      for (int i = 0; i < NODES; i++) {
        column[i] = values[i][j];
      }
      double[] coefficients = interpolate(column);
      for (int i = 0; i < NODES; i++) {
        inS[i][j] = coefficients[i];
      }
    }
    double[] result = new double[NODES * NODES];
    for (int i = 0; i < NODES; i++) {
      System.arraycopy(interpolate(inS[i]), 0, result, i * NODES, NODES);
    }
    return result;
  }

  /** Newton's divided differences, expanded into powers. */
  private static double[] interpolate(double[] values) {
    double[] differences = values.clone();
    for (int k = 1; k < NODES; k++) {
      for (int i = NODES - 1; i >= k; i--) {
        differences[i] = (differences[i] - differences[i - 1]) / (node(i) - node(i - k));
      }
    }
    double[] powers = new double[NODES];
    for (int i = NODES - 1; i >= 0; i--) {
      for (int k = NODES - 1; k > 0; k--) {
        powers[k] = powers[k - 1] - node(i) * powers[k];
      }
      powers[0] = differences[i] - node(i) * powers[0];
    }
    return powers;
  }

  private record Cell(long column, long row, double centreX, double centreY, double[] x, double[] y) {
    void project(double px, double py, double[] result) {
      double s = (px - centreX) * (2 / CELL_M);
      double t = (py - centreY) * (2 / CELL_M);
      result[0] = evaluate(x, s, t);
      result[1] = evaluate(y, s, t);
    }

    private static double evaluate(double[] c, double s, double t) {
      double sum = 0;
      for (int i = (NODES - 1) * NODES; i >= 0; i -= NODES) {
        double inner = (((c[i + 4] * t + c[i + 3]) * t + c[i + 2]) * t + c[i + 1]) * t + c[i];
        sum = sum * s + inner;
      }
      return sum;
    }
  }
}
