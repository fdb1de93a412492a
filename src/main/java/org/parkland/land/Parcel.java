package org.parkland.land;

import org.locationtech.jts.geom.Geometry;

/**
 * Land with one use, as the overlay sees it: a current parcel or a planned block.
 *
 * @param id parcel number, for naming it in findings
 * @param landUse class code, or null when the data do not say
 * @param newIndustry whether it is flagged M0; such land is inside its class and counted once
 * @param settlement town-and-village attribute of the survey (CZCSXM), or null when not delivered
 * @param geometry polygons in the CRS of the overlay
 */
public record Parcel(String id, String landUse, boolean newIndustry, String settlement, Geometry geometry) {
  public Parcel(String id, String landUse, boolean newIndustry, Geometry geometry) {
    this(id, landUse, newIndustry, null, geometry);
  }

  public static Parcel of(Feature feature) {
    return new Parcel(feature.id(), feature.landUse(), Boolean.TRUE.equals(feature.flag("new_industry")),
        feature.text("settlement"), feature.geometry());
  }
}
