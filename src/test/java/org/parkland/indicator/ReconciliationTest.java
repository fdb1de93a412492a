package org.parkland.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.parkland.land.ParcelAreas;

class ReconciliationTest {
  @Test
  void largestRemaindersGetTheLastSteps() {
    ControlArea adjusted = ControlArea.adjust(List.of(1.0, 1.0, 1.0), new BigDecimal("10.00"));
    assertThat(adjusted.adjustedM2()).extracting(BigDecimal::toPlainString).containsExactly("3.34", "3.33", "3.33");
    assertThat(adjusted.residualM2()).isEqualByComparingTo("7");
    assertThat(ControlArea.adjust(List.of(2.0, 1.0), new BigDecimal("0.01")).adjustedM2())
        .extracting(BigDecimal::toPlainString).containsExactly("0.01", "0.00");
  }

  @Test
  void adjustedAreasAlwaysAddUpToTheControlArea() {
    Random random = new Random(4);
    for (int run = 0; run < 100; run++) {
      List<Double> raw = new ArrayList<>();
      for (int i = 0; i < 1 + random.nextInt(300); i++) {
        raw.add(random.nextDouble() * 1e5);
      }
      BigDecimal sum = raw.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
      BigDecimal control = sum.multiply(BigDecimal.valueOf(1 + (random.nextDouble() - 0.5) * 1e-4))
          .setScale(2, java.math.RoundingMode.HALF_UP);
      List<BigDecimal> adjusted = ControlArea.adjust(raw, control).adjustedM2();
      assertThat(adjusted.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).isEqualByComparingTo(control);
      for (int i = 0; i < raw.size(); i++) {
        double share = raw.get(i) * control.doubleValue() / sum.doubleValue();
        assertThat(Math.abs(adjusted.get(i).doubleValue() - share)).isLessThan(0.010001);
      }
    }
  }

  @Test
  void nothingToAdjustIsRefused() {
    assertThatThrownBy(() -> ControlArea.adjust(List.of(), BigDecimal.TEN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ControlArea.adjust(List.of(5.0, -1.0), BigDecimal.TEN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void parcelsBeyondTheToleranceAreNamed() {
    Reconciliation result = Reconciliation.of(List.of(
        new ParcelAreas("agrees", 1_000, 1_000.4, 999.8),
        new ParcelAreas("registered too large", 1_000, 1_020.0, null),
        new ParcelAreas("approved too small", 1_000, 1_000.0, 900.0),
        new ParcelAreas("nothing known", 500, null, null)), 0.5, 0.001);
    assertThat(result.computedM2()).isEqualTo(3_500);
    assertThat(result.registeredM2()).isEqualTo(3_020.4);
    assertThat(result.approvedM2()).isEqualTo(1_899.8);
    assertThat(result.differences()).extracting(each -> each.areas().parcel())
        .containsExactly("approved too small", "registered too large");
  }
}
