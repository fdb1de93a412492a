package org.parkland.geometry;

/** From longitude and latitude in degrees. */
final class DegreesToEqualArea implements EqualAreaPlane {
  @Override
  public void project(double x, double y, double[] result) {
    result[0] = Cgcs2000.equalAreaX(x);
    result[1] = Cgcs2000.equalAreaY(y);
  }
}
