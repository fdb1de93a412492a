package org.parkland.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * Figures as they are shown. The rules are those of the page, {@code web/js/format.js}; both are held to the cases in
 * {@code web/test/rounding.json}. Figures come unrounded, in square metres, and are rounded here only: half up, of the
 * exact value.
 */
public final class Rounding {
  /** What stands where a figure is not known. */
  public static final String UNKNOWN = "—";

  private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.ROOT);

  private Rounding() {}

  /** A number with thousands separators. */
  public static String number(Double value, int digits) {
    if (value == null || !Double.isFinite(value)) {
      return UNKNOWN;
    }
    return text(new BigDecimal(value).setScale(digits, RoundingMode.HALF_UP), digits);
  }

  private static String text(BigDecimal rounded, int digits) {
    DecimalFormat format = new DecimalFormat(digits == 0 ? "#,##0" : "#,##0." + "0".repeat(digits), SYMBOLS);
    return format.format(rounded).replace('-', '−');
  }

  /** The number alone; its unit stands beside it. */
  public static String area(Double areaM2, AreaUnit unit) {
    return areaM2 == null ? UNKNOWN : number(unit.of(areaM2), unit.digits());
  }

  /** A share as a percentage, without the sign. */
  public static String percent(Double share) {
    return share == null ? UNKNOWN : number(share * 100, 2);
  }

  /** The same beside a threshold: a share below it is never rounded up to it. */
  public static String percent(Double share, double threshold) {
    if (share == null || !Double.isFinite(share)) {
      return UNKNOWN;
    }
    for (int digits = 2; digits <= 6; digits++) {
      String text = number(share * 100, digits);
      if (share >= threshold || !text.equals(number(threshold * 100, digits))) {
        return text;
      }
    }
    return number(Math.floor(share * 1e8) / 1e6, 6);
  }

  /** A difference: its sign always shown. */
  public static String signed(String figure) {
    return figure.equals(UNKNOWN) || figure.startsWith("−") || figure.matches("[0.,]+") ? figure : "+" + figure;
  }
}
