package org.parkland.geometry;

import org.locationtech.jts.geom.CoordinateSequence;

/**
 * Area on the CGCS2000 ellipsoid: the shoelace sum in the equal-area plane of {@link Cgcs2000}.
 *
 * <p>Edges: a layer in degrees is taken vertex by vertex, as survey databases are; in a projected layer every
 * edge longer than 70 m is first cut into equal parts in the plane.
 */
final class EllipsoidalArea extends AreaMeasure {
  /** Null for a layer in degrees. */
  private final LocalEqualArea plane;

  EllipsoidalArea(Crs crs) {
    this.plane = crs.isGeographic() ? null : new LocalEqualArea(crs);
  }

  @Override
  public Sweep sweep() {
    return plane == null ? new DegreesSweep() : new ProjectedSweep(plane);
  }

  @Override
  public double ringM2(CoordinateSequence ring) {
    int count = ring.size();
    if (count < 4) {
      return 0;
    }
    double[] x = new double[count];
    double[] y = new double[count];
    for (int i = 0; i < count; i++) {
      x[i] = ring.getX(i);
      y[i] = ring.getY(i);
    }
    Sweep sweep = sweep();
    sweep.origin(x[0], y[0]);
    return sweep.ring(x, y, 0, count - 1, new double[count]) / 2;
  }
}
