package org.parkland.land;

import org.locationtech.jts.geom.Geometry;

/**
 * Land with one use, as the overlay sees it: a current parcel or a planned block.
 *
 * @param id parcel number, for naming it in findings
 * @param landUse class code, or null when the data do not say
 * @param newIndustry whether it is flagged M0; such land is inside its class and counted once
 * @param settlement town-and-village attribute of the survey (CZCSXM), or null when not delivered
 * @param delivered the code as the office wrote it, where it says more than the stored one; else null
 * @param geometry polygons in the CRS of the overlay
 */
public record Parcel(
    String id, String landUse, boolean newIndustry, String settlement, String delivered, Geometry geometry) {
  public Parcel(String id, String landUse, boolean newIndustry, String settlement, Geometry geometry) {
    this(id, landUse, newIndustry, settlement, null, geometry);
  }

  public Parcel(String id, String landUse, boolean newIndustry, Geometry geometry) {
    this(id, landUse, newIndustry, null, null, geometry);
  }

  public static Parcel of(Feature feature) {
    return of(feature, null);
  }

  /** @param codeColumn the delivered column that holds the code, or null where the stored one says all */
  public static Parcel of(Feature feature, String codeColumn) {
    return new Parcel(feature.id(), feature.landUse(), Boolean.TRUE.equals(feature.flag("new_industry")),
        feature.text("settlement"), codeColumn == null ? null : feature.extra().get(codeColumn), feature.geometry());
  }
}
