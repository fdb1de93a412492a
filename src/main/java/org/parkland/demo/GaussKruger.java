package org.parkland.demo;

import org.locationtech.jts.geom.Coordinate;

/**
 * CGCS2000 degrees (EPSG:4490) to and from the plane of EPSG:4547 (central meridian 114°E, false
 * easting 500 000 m), by Krüger's series to n⁴: better than 0.1 mm in zone 38. Written out here
 * with StrictMath, so that the sample has the same digits on every machine.
 */
final class GaussKruger {
  private static final double A = 6378137.0;
  private static final double F = 1 / 298.257222101;
  private static final double E2 = F * (2 - F);
  private static final double E = Math.sqrt(E2);
  private static final double N = F / (2 - F);
  private static final double MERIDIAN_DEG = 114;
  private static final double FALSE_EASTING_M = 500_000;
  private static final double RADIUS =
      A / (1 + N) * (1 + N * N / 4 + N * N * N * N / 64);
  private static final double[] FORWARD = {
    N / 2 - 2 * N * N / 3 + 5 * N * N * N / 16 + 41 * N * N * N * N / 180,
    13 * N * N / 48 - 3 * N * N * N / 5 + 557 * N * N * N * N / 1440,
    61 * N * N * N / 240 - 103 * N * N * N * N / 140,
    49561 * N * N * N * N / 161280};
  private static final double[] BACKWARD = {
    N / 2 - 2 * N * N / 3 + 37 * N * N * N / 96 - N * N * N * N / 360,
    N * N / 48 + N * N * N / 15 - 437 * N * N * N * N / 1440,
    17 * N * N * N / 480 - 37 * N * N * N * N / 840,
    4397 * N * N * N * N / 161280};
  /** Square of the mean radius of curvature (M·N) at 22.55°N, the middle of the district. */
  private static final double RADIUS_SQUARED = meanRadiusSquared(22.55);

  private GaussKruger() {}

  /** Easting and northing in metres. */
  static Coordinate toPlane(double lonDeg, double latDeg) {
    double sinLat = StrictMath.sin(StrictMath.toRadians(latDeg));
    double t = StrictMath.sinh(atanh(sinLat) - E * atanh(E * sinLat));
    double lon = StrictMath.toRadians(lonDeg - MERIDIAN_DEG);
    double xi = StrictMath.atan2(t, StrictMath.cos(lon));
    double eta = atanh(StrictMath.sin(lon) / Math.sqrt(1 + t * t));
    double north = xi;
    double east = eta;
    for (int j = 0; j < 4; j++) {
      double k = 2 * (j + 1);
      north += FORWARD[j] * StrictMath.sin(k * xi) * StrictMath.cosh(k * eta);
      east += FORWARD[j] * StrictMath.cos(k * xi) * StrictMath.sinh(k * eta);
    }
    return new Coordinate(FALSE_EASTING_M + RADIUS * east, RADIUS * north);
  }

  /** Longitude (x) and latitude (y) in degrees. */
  static Coordinate toDegrees(double eastingM, double northingM) {
    double xi = northingM / RADIUS;
    double eta = (eastingM - FALSE_EASTING_M) / RADIUS;
    double xiBack = xi;
    double etaBack = eta;
    for (int j = 0; j < 4; j++) {
      double k = 2 * (j + 1);
      xiBack -= BACKWARD[j] * StrictMath.sin(k * xi) * StrictMath.cosh(k * eta);
      etaBack -= BACKWARD[j] * StrictMath.cos(k * xi) * StrictMath.sinh(k * eta);
    }
    double sinhEta = StrictMath.sinh(etaBack);
    double cosXi = StrictMath.cos(xiBack);
    double target = StrictMath.sin(xiBack) / Math.sqrt(sinhEta * sinhEta + cosXi * cosXi);
    return new Coordinate(
        MERIDIAN_DEG + StrictMath.toDegrees(StrictMath.atan2(sinhEta, cosXi)),
        StrictMath.toDegrees(latitude(target)));
  }

  /** Geodetic latitude from the tangent of the conformal one, by Newton's rule (Karney 2011). */
  private static double latitude(double target) {
    double tau = target;
    for (int i = 0; i < 5; i++) {
      double root = Math.sqrt(1 + tau * tau);
      double sigma = StrictMath.sinh(E * atanh(E * tau / root));
      double back = tau * Math.sqrt(1 + sigma * sigma) - sigma * root;
      tau += (target - back) / Math.sqrt(1 + back * back)
          * (1 + (1 - E2) * tau * tau) / ((1 - E2) * root);
    }
    return StrictMath.atan(tau);
  }

  /**
   * What a plane area at this easting must be divided by to get the ellipsoidal area: the square
   * of the point scale. Over a parcel the error stays below 1e-8 of the area.
   */
  static double areaScale(double eastingM) {
    double y2 = (eastingM - FALSE_EASTING_M) * (eastingM - FALSE_EASTING_M) / RADIUS_SQUARED;
    double scale = 1 + y2 / 2 + y2 * y2 / 24;
    return scale * scale;
  }

  private static double meanRadiusSquared(double latDeg) {
    double sin = StrictMath.sin(StrictMath.toRadians(latDeg));
    double w2 = 1 - E2 * sin * sin;
    return A * A * (1 - E2) / (w2 * w2);
  }

  private static double atanh(double x) {
    return 0.5 * StrictMath.log((1 + x) / (1 - x));
  }
}
