package org.parkland.demo;

/** Smooth seeded noise over the plane: random lattice values, blended. */
final class Noise {
  private final long seed;
  private final double cellM;

  /** @param cellM distance in metres over which the value changes altogether */
  Noise(long seed, double cellM) {
    this.seed = seed;
    this.cellM = cellM;
  }

  /** Value in [0, 1) at an easting and northing in metres. */
  double at(double x, double y) {
    double u = x / cellM;
    double v = y / cellM;
    long i = (long) Math.floor(u);
    long j = (long) Math.floor(v);
    double fu = smooth(u - i);
    double fv = smooth(v - j);
    double south = lattice(i, j) * (1 - fu) + lattice(i + 1, j) * fu;
    double north = lattice(i, j + 1) * (1 - fu) + lattice(i + 1, j + 1) * fu;
    return south * (1 - fv) + north * fv;
  }

  private static double smooth(double t) {
    return t * t * (3 - 2 * t);
  }

  private double lattice(long i, long j) {
    return new Dice(seed, i, j).next();
  }
}
