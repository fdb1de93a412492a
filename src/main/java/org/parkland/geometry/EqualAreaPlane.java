package org.parkland.geometry;

/** Takes a vertex to the equal-area plane of {@link Cgcs2000}, metres. */
interface EqualAreaPlane {
  /** Writes easting and northing of the equal-area plane into {@code result}. */
  void project(double x, double y, double[] result);
}
