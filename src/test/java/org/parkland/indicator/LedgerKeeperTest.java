package org.parkland.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.parkland.land.ExactSum;
import org.parkland.land.Ledger;
import org.parkland.land.LedgerEntry;
import org.parkland.land.LedgerEntry.Change;
import org.parkland.land.Parcel;
import org.parkland.land.Pieces;
import org.parkland.land.PolicyDifference;
import org.parkland.land.PolicyDifference.ClassPart;
import org.parkland.land.RedLinePolicy;

class LedgerKeeperTest {
  private static final RedLinePolicy POLICY = policy(List.of("1001", "1101"), List.of("07", "1001", "11"), List.of());
  private static final RedLinePolicy STRICT = policy(List.of("1001"), List.of("07", "1001", "11"), List.of());
  private static final RedLinePolicy EXTENT = policy(List.of("1001"), List.of("07", "1001", "11"), List.of("201"));

  @Test
  void namesWhatHappenedToEachParcel() {
    ParcelRegister before = register("A 1001 30", "B 0701 70", "C 1101 5", "D 0701 8", "E 0701 9");
    ParcelRegister after = register("A 1001 30", "B 1001 70", "D 0701 10", "E 1101 4", "F 0101 3");
    Ledger ledger = LedgerKeeper.compare(before, after, 0, POLICY);
    assertThat(ledger.entries()).extracting(LedgerEntry::parcel, LedgerEntry::change).containsExactlyInAnyOrder(
        org.assertj.core.groups.Tuple.tuple("B", Change.CHANGED_CLASS),
        org.assertj.core.groups.Tuple.tuple("C", Change.LEFT),
        org.assertj.core.groups.Tuple.tuple("D", Change.CHANGED_SHAPE),
        org.assertj.core.groups.Tuple.tuple("E", Change.CHANGED_CLASS_AND_SHAPE),
        org.assertj.core.groups.Tuple.tuple("F", Change.ENTERED));
    assertThat(ledger.entries().get(0).parcel()).isEqualTo("B");
    assertThat(ledger.before().ratio()).isEqualTo(35 / 122.0);
    assertThat(ledger.after().ratio()).isEqualTo(104 / 114.0);
  }

  @Test
  void partsAddUpToTheChange() {
    Random random = new Random(11);
    for (int run = 0; run < 50; run++) {
      ParcelRegister before = random(random, 400);
      ParcelRegister after = random(random, 400);
      assertAddsUp(LedgerKeeper.compare(before, after, 0, POLICY));
    }
  }

  private static void assertAddsUp(Ledger ledger) {
    ExactSum numerator = ExactSum.of(ledger.unlistedNumeratorM2());
    ExactSum denominator = ExactSum.of(ledger.unlistedDenominatorM2());
    double ratio = ledger.unlistedRatioPart();
    for (LedgerEntry entry : ledger.entries()) {
      numerator.add(entry.numeratorM2());
      denominator.add(entry.denominatorM2());
      ratio += entry.ratioPart();
    }
    assertThat(numerator.m2()).isCloseTo(ledger.after().numeratorM2() - ledger.before().numeratorM2(), within(1e-9));
    assertThat(denominator.m2())
        .isCloseTo(ledger.after().denominatorM2() - ledger.before().denominatorM2(), within(1e-9));
    assertThat(ratio).isCloseTo(ledger.after().ratio() - ledger.before().ratio(), within(1e-13));
  }

  @Test
  void backwardsInTimeEveryPartChangesItsSign() {
    ParcelRegister before = random(new Random(1), 50);
    ParcelRegister after = random(new Random(2), 50);
    List<LedgerEntry> forwards = LedgerKeeper.compare(before, after, 0, POLICY).entries();
    List<LedgerEntry> backwards = LedgerKeeper.compare(after, before, 0, POLICY).entries();
    assertThat(backwards).hasSameSizeAs(forwards);
    for (int i = 0; i < forwards.size(); i++) {
      assertThat(backwards.get(i).ratioPart()).isCloseTo(-forwards.get(i).ratioPart(), within(1e-16));
    }
  }

