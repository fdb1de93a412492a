package org.parkland.land;

import org.locationtech.jts.geom.Geometry;

/**
 * An area that figures are drawn for.
 *
 * <p>Units of one kind must not overlap, or land counts twice; units of different kinds do.
 *
 * @param id unique over all kinds
 * @param kind {@code district}, {@code zone}, {@code base}, {@code street} or any other word
 * @param nameEn English name, or null
 * @param geometry polygons in the CRS of the overlay
 */
public record Unit(String id, String kind, String name, String nameEn, Geometry geometry) {
  public static Unit of(Feature feature) {
    return new Unit(feature.id(), feature.text("kind"), feature.text("name"),
        feature.text("name_en"), feature.geometry());
  }
}
