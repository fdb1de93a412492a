package org.parkland.indicator;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.parkland.land.Doubt;
import org.parkland.land.Doubt.Reading;
import org.parkland.land.RedLine;
import org.parkland.land.RedLine.Status;

/**
 * The red line with its doubts. Each doubt is read in one of its ways, independently of the others; over all
 * combinations there is a lowest and a highest ratio, and a least and a greatest headroom.
 *
 * <p>The extreme ratio (N + Σn) / (D + Σd) is found by Dinkelbach's method: with the best ratio r so far, each
 * doubt is read so that n − r·d is extreme, which gives a better r, until none is better. It ends after finitely
 * many steps, in practice three or four.
 */
public final class RedLineVerdict {
  private static final int STEPS = 100;

  private final double numeratorM2;
  private final double denominatorM2;
  private final List<Doubt> doubts;

  private RedLineVerdict(double numeratorM2, double denominatorM2, List<Doubt> doubts) {
    this.numeratorM2 = numeratorM2;
    this.denominatorM2 = denominatorM2;
    this.doubts = doubts;
  }

  /**
   * @param numeratorM2 as the data stand
   * @param denominatorM2 as the data stand
   */
  public static RedLine of(double numeratorM2, double denominatorM2, double threshold, List<Doubt> doubts) {
    RedLine plain = RedLine.of(numeratorM2, denominatorM2, threshold);
    if (doubts.isEmpty()) {
      return plain;
    }
    RedLineVerdict test = new RedLineVerdict(numeratorM2, denominatorM2, doubts);
    Double lowest = test.extremeRatio(-1);
    Double highest = test.extremeRatio(1);
    Status status = lowest == null ? Status.CANNOT_TELL : test.status(threshold);
    return new RedLine(numeratorM2, denominatorM2, plain.ratio(), plain.headroomM2(), status, lowest, highest,
        status == Status.CANNOT_TELL ? test.deciding(threshold) : List.of());
  }

  private Status status(double threshold) {
    if (extremeHeadroom(threshold, -1).signum() >= 0) {
      return Status.PASS;
    }
    return extremeHeadroom(threshold, 1).signum() < 0 ? Status.BREACH : Status.CANNOT_TELL;
  }

  /** Exact, so that a share that can only be just 30.00% passes. */
  private BigDecimal extremeHeadroom(double threshold, int sign) {
    BigDecimal sum = RedLine.headroom(numeratorM2, denominatorM2, threshold);
    for (Doubt doubt : doubts) {
      BigDecimal extreme = null;
      for (Reading reading : doubt.readings()) {
        BigDecimal each = RedLine.headroom(reading.numeratorM2(), reading.denominatorM2(), threshold);
        if (extreme == null || each.compareTo(extreme) * sign > 0) {
          extreme = each;
        }
      }
      sum = sum.add(extreme);
    }
    return sum;
  }

  /** Null if no combination of readings has a denominator. */
  private Double extremeRatio(int sign) {
    double ratio = sign > 0 ? 0 : 1;
    boolean found = false;
    for (int step = 0; step < STEPS; step++) {
      double numerator = numeratorM2;
      double denominator = denominatorM2;
      for (Doubt doubt : doubts) {
        Reading best = extreme(doubt, ratio, sign);
        numerator += best.numeratorM2();
        denominator += best.denominatorM2();
      }
      if (!(denominator > 0)) {
        break;
      }
      double next = Math.max(0, Math.min(1, numerator / denominator));
      if (found && (next - ratio) * sign <= 0) {
        break;
      }
      ratio = next;
      found = true;
    }
    return found ? Double.valueOf(ratio) : ratioWhereThereIsLand();
  }

  /** Of equally good readings, the one with more land: it keeps the ratio defined. */
  private static Reading extreme(Doubt doubt, double ratio, int sign) {
    return doubt.readings().stream().max(
        Comparator.<Reading>comparingDouble(each -> sign * each.headroomM2(ratio))
            .thenComparingDouble(Reading::denominatorM2)).orElseThrow();
  }

  private Double ratioWhereThereIsLand() {
    double numerator = numeratorM2;
    double denominator = denominatorM2;
    for (Doubt doubt : doubts) {
      Reading most = doubt.readings().stream().max(Comparator.comparingDouble(Reading::denominatorM2)).orElseThrow();
      numerator += most.numeratorM2();
      denominator += most.denominatorM2();
    }
    return denominator > 0 ? Double.valueOf(numerator / denominator) : null;
  }

  private List<Doubt> deciding(double threshold) {
    return doubts.stream().filter(each -> each.spreadM2(threshold) > 0)
        .sorted(Comparator.<Doubt>comparingDouble(each -> -each.spreadM2(threshold)).thenComparing(Doubt::subject))
        .toList();
  }
}
