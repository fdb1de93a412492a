package org.parkland.land;

import java.time.Instant;
import java.time.LocalDate;

/**
 * One import of one layer: immutable once stored. It can be withdrawn, which is told beside it.
 *
 * @param id number in its store
 * @param kind what the layer is for
 * @param name tells layers of one kind apart (永久基本农田); equals the kind's word where there is only one
 * @param asOf the day the data describe
 * @param crs {@code EPSG:n}; coordinates are stored as they came
 * @param edition classification edition of the codes, or null where the layer has none
 * @param source file and layer it came from
 * @param sha256 of the source file, hex
 * @param encoding of the source's text, or null where the format fixes it
 * @param mapping attribute → delivered column, as JSON
 * @param report what the import found, as JSON
 * @param count rows stored
 * @param withdrawal null while it may speak for its day
 */
public record Snapshot(
    long id,
    LayerKind kind,
    String name,
    LocalDate asOf,
    String crs,
    String edition,
    String source,
    String sha256,
    String encoding,
    String mapping,
    String report,
    long count,
    Instant importedAt,
    String importedBy,
    Withdrawal withdrawal) {

  /** A snapshot that is not withdrawn. */
  public Snapshot(long id, LayerKind kind, String name, LocalDate asOf, String crs, String edition, String source,
      String sha256, String encoding, String mapping, String report, long count, Instant importedAt,
      String importedBy) {
    this(id, kind, name, asOf, crs, edition, source, sha256, encoding, mapping, report, count, importedAt,
        importedBy, null);
  }

  /** The same, withdrawn. */
  public Snapshot withdrawn(Withdrawal why) {
    return new Snapshot(id, kind, name, asOf, crs, edition, source, sha256, encoding, mapping, report, count,
        importedAt, importedBy, why);
  }

  public boolean isWithdrawn() {
    return withdrawal != null;
  }
}
