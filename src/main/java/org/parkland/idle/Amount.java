package org.parkland.idle;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Figures as they stand in sentences; rounded for the eye only. */
final class Amount {
  /** Square metres in one 亩. */
  static final double M2_PER_MU = 10_000.0 / 15;

  private Amount() {}

  static String plain(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  static String m2(double value) {
    return plain(value) + " ㎡";
  }

  static String mu(double areaM2) {
    return BigDecimal.valueOf(areaM2 / M2_PER_MU).setScale(1, RoundingMode.HALF_UP).toPlainString();
  }

  static String percent(double share) {
    return plain(share * 100) + "%";
  }
}
