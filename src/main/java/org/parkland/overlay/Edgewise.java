package org.parkland.overlay;

/**
 * The measure's edge rule and very thin pieces.
 *
 * <p>On the ellipsoid the area of a polygon depends on how its edges are divided: two ways along the same 70 m line,
 * with and without a vertex in the middle, enclose about 0.001 m². Where a piece, or what it leaves of its parcel, is
 * thinner than that (its two sides nearly one line), the boundary's area says nothing of its size. Such a piece gets
 * its planar area in the proportion in which the measure sees the whole parcel.
 */
final class Edgewise {
  /** No part's measured area is so far from the proportion of its parcel unless the edge rule makes it so. */
  private static final double MOST = 0.1;

  private Edgewise() {}

  /**
   * @param planar area of the piece in the plane of the layer
   * @param measured area of the piece's boundary by the measure
   */
  static double areaM2(double planar, double measured, double parcelPlanar, double parcelMeasured) {
    double scale = parcelMeasured / parcelPlanar;
    double proportional = planar * scale;
    double left = (parcelPlanar - planar) * scale;
    return Math.abs(measured - proportional) <= MOST * Math.min(proportional, left) ? measured : proportional;
  }
}
