package org.parkland.land;

import java.util.Locale;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * Something an import or a check noticed about a delivered layer.
 *
 * @param code stable word of the catalogue {@code gis-data/standards/findings.yaml}, to be counted by
 * @param row of the file, from 1; 0 where it concerns the layer
 * @param id of the parcel, block or unit, or null
 * @param figure area, distance or number it is about, in the unit of the catalogue; or null
 * @param message the catalogue's English text with all values filled in
 * @param details what the catalogue's texts name in braces: names of values → values
 * @param shape where it is, in the CRS of the layer: a point, or the land it is about; null where nothing tells
 */
public record Finding(Severity severity, String code, long row, String id, Double figure, String message,
    Map<String, String> details, Geometry shape) {
  /** How bad it is. */
  public enum Severity {
    /** The row is not stored. */
    ERROR,
    /** Stored, but figures may be wrong. */
    WARNING,
    /** Worth knowing. */
    NOTICE;

    /** The word used in JSON and on the command line. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Finding {
    details = details == null ? Map.of() : Map.copyOf(details);
  }
}
