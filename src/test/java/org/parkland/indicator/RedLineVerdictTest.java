package org.parkland.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.parkland.land.Classification;
import org.parkland.land.Doubt;
import org.parkland.land.Doubt.Cause;
import org.parkland.land.Doubt.Reading;
import org.parkland.land.Parcel;
import org.parkland.land.Pieces;
import org.parkland.land.RedLine;
import org.parkland.land.RedLine.Status;
import org.parkland.land.RedLinePolicy;
import org.parkland.pack.Standards;

class RedLineVerdictTest {
  private static final Classification CLASSES = Standards.read(Path.of("gis-data/standards")).classification();
  private static final RedLinePolicy POLICY = new RedLinePolicy("test", "", "", List.of("1001", "1101"),
      List.of("07", "1001", "11"), 0.30, "leading-use", "test", LocalDate.of(2021, 1, 1));
  private static final PossibleUses USES = PossibleUses.asDelivered(CLASSES);

  @Test
  void withoutDoubtsTheIntervalIsThePoint() {
    RedLine line = RedLineVerdict.of(31, 100, 0.30, List.of());
    assertThat(line.lowest()).isEqualTo(line.highest()).isEqualTo(0.31);
    assertThat(line.status()).isEqualTo(Status.PASS);
  }

  @Test
  void landWithoutACodeMayBeAnything() {
    RedLine line = RedLineVerdict.of(30, 100, 0.30, List.of(anything("P1", 10)));
    assertThat(line.lowest()).isEqualTo(30 / 110.0);
    assertThat(line.highest()).isEqualTo(40 / 110.0);
    assertThat(line.ratio()).isEqualTo(0.30);
    assertThat(line.status()).isEqualTo(Status.CANNOT_TELL);
    assertThat(line.deciding()).extracting(Doubt::subject).containsExactly("P1");
  }

  @Test
  void aDoubtTooSmallToMatterLeavesTheVerdict() {
    assertThat(RedLineVerdict.of(40, 100, 0.30, List.of(anything("P1", 10))).status()).isEqualTo(Status.PASS);
    assertThat(RedLineVerdict.of(20, 100, 0.30, List.of(anything("P1", 10))).status()).isEqualTo(Status.BREACH);
  }

  /** 33 of 110 is just 30%: even with all of the doubtful land against it, it passes. */
  @Test
  void exactlyTheThresholdAtTheLowEndPasses() {
    assertThat(RedLineVerdict.of(33, 100, 0.30, List.of(anything("P1", 10))).status()).isEqualTo(Status.PASS);
    assertThat(RedLineVerdict.of(33, 100, 0.30, List.of(anything("P1", 10.001))).status())
        .isEqualTo(Status.CANNOT_TELL);
  }

  @Test
  void withoutALandToDivideByThereIsNoInterval() {
    RedLine line = RedLineVerdict.of(0, 0, 0.30, List.of(
        new Doubt(Cause.AMBIGUOUS_CODE, "P", 5, List.of(new Reading(0, 0), new Reading(0, 0)))));
    assertThat(line.lowest()).isNull();
    assertThat(line.status()).isEqualTo(Status.CANNOT_TELL);
  }

  /** Against all combinations of readings. */
  @Test
  void theIntervalIsThatOfAllCombinations() {
    Random random = new Random(3);
    for (int run = 0; run < 500; run++) {
      List<Doubt> doubts = new ArrayList<>();
      int count = 1 + random.nextInt(5);
      for (int i = 0; i < count; i++) {
        doubts.add(random.nextBoolean() ? anything("P" + i, 1 + random.nextInt(20))
            : doubt("P" + i, random.nextInt(10)));
      }
      double n = 50 + random.nextInt(30);
      double d = 140 + random.nextInt(60);
      double[] extremes = {1, 0};
      combine(doubts, 0, n, d, extremes);
      RedLine line = RedLineVerdict.of(n, d, 0.30, doubts);
      assertThat(line.lowest()).isCloseTo(extremes[0], within(1e-15));
      assertThat(line.highest()).isCloseTo(extremes[1], within(1e-15));
    }
  }

  private static void combine(List<Doubt> doubts, int at, double n, double d, double[] extremes) {
    if (at == doubts.size()) {
      extremes[0] = Math.min(extremes[0], n / d);
      extremes[1] = Math.max(extremes[1], n / d);
      return;
    }
    doubts.get(at).readings().forEach(each ->
        combine(doubts, at + 1, n + each.numeratorM2(), d + each.denominatorM2(), extremes));
  }

  @Test
  void anOverlapAndAnUnknownCodeNearTheThresholdAreNamed() {
    LandUseTally tally = new LandUseTally(1);
    Doubts doubts = new Doubts(POLICY, USES);
    Parcel industry = parcel("I", "100101");
    Parcel housing = parcel("H", "070102");
    for (Pieces each : List.of(whole(industry, 300), whole(housing, 699), whole(parcel("X", "M9"), 4))) {
      tally.accept(each);
      doubts.accept(each);
    }
    doubts.overlap(0, industry, housing, 2);
    doubts.gap(0, "zone-1", 1_001, tally.coveredM2(0) - 2);
    RedLine line = tally.redLine(0, POLICY, null, doubts.of(0));
    assertThat(line.status()).isEqualTo(Status.CANNOT_TELL);
    assertThat(line.deciding()).extracting(Doubt::cause, Doubt::subject).containsExactly(
        org.assertj.core.groups.Tuple.tuple(Cause.UNKNOWN_CODE, "X"),
        org.assertj.core.groups.Tuple.tuple(Cause.PARCELS_OVERLAP, "I × H"));
    assertThat(line.lowest()).isCloseTo((300 - 2) / (999 - 2 + 4.0), within(1e-12));
    assertThat(line.highest()).isCloseTo(304 / (1_003 - 2.0), within(1e-12));
  }

