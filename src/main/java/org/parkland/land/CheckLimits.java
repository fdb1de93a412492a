package org.parkland.land;

import java.time.LocalDate;
import java.util.List;

/**
 * What checks of a delivered layer pass over. Shares are 0–1.
 *
 * @param repairShare a repair that changes the area by more is rejected
 * @param sliver a parcel below both is a sliver
 * @param registered registered and computed area may differ by either
 * @param vertexM a vertex nearer than this to a neighbour's edge should be the neighbour's, too; metres
 * @param outside land outside of the district above either is told
 * @param changeShare of rows or area since the last delivery
 */
public record CheckLimits(double repairShare, Sliver sliver, Areas registered, Gap gap, double vertexM, Areas outside,
    double changeShare, Shift shifted, Dates dates) {

  /** Square metres, and metres of mean width. */
  public record Sliver(double smallestM2, double narrowestM) {}

  /** A difference in square metres and as a share of the area. */
  public record Areas(double areaM2, double share) {}

  /**
   * Land enclosed by parcels.
   *
   * @param smallestM2 below it, rounding
   * @param largestM2 above it, land without a parcel
   * @param reachM the longest gap that is looked for
   */
  public record Gap(double smallestM2, double largestM2, double reachM) {}

  /**
   * How far shifted coordinates lie to the east and south, and what must speak for it.
   *
   * @param outsideShare of the layer that lies outside of the district
   * @param restShare of that which would still lie outside if the layer were moved back
   */
  public record Shift(double eastM, double southM, double outsideShare, double restShare) {}

  /** One date that cannot be after another; names of attributes. */
  public record Order(String earlier, String later) {}

  /**
   * @param latestYears agreed dates may lie so many years after the layer's day
   * @param past attributes that cannot be after the layer's day
   */
  public record Dates(LocalDate earliest, int latestYears, List<Order> orders, List<String> past) {}
}
