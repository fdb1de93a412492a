package org.parkland.land;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * The industrial red line of one unit by one policy: what {@link RedLinePolicy} defines, computed.
 *
 * @param numeratorM2 square metres of industrial land
 * @param denominatorM2 square metres of the land it is a share of
 * @param ratio numerator / denominator, or null where the denominator is zero
 * @param headroomM2 numerator − threshold × denominator: what may be lost, or, negative, what is missing
 */
public record RedLine(double numeratorM2, double denominatorM2, Double ratio, double headroomM2, Status status) {

  /** Pass means ratio ≥ threshold: exactly the threshold passes. */
  public enum Status {
    PASS, BREACH, CANNOT_TELL;

    /** The word used in JSON and on the command line. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * Tests the two areas. The comparison is exact: neither the threshold nor the product is rounded, so that a
   * share of just 30.00% passes a floor of 0.30.
   */
  public static RedLine of(double numeratorM2, double denominatorM2, double threshold) {
    BigDecimal headroom = new BigDecimal(numeratorM2)
        .subtract(BigDecimal.valueOf(threshold).multiply(new BigDecimal(denominatorM2)));
    if (denominatorM2 <= 0) {
      return new RedLine(numeratorM2, denominatorM2, null, headroom.doubleValue(), Status.CANNOT_TELL);
    }
    Status status = headroom.signum() >= 0 ? Status.PASS : Status.BREACH;
    return new RedLine(
        numeratorM2, denominatorM2, numeratorM2 / denominatorM2, headroom.doubleValue(), status);
  }
}
