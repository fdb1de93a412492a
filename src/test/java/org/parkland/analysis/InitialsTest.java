package org.parkland.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitialsTest {
  @ParameterizedTest
  @CsvSource({"外海街道, whjd", "江海区, jhq", "安全应急产业园, aqyjcyy", "礼乐, ll", "礼乐, ly", "B1产业园2号, b1cyy2h",
      "长安, ca", "长安, za", "（示例）机械, sljx"})
  void asPlannersTypeThem(String text, String initials) {
    assertThat(Initials.of(text)).contains(initials);
  }

  @ParameterizedTest
  @CsvSource({"GB00012", "Waihai", "''", "--"})
  void textWithoutChineseHasNone(String text) {
    assertThat(Initials.of(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"长长长长长长长长"})
  void manyReadingsDoNotMultiply(String text) {
    assertThat(Initials.of(text)).hasSizeLessThanOrEqualTo(4).contains("zzzzzzzz", "czzzzzzz");
  }
}
