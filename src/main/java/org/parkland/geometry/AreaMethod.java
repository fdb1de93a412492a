package org.parkland.geometry;

/** How areas are measured. Figures of different methods are never mixed in one ratio. */
public enum AreaMethod {
  /** On the CGCS2000 ellipsoid, by the trapezoid rule of the national land survey. */
  ELLIPSOIDAL,
  /** In the plane of a projected system, as desktop GIS does by default. */
  PLANAR;

  /** The word used in files, flags and JSON. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
