package org.parkland.geometry;

import org.locationtech.jts.geom.Geometry;

/** How wide a polygon is on average: twice its area over the length of its outline. */
public final class MeanWidth {
  private MeanWidth() {}

  /**
   * Metres, whatever the units of the CRS: the ratio of the areas gives the scale.
   *
   * @param areaM2 of the shape
   */
  public static double of(Geometry shape, double areaM2) {
    double lengthM = shape.getLength() * Math.sqrt(areaM2 / shape.getArea());
    return 2 * areaM2 / lengthM;
  }
}
