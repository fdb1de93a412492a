package org.parkland.geometry;

import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.Polygon;

/**
 * Measures polygons in square metres. Outer rings count positive, holes negative, whatever their direction;
 * points and lines measure 0. Safe to share between threads.
 */
public abstract class AreaMeasure {
  /**
   * @param crs system of the geometries to be measured
   * @throws IllegalArgumentException if a planar area is asked for in degrees
   */
  public static AreaMeasure of(AreaMethod method, Crs crs) {
    return method == AreaMethod.PLANAR ? new PlanarArea(crs) : new EllipsoidalArea(crs);
  }

  /** Square metres of all polygons in the geometry. */
  public final double areaM2(Geometry geometry) {
    if (geometry instanceof Polygon polygon) {
      return polygonM2(polygon);
    }
    double sum = 0;
    if (geometry instanceof GeometryCollection) {
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        sum += areaM2(geometry.getGeometryN(i));
      }
    }
    return sum;
  }

  private double polygonM2(Polygon polygon) {
    if (polygon.isEmpty()) {
      return 0;
    }
    double sum = Math.abs(ringM2(polygon.getExteriorRing().getCoordinateSequence()));
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      sum -= Math.abs(ringM2(polygon.getInteriorRingN(i).getCoordinateSequence()));
    }
    return sum;
  }

  /** A new boundary integral of this measure, for one thread. */
  public abstract Sweep sweep();

  /** Signed square metres of a closed ring. */
  public abstract double ringM2(CoordinateSequence ring);
}
