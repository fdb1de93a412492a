package org.parkland.land;

import java.util.Locale;

/** What a layer is for. The words of the command line ({@code --as parcels}) and of the database. */
public enum LayerKind {
  /** Current land, parcel by parcel, at a date. */
  PARCELS,
  /** Planned use, block by block. */
  ZONING,
  /** Areas that figures are drawn for: district, zones, bases, streets, parks. */
  UNITS,
  /** The industrial protection line (工业用地保护红线) with its levels. */
  PROTECTION,
  /** What limits use: basic farmland, ecological line, growth boundary, suspected contamination. */
  CONSTRAINT,
  /** Land approved for construction (农用地转用、土地征收批准), one approval or one of its plots a row. */
  APPROVAL,
  /** For orientation only: roads, rivers, places. */
  REFERENCE;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether a delivery is the whole layer, so that only one snapshot is current at a date. */
  public boolean isSingle() {
    return this != CONSTRAINT && this != REFERENCE;
  }

  public boolean isPolygonal() {
    return this != REFERENCE;
  }
}
