package org.parkland.demo;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/**
 * The district's border: the 24 known vertices, corners rounded and bent like river banks, then
 * scaled about its centre so that the ellipsoidal area stays what it was.
 */
final class DistrictOutline {
  private static final double STEP_M = 45;
  private static final double BEND_M = 55;
  private static final double BEND_LENGTH_M = 650;

  private DistrictOutline() {}

  static Polygon draw(long seed, GeometryFactory factory) {
    Coordinate[] rounded = Curve.roundCorners(Curve.project(JianghaiFacts.OUTLINE), 3);
    Coordinate[] closed = closed(rounded);
    Coordinate[] bent = Curve.meander(
        Curve.resample(closed, STEP_M), new Noise(seed ^ 0x0D15, BEND_LENGTH_M), BEND_M);
    bent[bent.length - 1] = bent[0].copy();
    Polygon shape = factory.createPolygon(bent);
    double areaM2 = shape.getArea() / GaussKruger.areaScale(shape.getCentroid().getX());
    return scaled(shape, Math.sqrt(JianghaiFacts.DISTRICT_AREA_M2 / areaM2), factory);
  }

  private static Coordinate[] closed(Coordinate[] ring) {
    Coordinate[] closed = java.util.Arrays.copyOf(ring, ring.length + 1);
    closed[ring.length] = ring[0].copy();
    return closed;
  }

  private static Polygon scaled(Polygon shape, double factor, GeometryFactory factory) {
    Coordinate centre = shape.getCentroid().getCoordinate();
    Coordinate[] ring = shape.getExteriorRing().getCoordinates();
    for (Coordinate c : ring) {
      c.x = Curve.millimetres(centre.x + (c.x - centre.x) * factor);
      c.y = Curve.millimetres(centre.y + (c.y - centre.y) * factor);
    }
    return factory.createPolygon(ring);
  }
}
