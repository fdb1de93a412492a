package org.parkland.geometry;

/**
 * The CGCS2000 ellipsoid and its equal-area plane.
 *
 * <p>The survey's trapezoid rule (国土调查办发〔2008〕32号, reused with CGCS2000 by TD/T 1055-2019) sums, edge
 * by edge, mean longitude × area of the strip between the two latitudes. That equals a shoelace sum in the
 * plane (a·L, F(B)/a), where F(B) is the area between equator and parallel B per radian of longitude. F has a
 * closed form, so no series is cut off.
 */
final class Cgcs2000 {
  /** Semi-major axis, metres. */
  static final double A = 6_378_137;
  private static final double FLATTENING = 1 / 298.257222101;
  private static final double E2 = FLATTENING * (2 - FLATTENING);
  private static final double E = Math.sqrt(E2);
  private static final double B2 = A * A * (1 - E2);

  private Cgcs2000() {}

  /** Easting in the equal-area plane, metres, from degrees of longitude. */
  static double equalAreaX(double longitude) {
    return A * Math.toRadians(longitude);
  }

  /** Northing in the equal-area plane, metres, from degrees of latitude. */
  static double equalAreaY(double latitude) {
    double sine = Math.sin(Math.toRadians(latitude));
    double t = E * sine;
    double atanh = 0.5 * (Math.log1p(t) - Math.log1p(-t));
    return B2 / 2 * (sine / (1 - t * t) + atanh / E) / A;
  }
}
