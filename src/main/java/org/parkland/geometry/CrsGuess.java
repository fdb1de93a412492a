package org.parkland.geometry;

import java.util.Optional;
import org.locationtech.jts.geom.Envelope;

/**
 * What reference system coordinates look like, by their magnitude alone: never certain, always to be confirmed.
 *
 * <p>Eastings of 25–45 million carry the number of a 3-degree zone, those of 13–23 million that of a 6-degree
 * zone; northings of China lie between 0.3 and 6 million metres. An easting without prefix does not tell its
 * meridian: the 3-degree zone in which the district lies is then proposed, where that is known.
 *
 * @param crs the system proposed; null for eastings without prefix where nobody knows the district's longitude
 * @param swapped whether the coordinates stand north (or latitude) first
 * @param certain whether magnitude leaves no other CGCS2000 system; false where the meridian is a supposition
 */
public record CrsGuess(Crs crs, boolean swapped, boolean certain) {
  /** CGCS2000 3-degree zones without prefix: EPSG:4534 is that of 75°E, the 25th. */
  private static final int FIRST_ZONE = 25;
  private static final int LAST_ZONE = 45;
  private static final int FIRST_WITHOUT_PREFIX = 4534;
  private static final double LEAST_NORTHING = 300_000;
  private static final double LARGEST_NORTHING = 6_000_000;
  private static final double[] CHINA_DEGREES = {73, 136, 3, 54};
  private static final double[] CHINA_MERCATOR = {8_100_000, 15_200_000, 330_000, 7_200_000};

  /** As {@link #of(Envelope, Double)} where nobody knows the district's longitude. */
  public static Optional<CrsGuess> of(Envelope box) {
    return of(box, null);
  }

  /**
   * A guess from the box around some coordinates of one layer, first ordinate as x.
   *
   * @param longitude of the district, degrees; null where it is not known
   */
  public static Optional<CrsGuess> of(Envelope box, Double longitude) {
    double x = (box.getMinX() + box.getMaxX()) / 2;
    double y = (box.getMinY() + box.getMaxY()) / 2;
    return eastFirst(x, y, false, longitude).or(() -> eastFirst(y, x, true, longitude));
  }

  private static Optional<CrsGuess> eastFirst(double x, double y, boolean swapped, Double longitude) {
    if (within(x, y, CHINA_DEGREES)) {
      return Optional.of(new CrsGuess(Crs.of(Crs.DEGREES), swapped, true));
    }
    if (y < LEAST_NORTHING || y > LARGEST_NORTHING) {
      return within(x, y, CHINA_MERCATOR) && !swapped ? mercator() : Optional.empty();
    }
    int prefix = (int) (x / 1_000_000);
    double easting = x - prefix * 1e6;
    if (easting < 100_000 || easting > 900_000) {
      return within(x, y, CHINA_MERCATOR) && !swapped ? mercator() : Optional.empty();
    }
    if (prefix == 0) {
      return Optional.of(new CrsGuess(longitude == null ? null : zoneAt(longitude), swapped, false));
    }
    return zone(x, prefix).map(code -> new CrsGuess(Crs.of(code), swapped, true));
  }

  /** Web Mercator overlaps the eastings of 6-degree zones 13 to 15, which lie far from here and are rare. */
  private static Optional<String> zone(double x, int prefix) {
    if (prefix >= FIRST_ZONE && prefix <= LAST_ZONE) {
      return Optional.of("EPSG:" + (4513 + prefix - FIRST_ZONE));
    }
    if (prefix >= 16 && prefix <= 23) {
      return Optional.of("EPSG:" + (4491 + prefix - 13));
    }
    return x >= CHINA_MERCATOR[0] && x <= CHINA_MERCATOR[1] ? Optional.of(Crs.WEB_MERCATOR) : Optional.empty();
  }

  private static Crs zoneAt(double longitude) {
    int zone = (int) Math.round(longitude / 3);
    return Crs.of("EPSG:" + (FIRST_WITHOUT_PREFIX + Math.max(FIRST_ZONE, Math.min(LAST_ZONE, zone)) - FIRST_ZONE));
  }

  private static Optional<CrsGuess> mercator() {
    return Optional.of(new CrsGuess(Crs.of(Crs.WEB_MERCATOR), false, true));
  }

  private static boolean within(double x, double y, double[] box) {
    return x >= box[0] && x <= box[1] && y >= box[2] && y <= box[3];
  }
}
