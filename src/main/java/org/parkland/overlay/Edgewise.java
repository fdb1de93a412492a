package org.parkland.overlay;

/**
 * The measure's edge rule and very thin pieces.
 *
 * <p>On the ellipsoid the area of a polygon depends on how its edges are divided: two ways round the same 70 m
 * line, with and without a vertex in the middle, enclose about 0.001 m². A piece thinner than that (its two
 * sides nearly one line) would get an area that says nothing of its size. It gets its planar area instead, in
 * the proportion in which the measure sees the whole parcel.
 */
final class Edgewise {
  /** No polygon's measured area is so far from the proportion of its parcel unless the edge rule makes it so. */
  private static final double MOST = 0.1;

  private Edgewise() {}

  static double areaM2(double planar, double measured, double parcelPlanar, double parcelMeasured) {
    double proportional = planar * (parcelMeasured / parcelPlanar);
    return Math.abs(measured - proportional) <= MOST * proportional ? measured : proportional;
  }
}
