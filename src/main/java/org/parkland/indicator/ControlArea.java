package org.parkland.indicator;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Adjusts areas to a control area (控制面积平差): each in proportion, in whole steps of 0.01 m², and their sum is the
 * control area to the last step. The steps that rounding leaves over go to the largest remainders.
 *
 * @param adjustedM2 in the order of the raw areas, each a whole number of 0.01 m²
 * @param residualM2 control area minus the sum of the raw areas: what was shared out
 */
public record ControlArea(List<BigDecimal> adjustedM2, BigDecimal residualM2) {
  private static final int DIGITS = 2;

  private record Step(int parcel, BigDecimal remainder, double areaM2) {}

  /**
   * @param rawM2 computed areas, none negative, not all zero
   * @param controlM2 fixed by the level above
   */
  public static ControlArea adjust(List<Double> rawM2, BigDecimal controlM2) {
    BigDecimal sum = rawM2.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (sum.signum() <= 0 || rawM2.stream().anyMatch(each -> each < 0) || controlM2.signum() < 0) {
      throw new IllegalArgumentException("control-area adjustment needs areas, got a sum of " + sum + " m²");
    }
    BigDecimal control = controlM2.setScale(DIGITS, RoundingMode.HALF_UP);
    List<BigDecimal> adjusted = new ArrayList<>();
    List<Step> steps = new ArrayList<>();
    BigDecimal given = BigDecimal.ZERO;
    for (int i = 0; i < rawM2.size(); i++) {
      BigDecimal share = new BigDecimal(rawM2.get(i)).multiply(control).divide(sum, MathContext.DECIMAL128);
      BigDecimal whole = share.setScale(DIGITS, RoundingMode.FLOOR);
      adjusted.add(whole);
      steps.add(new Step(i, share.subtract(whole), rawM2.get(i)));
      given = given.add(whole);
    }
    giveRest(adjusted, steps, control.subtract(given));
    return new ControlArea(List.copyOf(adjusted), control.subtract(sum));
  }

  /** Equal remainders: the larger parcel first, then the earlier one. */
  private static void giveRest(List<BigDecimal> adjusted, List<Step> steps, BigDecimal rest) {
    steps.sort(Comparator.comparing(Step::remainder).reversed()
        .thenComparing(Step::areaM2, Comparator.reverseOrder()).thenComparing(Step::parcel));
    int count = rest.movePointRight(DIGITS).intValueExact();
    for (int i = 0; i < count; i++) {
      adjusted.set(steps.get(i).parcel(), adjusted.get(steps.get(i).parcel()).add(BigDecimal.ONE.movePointLeft(DIGITS)));
    }
  }
}