  @Test
  void anAmbiguousCrosswalkMattersOnlyIfItsClassesStandDifferently() {
    PossibleUses either = parcel -> parcel.landUse().equals("0701") ? List.of("0701", "1101") : List.of("0101", "0301");
    Doubts doubts = new Doubts(POLICY, either);
    doubts.accept(whole(parcel("A", "0701"), 10));
    doubts.accept(whole(parcel("B", "0101"), 20));
    assertThat(doubts.of(0)).singleElement().satisfies(each -> {
      assertThat(each.subject()).isEqualTo("A");
      assertThat(each.readings()).containsExactly(new Reading(0, 0), new Reading(10, 0));
    });
  }

  @Test
  void gapsAndUnreadableParcels() {
    Doubts doubts = new Doubts(POLICY, USES);
    doubts.gap(0, "zone-1", 1_000, 1_000 - 1e-4);
    assertThat(doubts.of(0)).as("rounding").isEmpty();
    doubts.gap(0, "zone-1", 1_000, 990);
    doubts.unreadable(0, "lost", "0101", 5);
    doubts.unreadable(0, "torn", "1001", 7);
    assertThat(doubts.of(0)).extracting(Doubt::subject).containsExactly("zone-1", "torn");
    assertThat(doubts.of(0).get(1).readings()).containsExactly(new Reading(0, 0), new Reading(7, 7));
  }

  /** Far more than are named: the rest stays in the interval as a sum, however the work was shared. */
  @Test
  void manyDoubtfulParcelsStayInTheInterval() {
    Doubts one = new Doubts(POLICY, USES);
    Doubts left = new Doubts(POLICY, USES);
    Doubts right = new Doubts(POLICY, USES);
    Random random = new Random(5);
    double sum = 0;
    for (int i = 0; i < 5_000; i++) {
      Pieces piece = whole(parcel("P" + i, null), Math.rint(random.nextDouble() * 1_000) / 8);
      sum += piece.areaM2();
      one.accept(piece);
      (random.nextBoolean() ? left : right).accept(piece);
    }
    left.merge(right);
    assertThat(left.of(0)).isEqualTo(one.of(0)).hasSizeLessThan(300);
    RedLine line = RedLineVerdict.of(0, sum, 0.30, one.of(0));
    assertThat(line.highest()).isEqualTo(0.5);
    assertThat(line.lowest()).isEqualTo(0);
  }

  @Test
  void landInBlocksCountsInBothAreasOnlyThere() {
    RedLinePolicy policy = new RedLinePolicy("blocks", "", "", List.of("1001"), List.of("07", "1001"),
        List.of("1204"), List.of(), 0.30, org.parkland.geometry.AreaMethod.ELLIPSOIDAL, "leading-use", "test",
        LocalDate.of(2021, 1, 1));
    LandUseTally all = new LandUseTally(1);
    all.accept(whole(parcel("I", "100101"), 20));
    all.accept(whole(parcel("H", "0701"), 70));
    all.accept(whole(parcel("port", "1204"), 50));
    LandUseTally inBlocks = new LandUseTally(1);
    inBlocks.accept(whole(parcel("port", "1204"), 10));
    inBlocks.accept(whole(parcel("I", "100101"), 15));
    RedLine line = all.redLine(0, policy, inBlocks, List.of());
    assertThat(line.numeratorM2()).isEqualTo(30);
    assertThat(line.denominatorM2()).isEqualTo(100);
    assertThat(line.status()).isEqualTo(Status.PASS);
  }

  @Test
  void onlyTheSettlementsOfThePolicyCount() {
    RedLinePolicy policy = new RedLinePolicy("extent", "", "", List.of("1001"), List.of("07", "1001"),
        List.of(), List.of("201", "203"), 0.30, org.parkland.geometry.AreaMethod.ELLIPSOIDAL, "leading-use", "test",
        LocalDate.of(2021, 1, 1));
    LandUseTally tally = new LandUseTally(1);
    tally.accept(whole(new Parcel("a", "1001", false, "201", null), 30));
    tally.accept(whole(new Parcel("b", "1001", false, "204", null), 500));
    tally.accept(whole(new Parcel("c", "0701", false, "203", null), 70));
    tally.accept(whole(new Parcel("d", "0701", false, null, null), 900));
    assertThat(tally.redLine(0, policy).ratio()).isEqualTo(0.30);
    assertThat(tally.landUse(0, CLASSES)).extracting(each -> each.areaM2()).containsExactly(970.0, 530.0);
  }

  private static Doubt anything(String parcel, double areaM2) {
    return new Doubt(Cause.NO_CODE, parcel, areaM2,
        List.of(new Reading(0, 0), new Reading(0, areaM2), new Reading(areaM2, areaM2)));
  }

  private static Doubt doubt(String parcel, double areaM2) {
    return new Doubt(Cause.PARCELS_OVERLAP, parcel, areaM2,
        List.of(new Reading(-areaM2, -areaM2), new Reading(0, -areaM2)));
  }

  private static Parcel parcel(String id, String code) {
    return new Parcel(id, code, false, null);
  }

  private static Pieces whole(Parcel parcel, double areaM2) {
    return Pieces.whole(parcel, areaM2, new int[] {0}, new int[0]);
  }
}
