package org.parkland.land;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/**
 * The industrial red line of one unit by one policy: what {@link RedLinePolicy} defines, computed.
 *
 * <p>The verdict speaks of the whole interval [lowest, highest]: pass only if even the lowest possible ratio
 * reaches the threshold, breach only if even the highest misses it.
 *
 * @param numeratorM2 square metres of industrial land, as the data stand
 * @param denominatorM2 square metres of the land it is a share of
 * @param ratio numerator / denominator, or null where the denominator is zero
 * @param headroomM2 numerator − threshold × denominator: what may be lost, or, negative, what is missing
 * @param lowest lowest ratio that the doubts leave possible, or null where no reading has a denominator
 * @param highest likewise
 * @param deciding where the verdict is open: the doubts that can decide it, the weightiest first
 */
public record RedLine(double numeratorM2, double denominatorM2, Double ratio, double headroomM2, Status status,
    Double lowest, Double highest, List<Doubt> deciding) {

  /** Pass means ratio ≥ threshold: exactly the threshold passes. */
  public enum Status {
    PASS, BREACH, CANNOT_TELL;

    /** The word used in JSON and on the command line. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Of two areas that nobody doubts. */
  public static RedLine of(double numeratorM2, double denominatorM2, double threshold) {
    BigDecimal headroom = headroom(numeratorM2, denominatorM2, threshold);
    Double ratio = denominatorM2 > 0 ? numeratorM2 / denominatorM2 : null;
    Status status = ratio == null ? Status.CANNOT_TELL : headroom.signum() >= 0 ? Status.PASS : Status.BREACH;
    return new RedLine(
        numeratorM2, denominatorM2, ratio, headroom.doubleValue(), status, ratio, ratio, List.of());
  }

  /**
   * Numerator − threshold × denominator, exactly: neither the threshold nor the product is rounded, so that a share
   * of just 30.00% meets a floor of 0.30.
   */
  public static BigDecimal headroom(double numeratorM2, double denominatorM2, double threshold) {
    return new BigDecimal(numeratorM2)
        .subtract(BigDecimal.valueOf(threshold).multiply(new BigDecimal(denominatorM2)));
  }
}
