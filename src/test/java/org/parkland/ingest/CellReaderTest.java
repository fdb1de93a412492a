package org.parkland.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parkland.land.Attribute;
import org.parkland.land.Attribute.Type;

class CellReaderTest {
  @ParameterizedTest
  @CsvSource({"2015/7/1", "2015-07-01", "20150701", "2015年7月1日", "2015.7.1", "２０１５－０７－０１", "2015-07-01 00:00:00",
      "2015-07-01T12:00:00Z", "42186", "1435680000000"})
  void everyFormOfADateIsTheSameDay(String text) {
    assertThat(read(Type.DATE, "SJ", text)).isEqualTo(LocalDate.of(2015, 7, 1));
  }

  @Test
  void numbersMayCarryADate() {
    assertThat(read(Type.DATE, "SJ", 20150701.0)).isEqualTo(LocalDate.of(2015, 7, 1));
    assertThat(read(Type.DATE, "SJ", 42186)).isEqualTo(LocalDate.of(2015, 7, 1));
  }

  @ParameterizedTest
  @CsvSource({"2015-13-01", "2015-02-30", "soon", "12"})
  void whatIsNoDateIsRefused(String text) {
    assertThatThrownBy(() -> read(Type.DATE, "SJ", text)).isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'" + text + "' is not a date");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"1,234.5 | 1234.5", "１２３４．５ | 1234.5", "1，234.5 | 1234.5", " 7 | 7", "-3e2 | -300"})
  void numbersAreReadAsPlannersWriteThem(String text, double value) {
    assertThat(read(Type.NUMBER, "CJJE", text)).isEqualTo(value);
  }

  @Test
  void areasInMuAndHectaresBecomeSquareMetres() {
    assertThat((Double) read(Type.AREA, "面积(亩)", "3")).isCloseTo(2_000, within(1e-9));
    assertThat(read(Type.AREA, "面积（公顷）", "0.5")).isEqualTo(5_000.0);
    assertThat(read(Type.AREA, "ZDMJ", 12.34)).isEqualTo(12.34);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"12.5亩 | 8333.333333", "0.0667公顷 | 667", "667㎡ | 667", "1,234.5 平方米 | 1234.5",
      "１２．５ 万平方米 | 125000", "0.5ha | 5000", "2 km2 | 2000000"})
  void aUnitInTheCellComesBeforeTheOneOfTheColumn(String text, double m2) {
    assertThat((Double) read(Type.AREA, "面积(亩)", text)).isCloseTo(m2, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"价款 | 1200 | 1200", "价款(元) | 12,000,000 | 1200", "价款 | 0.12亿元 | 1200",
      "价款（亿元） | 0.12 | 1200", "价款 | 1200万 | 1200"})
  void moneyIsTenThousands(String column, String text, double wan) {
    Attribute price = new Attribute("price_wan", Type.NUMBER, false, false, "万元", "价款", "Price", List.of());
    assertThat((Double) new CellReader(price, column).read(text)).isCloseTo(wan, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"12,5", "1,23,456", "Infinity", "0x1p3", "12d", "1e999", "5-6"})
  void whatOnlyLooksLikeANumberIsRefused(String text) {
    assertThatThrownBy(() -> read(Type.NUMBER, "CJJE", text)).hasMessage("'" + text + "' is not a number");
  }

  @ParameterizedTest
  @CsvSource({"-", "/", "——", "无", "NULL", "<空>"})
  void signsForNothingAreNothing(String text) {
    assertThat(read(Type.DATE, "SJ", text)).isNull();
    assertThat(read(Type.AREA, "ZDMJ", text)).isNull();
    assertThat(read(Type.TEXT, "ZL", text)).isEqualTo(text);
  }

  @Test
  void serialDaysMayHaveHours() {
    assertThat(read(Type.DATE, "SJ", "42186.5")).isEqualTo(LocalDate.of(2015, 7, 1));
    assertThat(read(Type.DATE, "SJ", 42186.5)).isEqualTo(LocalDate.of(2015, 7, 1));
  }

  @Test
  void codesDeliveredAsNumbersKeepTheirDigits() {
    assertThat(read(Type.CLASS, "YDYHFLDM", 1001.0)).isEqualTo("1001");
    assertThat(read(Type.CLASS, "YDYHFLDM", "１００１")).isEqualTo("1001");
  }

  @Test
  void flagsSpeakTwoLanguages() {
    assertThat(List.of("是", "Y", "1", "TRUE")).allSatisfy(each -> assertThat(read(Type.FLAG, "F", each)).isEqualTo(true));
    assertThat(List.of("否", "n", "0", "False")).allSatisfy(each -> assertThat(read(Type.FLAG, "F", each)).isEqualTo(false));
    assertThatThrownBy(() -> read(Type.FLAG, "F", "maybe")).hasMessage("'maybe' is neither yes nor no");
  }

  @Test
  void blankIsNothing() {
    assertThat(read(Type.TEXT, "ZL", "  ")).isNull();
    assertThat(read(Type.NUMBER, "CJJE", "")).isNull();
  }

  private static Object read(Type type, String column, Object cell) {
    return new CellReader(new Attribute("a", type, false, false, null, "甲", "A", List.of()), column).read(cell);
  }
}
