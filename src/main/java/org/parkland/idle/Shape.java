package org.parkland.idle;

import org.locationtech.jts.geom.Geometry;

/**
 * The shape of a site, measured in a plane with metres.
 *
 * @param areaM2 planar area, for the ratios of this record only
 * @param compactness 4π·area/perimeter²: 1 for a disc, 0.785 for a square, near 0 for a strip
 * @param widthM shorter side of the rectangle with equal area and perimeter; √area where there is none
 */
public record Shape(double areaM2, double perimeterM, double compactness, double widthM) {
  /** @param geometry in a projected system with metres */
  public static Shape of(Geometry geometry) {
    double area = geometry.getArea();
    double perimeter = geometry.getLength();
    double compactness = perimeter == 0 ? 0 : 4 * Math.PI * area / (perimeter * perimeter);
    return new Shape(area, perimeter, compactness, width(area, perimeter));
  }

  private static double width(double area, double perimeter) {
    double half = perimeter / 2;
    double root = half * half - 4 * area;
    return root <= 0 ? Math.sqrt(area) : (half - Math.sqrt(root)) / 2;
  }
}
