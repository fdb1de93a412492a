package org.parkland.indicator;

import org.parkland.land.Doubt.Reading;
import org.parkland.land.RedLinePolicy;

/** How a piece of land stands to the red line: in neither area, in the denominator only, or in both. */
enum Standing {
  NEITHER(0, 0),
  DENOMINATOR(0, 1),
  BOTH(1, 1);

  private final int numerator;
  private final int denominator;

  Standing(int numerator, int denominator) {
    this.numerator = numerator;
    this.denominator = denominator;
  }

  static Standing of(String code, RedLinePolicy policy) {
    if (!policy.inDenominator(code)) {
      return NEITHER;
    }
    return policy.inNumerator(code) ? BOTH : DENOMINATOR;
  }

  /** What land that stands like this adds to the numerator. */
  double numeratorM2(double areaM2) {
    return numerator * areaM2;
  }

  /** What land that stands like this adds to the denominator. */
  double denominatorM2(double areaM2) {
    return denominator * areaM2;
  }

  /** The change if land that stands like this stood otherwise. */
  Reading to(Standing other, double areaM2) {
    return new Reading(
        (other.numerator - numerator) * areaM2, (other.denominator - denominator) * areaM2);
  }
}
