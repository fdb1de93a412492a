package org.parkland.ingest;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.parkland.BadInput;
import org.parkland.geometry.Crs;

/** Decides the reference system of a layer, and refuses one that its coordinates contradict. */
final class CrsDecision {
  private static final double WEB_MERCATOR_LIMIT = 20_037_509;

  private static final Pattern EPSG = Pattern.compile("EPSG:\\d+");

  private CrsDecision() {}

  /**
   * @param declared by the file, or null
   * @param chosen by the user, or null
   * @param first a geometry of the layer, or null
   * @throws BadInput if no system is known or the coordinates do not fit it
   */
  static Crs decide(String file, Crs declared, Crs chosen, Geometry first) {
    Crs crs = chosen != null ? chosen : declared;
    if (crs == null) {
      throw new BadInput(file, "does not say its coordinate reference system" + guess(first),
          "confirm it with --crs EPSG:n");
    }
    if (first != null && !first.isEmpty()) {
      requireFit(file, crs, first.getEnvelopeInternal());
    }
    return crs;
  }

  /** @throws BadInput if coordinates within the box cannot be of that system */
  static void requireFit(String file, Crs crs, Envelope box) {
    boolean degrees = Math.abs(box.getMinX()) <= 180 && Math.abs(box.getMaxX()) <= 180
        && Math.abs(box.getMinY()) <= 90 && Math.abs(box.getMaxY()) <= 90;
    if (crs.isGeographic() != degrees) {
      throw new BadInput(file, "its coordinates (" + box.getMinX() + ", " + box.getMinY() + ") do not fit "
          + crs.code() + likely(box), "say the right system with --crs EPSG:n");
    }
  }

  /** What system coordinates look like; to be confirmed. */
  static Optional<Crs> guess(Envelope box) {
    Matcher code = EPSG.matcher(box.isNull() ? "" : likely(box));
    return code.find() ? Optional.of(Crs.of(code.group())) : Optional.empty();
  }

  private static String guess(Geometry first) {
    return first == null || first.isEmpty() ? "" : likely(first.getEnvelopeInternal());
  }

  /** A guess by magnitude, for the message: a zone number before six digits of easting gives it away. */
  private static String likely(Envelope box) {
    double x = box.getMinX();
    double y = box.getMinY();
    int prefix = (int) (x / 1_000_000);
    if (Math.abs(x) <= 180 && Math.abs(y) <= 90) {
      return "; it looks like EPSG:4490";
    }
    if (prefix >= 25 && prefix <= 45) {
      return "; it looks like EPSG:" + (4513 + prefix - 25);
    }
    if (x > 100_000 && x < 900_000) {
      return "; it looks like a 3-degree zone without prefix, such as EPSG:4547 for 114°E";
    }
    return Math.abs(x) < WEB_MERCATOR_LIMIT && x > 8_000_000 ? "; it looks like EPSG:3857" : "";
  }
}
