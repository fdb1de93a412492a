package org.parkland.geometry;

import java.util.concurrent.ConcurrentHashMap;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;

/**
 * From a metric projection to the equal-area plane, by polynomials instead of the projection's own inverse.
 *
 * <p>The way back to degrees and on to the equal-area plane is smooth: on a cell of 2 km a cubic, interpolated
 * at Chebyshev nodes, follows it within 1e-9 m, and still does a kilometre outside. It costs 18
 * multiplications instead of several transcendental functions. Cells are fitted when first touched. Everything
 * is relative to the cell's centre, so that the large numbers of the plane cost no digits.
 */
final class LocalEqualArea {
  private static final double CELL_M = 2_048;
  private static final double HALF_M = CELL_M / 2;
  private static final int NODES = 4;

  private final MathTransform toDegrees;
  private final ConcurrentHashMap<Long, Cell> cells = new ConcurrentHashMap<>();

  LocalEqualArea(Crs crs) {
    this.toDegrees = crs.transformTo(Crs.of(Crs.DEGREES));
  }

  /** The cell that holds a place, in the coordinates of the projection. */
  Cell cellAt(double x, double y) {
    long column = (long) Math.floor(x / CELL_M);
    long row = (long) Math.floor(y / CELL_M);
    return cells.computeIfAbsent(column << 32 ^ row & 0xffffffffL, key -> fit(column, row));
  }

  private Cell fit(long column, long row) {
    double centreX = (column + 0.5) * CELL_M;
    double centreY = (row + 0.5) * CELL_M;
    double[] centre = exact(centreX, centreY);
    double[][] eastings = new double[NODES][NODES];
    double[][] northings = new double[NODES][NODES];
    for (int i = 0; i < NODES; i++) {
      for (int j = 0; j < NODES; j++) {
        double[] point = exact(centreX + node(i) * HALF_M, centreY + node(j) * HALF_M);
        eastings[i][j] = point[0] - centre[0];
        northings[i][j] = point[1] - centre[1];
      }
    }
    return new Cell(centreX, centreY, centre[0], centre[1], cubic(eastings), cubic(northings));
  }

  /** Easting and northing in the equal-area plane, metres, by the projection's own inverse. */
  private double[] exact(double x, double y) {
    double[] point = {x, y};
    try {
      toDegrees.transform(point, 0, point, 0, 1);
    } catch (TransformException e) {
      throw new IllegalArgumentException("no degrees for " + x + " " + y, e);
    }
    return new double[] {Cgcs2000.equalAreaX(point[0]), Cgcs2000.equalAreaY(point[1])};
  }

  private static double node(int i) {
    return Math.cos(Math.PI * (2 * i + 1) / (2 * NODES));
  }

  /** Coefficients at {@code 4 * i + j} of s^i t^j (metres), from values at the nodes. */
  private static double[] cubic(double[][] values) {
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
      double[] inT = interpolate(inS[i]);
      for (int j = 0; j < NODES; j++) {
        result[i * NODES + j] = inT[j] / Math.pow(HALF_M, i + j);
      }
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

  /** The polynomials of one cell; mixed terms above the third degree are below 1e-10 m and left out. */
  static final class Cell {
    final double centreX;
    final double centreY;
    final double centreEast;
    final double centreNorth;
    private final double e01, e02, e03, e10, e11, e12, e20, e21, e30;
    private final double n01, n02, n03, n10, n11, n12, n20, n21, n30;

    private Cell(double centreX, double centreY, double centreEast, double centreNorth, double[] e, double[] n) {
      this.centreX = centreX;
      this.centreY = centreY;
      // The constant terms are zero but for the rounding of the transform, and drop out of every area.
      this.centreEast = centreEast + e[0];
      this.centreNorth = centreNorth + n[0];
      e01 = e[1];
      e02 = e[2];
      e03 = e[3];
      e10 = e[4];
      e11 = e[5];
      e12 = e[6];
      e20 = e[8];
      e21 = e[9];
      e30 = e[12];
      n01 = n[1];
      n02 = n[2];
      n03 = n[3];
      n10 = n[4];
      n11 = n[5];
      n12 = n[6];
      n20 = n[8];
      n21 = n[9];
      n30 = n[12];
    }

    /** Whether {@link #cellAt} gives this cell for a place, borders included. */
    boolean holds(double x, double y) {
      double s = x - centreX;
      double t = y - centreY;
      return s >= -HALF_M && s < HALF_M && t >= -HALF_M && t < HALF_M;
    }

    /** Whether a place, metres from the centre, is near enough for this cell's polynomials. */
    static boolean reaches(double s, double t) {
      return Math.abs(s) <= CELL_M && Math.abs(t) <= CELL_M;
    }

    /** Equal-area easting from the centre, for a place {@code s} east and {@code t} north of it, metres. */
    double east(double s, double t) {
      return s * (e10 + s * (e20 + s * e30 + t * e21) + t * (e11 + t * e12)) + t * (e01 + t * (e02 + t * e03));
    }

    /** Equal-area northing from the centre, likewise. */
    double north(double s, double t) {
      return s * (n10 + s * (n20 + s * n30 + t * n21) + t * (n11 + t * n12)) + t * (n01 + t * (n02 + t * n03));
    }
  }
}
