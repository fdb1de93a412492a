package org.parkland.land;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExactSumTest {
  /** Terms of 1 m² and more enter without rounding: the sum is the exact sum, rounded once. */
  @Test
  void equalsTheExactDecimalSum() {
    Random random = new Random(7);
    for (int run = 0; run < 200; run++) {
      ExactSum sum = new ExactSum();
      BigDecimal exact = BigDecimal.ZERO;
      for (int i = 0; i < 1_000; i++) {
        double term = (random.nextBoolean() ? 1 : -0.5) * (1 + random.nextDouble() * Math.pow(10, random.nextInt(9)));
        double kept = Math.abs(term) < 1 ? term * 4 : term;
        sum.add(kept);
        exact = exact.add(new BigDecimal(kept));
      }
      assertThat(sum.m2()).isEqualTo(exact.doubleValue());
    }
  }

  @Test
  void termsBelowOneRoundToTheNearestFraction() {
    BigDecimal unit = new BigDecimal(Math.scalb(1.0, -52));
    Random random = new Random(8);
    ExactSum sum = new ExactSum();
    BigDecimal exact = BigDecimal.ZERO;
    for (int i = 0; i < 10_000; i++) {
      double term = random.nextDouble() * Math.pow(10, -random.nextInt(12));
      sum.add(term);
      exact = exact.add(new BigDecimal(term).divide(unit, MathContext.UNLIMITED)
          .setScale(0, RoundingMode.HALF_EVEN).multiply(unit));
    }
    assertThat(sum.m2()).isEqualTo(exact.doubleValue());
  }

  @Test
  void orderAndPartitionDoNotMatter() {
    List<Double> terms = Arrays.asList(new Double[1_000]);
    Random random = new Random(9);
    terms.replaceAll(unused -> random.nextDouble() * 1e7 - 2e6);
    ExactSum forwards = new ExactSum();
    terms.forEach(forwards::add);
    Collections.shuffle(terms, random);
    ExactSum left = new ExactSum();
    ExactSum right = new ExactSum();
    for (int i = 0; i < terms.size(); i++) {
      (i % 3 == 0 ? left : right).add(terms.get(i));
    }
    left.add(right);
    assertThat(left).isEqualTo(forwards).hasSameHashCodeAs(forwards);
    left.subtract(forwards);
    assertThat(left.isZero()).isTrue();
  }

  @Test
  void refusesWhatIsNoArea() {
    assertThatThrownBy(() -> ExactSum.of(1, Double.NaN)).isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> ExactSum.of(Double.POSITIVE_INFINITY)).isInstanceOf(ArithmeticException.class);
  }
}
