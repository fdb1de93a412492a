package org.parkland.land;

import java.util.Locale;

/** Which use a figure speaks of: what stands on the land, or what the plan says. Never mixed in one ratio. */
public enum State {
  CURRENT(LayerKind.PARCELS),
  PLANNED(LayerKind.ZONING);

  private final LayerKind layer;

  State(LayerKind layer) {
    this.layer = layer;
  }

  /** The layer whose land-use codes it reads. */
  public LayerKind layer() {
    return layer;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
