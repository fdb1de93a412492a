package org.parkland.land;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A sum of square metres that does not depend on the order of its terms, so that figures are the same to the
 * last bit whatever the number of threads and however the parcels are shared out.
 *
 * <p>Fixed point: whole square metres and fractions of 2^-52 m². A term above 1 m² enters without any rounding,
 * a smaller one is rounded to the nearest 2^-52 m². Holds up to 2^63 m², a thousand times the earth. Not safe
 * to share between threads: give each its own and {@link #add(ExactSum)} them.
 */
public final class ExactSum implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int FRACTION_BITS = 52;
  private static final double FRACTIONS_PER_M2 = 1L << FRACTION_BITS;
  private static final BigDecimal FRACTIONS = BigDecimal.valueOf(1L << FRACTION_BITS);
  private static final long FRACTION_MASK = (1L << FRACTION_BITS) - 1;

  private long wholeM2;
  /** In 2^-52 m², from 0 to below 1 m². */
  private long fraction;

  /** The sum of some terms. */
  public static ExactSum of(double... termsM2) {
    ExactSum sum = new ExactSum();
    for (double each : termsM2) {
      sum.add(each);
    }
    return sum;
  }

  /**
   * @param areaM2 may be negative
   * @throws ArithmeticException if it is not a number or beyond 2^62 m²
   */
  public void add(double areaM2) {
    double floor = Math.floor(areaM2);
    if (!(Math.abs(floor) < 0x1p62)) {
      throw new ArithmeticException("not an area: " + areaM2 + " m²");
    }
    add((long) floor, (long) Math.rint((areaM2 - floor) * FRACTIONS_PER_M2));
  }

  public void add(ExactSum other) {
    add(other.wholeM2, other.fraction);
  }

  public void subtract(ExactSum other) {
    add(-other.wholeM2, -other.fraction);
  }

  private void add(long whole, long parts) {
    long sum = fraction + parts;
    wholeM2 = Math.addExact(wholeM2, whole + (sum >> FRACTION_BITS));
    fraction = sum & FRACTION_MASK;
  }

  /** The sum, rounded once, to the nearest double. */
  public double m2() {
    return wholeM2 + fraction / FRACTIONS_PER_M2;
  }

  /** The sum without any rounding, for keeping it. */
  public BigDecimal exactM2() {
    return BigDecimal.valueOf(fraction).divide(FRACTIONS).add(BigDecimal.valueOf(wholeM2));
  }

  /** A sum that was kept. */
  public static ExactSum of(BigDecimal exactM2) {
    ExactSum sum = new ExactSum();
    BigDecimal whole = exactM2.setScale(0, RoundingMode.FLOOR);
    sum.wholeM2 = whole.longValueExact();
    sum.fraction = exactM2.subtract(whole).multiply(FRACTIONS).longValueExact();
    return sum;
  }

  public boolean isZero() {
    return wholeM2 == 0 && fraction == 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ExactSum sum && sum.wholeM2 == wholeM2 && sum.fraction == fraction;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(wholeM2 * 31 + fraction);
  }

  @Override
  public String toString() {
    return m2() + " m²";
  }
}
