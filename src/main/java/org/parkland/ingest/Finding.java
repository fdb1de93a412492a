package org.parkland.ingest;

import java.io.Serializable;

/**
 * Something the import noticed.
 *
 * @param code stable word, to be counted by
 * @param row of the file, or 0 where it concerns the layer
 * @param id of the parcel or unit, or null
 * @param figure area or number it is about, or null
 */
public record Finding(Severity severity, String code, long row, String id, Double figure, String message) implements Serializable {
  /** How bad it is. */
  public enum Severity {
    /** The row is not stored. */
    ERROR,
    /** Stored, but figures may be wrong. */
    WARNING,
    /** Worth knowing. */
    NOTICE
  }
}
