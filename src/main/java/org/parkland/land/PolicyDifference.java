package org.parkland.land;

import java.util.List;

/**
 * Why two policies answer differently for one and the same land.
 *
 * @param first red line by the first policy
 * @param second red line by the second
 * @param classes what makes the difference, the weightiest first; their parts add up to second − first
 * @param parcels the largest pieces of land in those classes, largest first
 */
public record PolicyDifference(
    RedLine first, RedLine second, List<ClassPart> classes, List<ParcelPart> parcels) {

  /**
   * Land of one class (and settlement) that the policies count differently.
   *
   * @param settlement town-and-village attribute, or null
   * @param numeratorM2 change of the numerator from the first to the second policy
   * @param denominatorM2 change of the denominator
   * @param ratioPart part in the difference of the ratios, or null where one does not exist
   */
  public record ClassPart(String code, String settlement, double areaM2, double numeratorM2, double denominatorM2,
      Double ratioPart) {}

  /** A piece of such land. */
  public record ParcelPart(String parcel, String code, double areaM2) {}
}
