package org.parkland.ingest;

import org.parkland.source.Notice;

/**
 * Something the import noticed.
 *
 * @param code stable word, to be counted by
 * @param row of the file, or 0 where it concerns the layer
 * @param id of the parcel or unit, or null
 * @param figure area or number it is about, or null
 */
public record Finding(Severity severity, String code, long row, String id, Double figure, String message) {
  /** What a reader noticed about the layer. */
  static Finding of(Notice notice) {
    return new Finding(notice.warning() ? Severity.WARNING : Severity.NOTICE, notice.code(), 0, null, null,
        notice.message());
  }

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
