package org.parkland.land;

import java.time.Instant;

/**
 * An entry in the office's log of corrections: a value set in place of the delivered one, or such a value taken back.
 *
 * @param number of the entry in its log, ascending; 0 before the log has given one
 * @param attribute name as in {@link Attribute#name()}
 * @param before what counted until then, of the attribute's type; null where nothing was known
 * @param value of the attribute's type; null says that the delivered value is wrong and none is known
 * @param takenBack whether the correction ends here and the delivered value counts again; value is then null
 * @param evidence file that proves it; null where none was attached
 */
public record Correction(
    long number,
    String parcel,
    String attribute,
    Object before,
    Object value,
    boolean takenBack,
    String reason,
    Evidence evidence,
    String by,
    Instant at) {
  /**
   * A file that proves a correction. The file itself stays in the office's archive; its hash tells it from others.
   *
   * @param sha256 of its content, in hexadecimal
   */
  public record Evidence(String name, String sha256) {}

  /** @throws IllegalArgumentException if nobody or no reason stands behind it */
  public Correction {
    if (isBlank(reason) || isBlank(by)) {
      throw new IllegalArgumentException("a correction needs a reason and the name of who makes it");
    }
    if (takenBack && value != null) {
      throw new IllegalArgumentException("a correction that is taken back has no value");
    }
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }

  public Correction withNumber(long given) {
    return new Correction(given, parcel, attribute, before, value, takenBack, reason, evidence, by, at);
  }
}