  @Test
  void coordinatesExportedAnewAreNotListedButNotLostEither() {
    ParcelRegister before = register("A 1001 30", "B 0701 70");
    ParcelRegister after = register("A 1001 30.000001", "B 0701 70");
    Ledger ledger = LedgerKeeper.compare(before, after, 0, POLICY);
    assertThat(ledger.entries()).isEmpty();
    assertThat(ledger.unlisted()).isEqualTo(1);
    assertAddsUp(ledger);
  }

  @Test
  void aNumberThatStandsTwiceIsPairedOff() {
    ParcelRegister before = register("A 0701 10", "A 1001 20");
    ParcelRegister after = register("A 1001 20", "A 0701 11", "A 0101 4");
    Ledger ledger = LedgerKeeper.compare(before, after, 0, POLICY);
    assertAddsUp(ledger);
    assertThat(ledger.after().denominatorM2()).isEqualTo(31);
  }

  @Test
  void fromNothingThereIsNoRatioToChange() {
    Ledger ledger = LedgerKeeper.compare(register(), register("A 1001 30"), 0, POLICY);
    assertThat(ledger.entries()).singleElement().satisfies(each -> assertThat(each.ratioPart()).isNull());
  }

  @Test
  void theDifferenceOfTwoPoliciesIsNamedByClassAndParcel() {
    ParcelRegister register = register("A 1001 30", "B 0701 70", "C 110101 5", "D 110102 8", "E 0101 500");
    PolicyDifference difference = PolicyComparison.of(register, 0, POLICY, STRICT);
    assertThat(difference.classes()).extracting(ClassPart::code).containsExactly("110102", "110101");
    assertThat(difference.classes()).extracting(ClassPart::numeratorM2).containsExactly(-8.0, -5.0);
    assertThat(difference.parcels()).extracting(each -> each.parcel()).containsExactly("D", "C");
    assertAddsUp(difference);
  }

  @Test
  void settlementsMakeADifferenceToo() {
    ParcelRegister register = new ParcelRegister(1);
    register.accept(piece("A", "1001", "201", 30));
    register.accept(piece("B", "1001", null, 10));
    register.accept(piece("C", "0701", "202", 70));
    PolicyDifference difference = PolicyComparison.of(register, 0, STRICT, EXTENT);
    assertThat(difference.second().ratio()).isEqualTo(1);
    assertThat(difference.classes()).hasSize(2);
    assertAddsUp(difference);
  }

  private static void assertAddsUp(PolicyDifference difference) {
    double sum = difference.classes().stream().mapToDouble(ClassPart::ratioPart).sum();
    assertThat(sum).isCloseTo(difference.second().ratio() - difference.first().ratio(), within(1e-14));
  }

  private static ParcelRegister random(Random random, int parcels) {
    String[] codes = {"1001", "100101", "1101", "0701", "0101", "07"};
    ParcelRegister register = new ParcelRegister(1);
    for (int i = 0; i < parcels; i++) {
      if (random.nextInt(5) > 0) {
        register.accept(piece("P" + i, codes[random.nextInt(codes.length)], null, random.nextDouble() * 1e4));
      }
    }
    return register;
  }

  /** Lines of parcel, code and area. */
  private static ParcelRegister register(String... lines) {
    ParcelRegister register = new ParcelRegister(1);
    for (String line : lines) {
      String[] words = line.split(" ");
      register.accept(piece(words[0], words[1], null, Double.parseDouble(words[2])));
    }
    return register;
  }

  private static Pieces piece(String parcel, String code, String settlement, double areaM2) {
    return Pieces.whole(new Parcel(parcel, code, false, settlement, null), areaM2, new int[] {0}, new int[0]);
  }

  private static RedLinePolicy policy(List<String> numerator, List<String> denominator, List<String> settlements) {
    return new RedLinePolicy("test", "", "", numerator, denominator, List.of(), settlements, 0.30,
        org.parkland.geometry.AreaMethod.ELLIPSOIDAL, "leading-use", "test", LocalDate.of(2021, 1, 1));
  }
}
