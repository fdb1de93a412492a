package org.parkland.land;

import org.locationtech.jts.geom.Geometry;

/**
 * A block of the industrial protection line.
 *
 * @param level as delivered (一级, 二级)
 * @param geometry polygons in the CRS of the overlay
 */
public record ProtectionBlock(String id, String name, String level, Geometry geometry) {
  public static ProtectionBlock of(Feature feature) {
    return new ProtectionBlock(feature.id(), feature.text("name"), feature.text("level"), feature.geometry());
  }

  /** The block as a unit to overlay land with. */
  public Unit asUnit() {
    return new Unit(id, LayerKind.PROTECTION.word(), name, null, geometry);
  }
}
