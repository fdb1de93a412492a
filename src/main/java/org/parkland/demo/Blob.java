package org.parkland.demo;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** Hand-drawn looking round areas: an oval with soft corners and an uneven border. */
final class Blob {
  private static final int VERTICES = 144;
  private static final double UNEVENNESS = 0.16;

  private Blob() {}

  static Polygon of(JianghaiFacts.Area area, long seed, GeometryFactory factory) {
    Coordinate centre = GaussKruger.toPlane(area.lon(), area.lat());
    return of(centre, area.eastM(), area.northM(), seed, factory);
  }

  /** A closed border of 144 vertices around a centre, with half axes in metres. */
  static Polygon of(
      Coordinate centre, double eastM, double northM, long seed, GeometryFactory factory) {
    Noise noise = new Noise(seed, 0.35);
    Coordinate[] ring = new Coordinate[VERTICES + 1];
    for (int i = 0; i < VERTICES; i++) {
      double angle = 2 * Math.PI * i / VERTICES;
      double cos = StrictMath.cos(angle);
      double sin = StrictMath.sin(angle);
      double wobble = 1 + UNEVENNESS * (2 * noise.at(cos + 10, sin + 10) - 1);
      // The fourth root lets the oval fill its box a little more, as drawn borders do.
      double fill = wobble / Math.sqrt(Math.sqrt(cos * cos * cos * cos + sin * sin * sin * sin
          + 1.2 * cos * cos * sin * sin));
      ring[i] = Curve.rounded(
          new Coordinate(centre.x + eastM * fill * cos, centre.y + northM * fill * sin));
    }
    ring[VERTICES] = ring[0].copy();
    return factory.createPolygon(ring);
  }

  /** Whether a plane point lies in the plain oval of an area, enlarged by a factor. */
  static boolean covers(JianghaiFacts.Area area, double factor, double x, double y) {
    return distance(area, x, y) <= factor;
  }

  /** Distance from the centre in units of the half axes: 1 on the oval. */
  static double distance(JianghaiFacts.Area area, double x, double y) {
    Coordinate centre = GaussKruger.toPlane(area.lon(), area.lat());
    double u = (x - centre.x) / area.eastM();
    double v = (y - centre.y) / area.northM();
    return Math.sqrt(u * u + v * v);
  }
}
