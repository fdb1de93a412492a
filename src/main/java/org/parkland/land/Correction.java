package org.parkland.land;

import java.time.Instant;

/**
 * An entry in the office's log of corrections: a value set in place of the delivered one, or such a value taken back.
 *
 * @param number of the entry in its log, ascending
 * @param attribute name as in {@link Attribute#name()}
 * @param value of the attribute's type; null says that the delivered value is wrong and none is known
 * @param takenBack whether the correction ends here and the delivered value counts again; value is then null
 * @param evidence file or document that proves it; never blank unless taken back
 */
public record Correction(
    long number,
    String parcel,
    String attribute,
    Object value,
    boolean takenBack,
    String reason,
    String evidence,
    String by,
    Instant at) {

  /** @throws IllegalArgumentException if reason or evidence is missing */
  public Correction {
    if (isBlank(reason) || !takenBack && isBlank(evidence)) {
      throw new IllegalArgumentException("a correction needs a reason and its evidence");
    }
    if (takenBack && value != null) {
      throw new IllegalArgumentException("a correction that is taken back has no value");
    }
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }
}
