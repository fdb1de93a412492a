package org.parkland.land;

import java.math.BigDecimal;

/**
 * A share that a rule compares with, kept as a fraction so that one third is one third.
 *
 * @param part numerator, not negative
 * @param whole denominator, positive
 */
public record Share(BigDecimal part, BigDecimal whole) {
  /** Figures that were converted from 亩 or 公顷 carry noise of this relative size; within it they are equal. */
  private static final BigDecimal CONVERSION_NOISE = new BigDecimal("1e-9");

  /**
   * Reads {@code 1/3}, {@code 25%} or {@code 0.25}.
   *
   * @throws NumberFormatException if it is none of these, or the denominator is not positive
   */
  public static Share parse(String text) {
    String trimmed = text.trim();
    if (trimmed.endsWith("%")) {
      return checked(trimmed.substring(0, trimmed.length() - 1).trim(), "100");
    }
    int slash = trimmed.indexOf('/');
    return slash < 0 ? checked(trimmed, "1")
        : checked(trimmed.substring(0, slash).trim(), trimmed.substring(slash + 1).trim());
  }

  private static Share checked(String part, String whole) {
    Share share = new Share(new BigDecimal(part), new BigDecimal(whole));
    if (share.part.signum() < 0 || share.whole.signum() <= 0) {
      throw new NumberFormatException(part + "/" + whole + " is not a share");
    }
    return share;
  }

  /** Whether done/total is strictly less than this share; exactly the share is not less. Total must be positive. */
  public boolean isAbove(double done, double total) {
    BigDecimal limit = BigDecimal.valueOf(total).multiply(part);
    BigDecimal reached = BigDecimal.valueOf(done).multiply(whole);
    return limit.subtract(reached).compareTo(limit.abs().multiply(CONVERSION_NOISE)) > 0;
  }

  /** This share of a figure, in the figure's unit, without binary rounding. */
  public double of(double figure) {
    return BigDecimal.valueOf(figure).multiply(part)
        .divide(whole, java.math.MathContext.DECIMAL64).doubleValue();
  }

  @Override
  public String toString() {
    return whole.equals(BigDecimal.ONE) ? part.toPlainString()
        : whole.compareTo(new BigDecimal(100)) == 0 ? part.toPlainString() + "%"
        : part.toPlainString() + "/" + whole.toPlainString();
  }
}
