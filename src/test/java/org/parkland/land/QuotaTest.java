package org.parkland.land;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuotaTest {
  private static final District.Quota QUOTA =
      new District.Quota("D", Map.of(2023, 365_000.0, 2024, 366_000.0, 2025, 365_000.0), "test");

  @Test
  void wholeYearsAreTheirSum() {
    assertThat(QUOTA.betweenM2(LocalDate.of(2022, 12, 31), LocalDate.of(2025, 12, 31))).isEqualTo(1_096_000);
  }

  @Test
  void partsOfYearsAreSharedByDays() {
    assertThat(QUOTA.betweenM2(LocalDate.of(2023, 12, 21), LocalDate.of(2024, 1, 31))).isCloseTo(41_000, within(1e-6));
    assertThat(QUOTA.betweenM2(LocalDate.of(2024, 2, 1), LocalDate.of(2024, 2, 11))).isCloseTo(10_000, within(1e-6));
  }

  @Test
  void aYearThatIsNotPlannedLeavesItOpen() {
    assertThat(QUOTA.betweenM2(LocalDate.of(2021, 12, 31), LocalDate.of(2023, 12, 31))).isNull();
  }
}
