package org.parkland.indicator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.parkland.indicator.ParcelRegister.Holding;
import org.parkland.land.ExactSum;
import org.parkland.land.Ledger;
import org.parkland.land.LedgerEntry;
import org.parkland.land.LedgerEntry.Change;
import org.parkland.land.RedLine;
import org.parkland.land.RedLinePolicy;

/**
 * Compares two snapshots of one unit, parcel by parcel, and says what each did to the red line.
 *
 * <p>Parcels are matched by number. The policy is applied by class and settlement; land that a policy counts only
 * inside industrial blocks is not split here, and such a policy is refused.
 */
public final class LedgerKeeper {
  /** Areas are registered to 0.01 m²; what differs by less is listed only as a sum. */
  private static final double SMALLEST_M2 = 0.005;

  private final RedLinePolicy policy;
  private final List<Holding> before;
  private final List<Holding> after;
  private final ExactSum numeratorBefore = new ExactSum();
  private final ExactSum denominatorBefore = new ExactSum();
  private final ExactSum numeratorAfter = new ExactSum();
  private final ExactSum denominatorAfter = new ExactSum();
  private final ExactSum unlistedNumerator = new ExactSum();
  private final ExactSum unlistedDenominator = new ExactSum();
  private final List<LedgerEntry> entries = new ArrayList<>();
  private RatioChange ratio;
  private long unlisted;

  private LedgerKeeper(List<Holding> before, List<Holding> after, RedLinePolicy policy) {
    this.before = before;
    this.after = after;
    this.policy = policy;
  }

  /**
   * @param before pieces of the earlier snapshot, in the same units
   * @param after pieces of the later one
   */
  public static Ledger compare(ParcelRegister before, ParcelRegister after, int unit, RedLinePolicy policy) {
    if (!policy.inBlocks().isEmpty()) {
      throw new IllegalArgumentException("a ledger cannot follow policy " + policy.name()
          + ", which counts land inside industrial blocks");
    }
    return new LedgerKeeper(before.in(unit), after.in(unit), policy).ledger();
  }

  private Ledger ledger() {
    before.forEach(each -> count(each, numeratorBefore, denominatorBefore));
    after.forEach(each -> count(each, numeratorAfter, denominatorAfter));
    ratio = new RatioChange(
        numeratorBefore.m2(), denominatorBefore.m2(), numeratorAfter.m2(), denominatorAfter.m2());
    match();
    entries.sort(Comparator.<LedgerEntry>comparingDouble(each -> -weight(each)).thenComparing(LedgerEntry::parcel));
    double n = unlistedNumerator.m2();
    double d = unlistedDenominator.m2();
    return new Ledger(RedLine.of(numeratorBefore.m2(), denominatorBefore.m2(), policy.threshold()),
        RedLine.of(numeratorAfter.m2(), denominatorAfter.m2(), policy.threshold()),
        List.copyOf(entries), unlisted, n, d, ratio.part(n, d));
  }

  private static double weight(LedgerEntry entry) {
    return entry.ratioPart() == null ? Math.abs(entry.areaAfterM2() - entry.areaBeforeM2())
        : Math.abs(entry.ratioPart());
  }

  private void count(Holding holding, ExactSum numerator, ExactSum denominator) {
    Standing standing = standing(holding);
    if (standing == Standing.BOTH) {
      numerator.add(holding.areaM2());
    }
    if (standing != Standing.NEITHER) {
      denominator.add(holding.areaM2());
    }
  }

  private Standing standing(Holding holding) {
    return holding != null && policy.admits(holding.settlement())
        ? Standing.of(holding.code(), policy) : Standing.NEITHER;
  }

  /** Both lists are in the order of the parcels' numbers; equal numbers pair off one by one. */
  private void match() {
    int i = 0;
    int j = 0;
    while (i < before.size() || j < after.size()) {
      int order = i == before.size() ? 1 : j == after.size() ? -1
          : before.get(i).parcel().compareTo(after.get(j).parcel());
      Holding was = order <= 0 ? before.get(i++) : null;
      Holding is = order >= 0 ? after.get(j++) : null;
      enter(was, is);
    }
  }

  private void enter(Holding was, Holding is) {
    double wasM2 = was == null ? 0 : was.areaM2();
    double isM2 = is == null ? 0 : is.areaM2();
    Standing wasStanding = standing(was);
    Standing isStanding = standing(is);
    double n = isStanding.numeratorM2(isM2) - wasStanding.numeratorM2(wasM2);
    double d = isStanding.denominatorM2(isM2) - wasStanding.denominatorM2(wasM2);
    Change change = change(was, is, wasStanding != isStanding);
    if (change == null) {
      if (n != 0 || d != 0) {
        unlisted++;
        unlistedNumerator.add(n);
        unlistedDenominator.add(d);
      }
      return;
    }
    entries.add(new LedgerEntry(was == null ? is.parcel() : was.parcel(), change, was == null ? null : was.code(),
        is == null ? null : is.code(), wasM2, isM2, n, d, ratio.part(n, d)));
  }

  /** Null if nothing changed that is worth a line. */
  private static Change change(Holding was, Holding is, boolean otherStanding) {
    if (was == null) {
      return Change.ENTERED;
    }
    if (is == null) {
      return Change.LEFT;
    }
    boolean otherClass = otherStanding || !Objects.equals(was.code(), is.code());
    boolean otherShape = Math.abs(was.areaM2() - is.areaM2()) >= SMALLEST_M2;
    if (otherClass) {
      return otherShape ? Change.CHANGED_CLASS_AND_SHAPE : Change.CHANGED_CLASS;
    }
    return otherShape ? Change.CHANGED_SHAPE : null;
  }
}
