package org.parkland.geometry;

import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.geom.CoordinateSequence;

/** Area in the plane of a metric projection: the shoelace sum over the vertices. */
final class PlanarArea extends AreaMeasure {
  PlanarArea(Crs crs) {
    if (crs.isGeographic()) {
      throw new IllegalArgumentException("planar area needs metres, got " + crs + " (degrees)");
    }
  }

  @Override
  public Sweep sweep() {
    return new PlanarSweep();
  }

  @Override
  public double ringM2(CoordinateSequence ring) {
    return Area.ofRingSigned(ring);
  }
}
