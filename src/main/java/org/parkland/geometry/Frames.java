package org.parkland.geometry;

import java.util.Locale;
import org.geotools.api.referencing.crs.GeographicCRS;

/** Older geodetic frames, told by their ellipsoid: Parkland cannot bring them into CGCS2000, so it refuses them. */
final class Frames {
  /** Krassovsky 1940, of Beijing 54, and IAG 1975, of Xi'an 80: semi-major axes in metres. */
  private static final double BEIJING_54 = 6_378_245;
  private static final double XIAN_80 = 6_378_140;

  private Frames() {}

  /** @throws UnknownCrsException if the frame needs parameters that are secret and local */
  static void requireKnown(GeographicCRS crs) {
    double axis = crs.getDatum().getEllipsoid().getSemiMajorAxis();
    if (Math.abs(axis - BEIJING_54) < 1 || Math.abs(axis - XIAN_80) < 1) {
      throw new UnknownCrsException((Math.abs(axis - BEIJING_54) < 1 ? "Beijing 54" : "Xi'an 80")
          + " needs local transformation parameters that Parkland does not have", null);
    }
  }

  /** Whether a name speaks of one of them. */
  static boolean isNamedOld(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.contains("beijing") || lower.contains("xian") || lower.contains("xi'an");
  }
}
