package org.parkland.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parkland.land.Classification;
import org.parkland.land.LandUseRow;
import org.parkland.land.Parcel;
import org.parkland.land.Pieces;
import org.parkland.land.RedLine;
import org.parkland.land.RedLine.Status;
import org.parkland.land.RedLinePolicy;
import org.parkland.pack.Standards;

class LandUseTallyTest {
  private static final Classification CLASSES =
      Standards.read(Path.of("gis-data/standards")).classification();
  private static final RedLinePolicy POLICY = new RedLinePolicy("test", "", "", List.of("1001", "1101"),
      List.of("07", "1001", "11"), 0.30, "leading-use", "test", LocalDate.of(2021, 1, 1));
  private static final int DISTRICT = 0;
  private static final int ZONE = 1;

  @Test
  void aCutParcelCountsInEachUnitWithItsPiece() {
    LandUseTally tally = new LandUseTally(2);
    tally.accept(cut("100101", false, 100, 100, 40));
    tally.accept(whole("100101", 60, DISTRICT));
    assertThat(tally.landUse(DISTRICT, CLASSES))
        .containsExactly(new LandUseRow("100101", "一类工业用地", 160, 2, 0));
    assertThat(tally.landUse(ZONE, CLASSES))
        .containsExactly(new LandUseRow("100101", "一类工业用地", 40, 1, 0));
    assertThat(tally.coveredM2(DISTRICT)).isEqualTo(160);
  }

  @Test
  void theRoundingOfCoordinatesIsNoParcel() {
    LandUseTally tally = new LandUseTally(2);
    tally.accept(whole("0701", 1e-7, DISTRICT));
    tally.accept(whole("0701", 50, DISTRICT));
    assertThat(tally.landUse(DISTRICT, CLASSES)).singleElement().satisfies(each -> {
      assertThat(each.parcels()).isEqualTo(1);
      assertThat(each.areaM2()).isEqualTo(50 + 1e-7);
    });
  }

  @Test
  void landWithoutACodeIsARowOfItsOwnAndInNoSum() {
    LandUseTally tally = new LandUseTally(2);
    tally.accept(whole(null, 7, DISTRICT));
    tally.accept(whole("0701", 3, DISTRICT));
    assertThat(tally.landUse(DISTRICT, CLASSES)).extracting(LandUseRow::code).containsExactly("0701", null);
    assertThat(tally.redLine(DISTRICT, POLICY).denominatorM2()).isEqualTo(3);
    assertThat(tally.coveredM2(DISTRICT)).isEqualTo(10);
  }

  @Test
  void newIndustryIsNotedAndNotCountedTwice() {
    LandUseTally tally = new LandUseTally(2);
    tally.accept(whole("100101", 10, true, DISTRICT));
    tally.accept(whole("100101", 30, false, DISTRICT));
    assertThat(tally.landUse(DISTRICT, CLASSES))
        .containsExactly(new LandUseRow("100101", "一类工业用地", 40, 2, 10));
    assertThat(tally.redLine(DISTRICT, POLICY).numeratorM2()).isEqualTo(40);
  }

  @Test
  void parentsAreSumsOfTheirClasses() {
    LandUseTally tally = new LandUseTally(2);
    tally.accept(whole("100101", 10, DISTRICT));
    tally.accept(whole("100102", 20, DISTRICT));
    tally.accept(whole("1002", 5, DISTRICT));
    assertThat(tally.landUseWithParents(DISTRICT, CLASSES)).extracting(LandUseRow::code, LandUseRow::areaM2)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("10", 35.0),
            org.assertj.core.groups.Tuple.tuple("1001", 30.0), org.assertj.core.groups.Tuple.tuple("100101", 10.0),
            org.assertj.core.groups.Tuple.tuple("100102", 20.0), org.assertj.core.groups.Tuple.tuple("1002", 5.0));
  }

  @Test
  void exactlyThirtyPercentPasses() {
    assertThat(redLine(30, 70).status()).isEqualTo(Status.PASS);
    assertThat(redLine(30, 70).ratio()).isEqualTo(0.30);
    assertThat(redLine(30, 70).headroomM2()).isZero();
    assertThat(redLine(30, Math.nextUp(70.0)).status()).isEqualTo(Status.BREACH);
    assertThat(redLine(Math.nextDown(30.0), 70).status()).isEqualTo(Status.BREACH);
    assertThat(redLine(3e-3, 7e-3).status()).isIn(Status.PASS, Status.BREACH);
    assertThat(redLine(33_000_000.3, 77_000_000.7).status()).isEqualTo(Status.PASS);
  }

  @Test
  void nothingToDivideByIsNoRatio() {
    LandUseTally tally = new LandUseTally(2);
    tally.accept(whole("0101", 10, DISTRICT));
    RedLine line = tally.redLine(DISTRICT, POLICY);
    assertThat(line.ratio()).isNull();
    assertThat(line.status()).isEqualTo(Status.CANNOT_TELL);
    assertThat(line.status().word()).isEqualTo("cannot-tell");
    assertThat(new LandUseTally(2).redLine(ZONE, POLICY).ratio()).isNull();
  }

  @Test
  void mergingEqualsOneTally() {
    LandUseTally one = new LandUseTally(2);
    LandUseTally left = new LandUseTally(2);
    LandUseTally right = new LandUseTally(2);
    String[] codes = {"100101", "0701", null, "1101"};
    for (int i = 0; i < 1_000; i++) {
      Pieces pieces = cut(codes[i % 4], i % 3 == 0, 100 / 3.0 + i, 100 / 3.0 + i, 1 / 7.0 * i);
      one.accept(pieces);
      (i % 5 < 2 ? left : right).accept(pieces);
    }
    left.merge(right);
    for (int unit : new int[] {DISTRICT, ZONE}) {
      assertThat(left.landUse(unit, CLASSES)).isEqualTo(one.landUse(unit, CLASSES));
      assertThat(left.redLine(unit, POLICY)).isEqualTo(one.redLine(unit, POLICY));
    }
    assertThat(left.parcels()).isEqualTo(1_000);
  }

  /** Every class of the standard is in the denominator of the shipped policy if and only if one of its codes leads. */
  @Test
  void codesStandForThemselvesAndTheirChildrenOnly() {
    CLASSES.classes().forEach(each -> {
      String code = each.code();
      boolean expected = List.of("07", "1001", "11").stream().anyMatch(code::startsWith);
      assertThat(POLICY.inDenominator(code)).as(code).isEqualTo(expected);
    });
    assertThat(POLICY.inDenominator("10")).isFalse();
    assertThat(POLICY.inDenominator(null)).isFalse();
  }

  private static RedLine redLine(double industry, double other) {
    LandUseTally tally = new LandUseTally(1);
    tally.accept(whole("100101", industry, DISTRICT));
    tally.accept(whole("0701", other, DISTRICT));
    return tally.redLine(DISTRICT, POLICY);
  }

  private static Pieces whole(String code, double areaM2, int unit) {
    return whole(code, areaM2, false, unit);
  }

  private static Pieces whole(String code, double areaM2, boolean newIndustry, int unit) {
    return Pieces.whole(new Parcel("P", code, newIndustry, null), areaM2, new int[] {unit}, new int[0]);
  }

  private static Pieces cut(String code, boolean newIndustry, double areaM2, double districtM2, double zoneM2) {
    return Pieces.cut(new Parcel("P", code, newIndustry, null), areaM2, new int[] {DISTRICT, ZONE},
        new double[] {districtM2, zoneM2}, new int[] {1}, new double[] {areaM2 - zoneM2});
  }
}
