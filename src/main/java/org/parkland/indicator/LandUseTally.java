package org.parkland.indicator;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.parkland.land.Classification;
import org.parkland.land.Doubt;
import org.parkland.land.ExactSum;
import org.parkland.land.LandUseClass;
import org.parkland.land.LandUseRow;
import org.parkland.land.OverlayFinding;
import org.parkland.land.PieceCollector;
import org.parkland.land.Pieces;
import org.parkland.land.RedLine;
import org.parkland.land.RedLinePolicy;

/**
 * Land use per unit: area and number of parcels by class code, from pieces.
 *
 * <p>A parcel that a unit cuts counts in every unit it has a piece in, with that piece's area. Land without a code
 * is kept apart under null. Land flagged M0 stays in its class and is noted beside it.
 */
public final class LandUseTally implements PieceCollector<LandUseTally>, Serializable {
  private static final long serialVersionUID = 1L;

  private final int units;
  /** By settlement, by code, then by unit; null where the class has no land in the unit. */
  private final Map<String, Map<String, ClassSum[]>> bySettlement = new HashMap<>();
  private final List<OverlayFinding> findings = new ArrayList<>();
  private long parcels;

  /** @param units how many units the overlay was prepared with */
  public LandUseTally(int units) {
    this.units = units;
  }

  /** A tally that was kept as {@link #sums()}. */
  public static LandUseTally of(int units, TallySums kept) {
    LandUseTally tally = new LandUseTally(units);
    tally.parcels = kept.parcels();
    tally.findings.addAll(kept.findings());
    kept.classes().forEach(each -> tally.sums(each.settlement(), each.code())[each.unit()] = new ClassSum(
        ExactSum.of(each.areaM2()), ExactSum.of(each.newIndustryM2()), each.parcels()));
    return tally;
  }

  /** Everything in it, unrounded, in a fixed order. */
  public TallySums sums() {
    List<TallySums.OfClass> classes = new ArrayList<>();
    bySettlement.forEach((settlement, byCode) -> byCode.forEach((code, sums) -> {
      for (int unit = 0; unit < units; unit++) {
        if (sums[unit] != null) {
          classes.add(new TallySums.OfClass(settlement, code, unit, sums[unit].areaM2().exactM2(),
              sums[unit].newIndustryM2().exactM2(), sums[unit].parcels()));
        }
      }
    }));
    Collections.sort(classes);
    return new TallySums(classes, parcels, findings());
  }

  /** How it travels between machines: without the empty places of units it has no land in. */
  private record Travelling(int units, TallySums sums) implements Serializable {
    private Object readResolve() {
      return of(units, sums);
    }
  }

  private Object writeReplace() {
    return new Travelling(units, sums());
  }

  @Override
  public void accept(Pieces pieces) {
    parcels++;
    if (pieces.size() == 0) {
      return;
    }
    ClassSum[] sums = sums(pieces.parcel().settlement(), pieces.parcel().landUse());
    boolean newIndustry = pieces.parcel().newIndustry();
    for (int i = 0; i < pieces.size(); i++) {
      sum(sums, pieces.unit(i)).add(pieces.pieceM2(i), newIndustry);
    }
  }

  /** Takes back a parcel that was counted; what remains is to the last bit what it would be without it. */
  public void remove(Pieces pieces) {
    parcels--;
    if (pieces.size() == 0) {
      return;
    }
    ClassSum[] sums = sums(pieces.parcel().settlement(), pieces.parcel().landUse());
    boolean newIndustry = pieces.parcel().newIndustry();
    for (int i = 0; i < pieces.size(); i++) {
      int unit = pieces.unit(i);
      sum(sums, unit).remove(pieces.pieceM2(i), newIndustry);
      if (sums[unit].isEmpty()) {
        sums[unit] = null;
      }
    }
  }

  /** Takes back a finding about a parcel that is no more. */
  public void remove(OverlayFinding finding) {
    findings.remove(finding);
  }

  private ClassSum[] sums(String settlement, String code) {
    Map<String, ClassSum[]> byCode = bySettlement.get(settlement);
    if (byCode == null) {
      byCode = new HashMap<>();
      bySettlement.put(settlement, byCode);
    }
    ClassSum[] sums = byCode.get(code);
    if (sums == null) {
      sums = new ClassSum[units];
      byCode.put(code, sums);
    }
    return sums;
  }

  private static ClassSum sum(ClassSum[] sums, int unit) {
    ClassSum sum = sums[unit];
    if (sum == null) {
      sum = new ClassSum();
      sums[unit] = sum;
    }
    return sum;
  }

  @Override
  public void accept(OverlayFinding finding) {
    findings.add(finding);
  }

  @Override
  public void merge(LandUseTally other) {
    parcels += other.parcels;
    findings.addAll(other.findings);
    other.bySettlement.forEach((settlement, byCode) -> byCode.forEach((code, theirs) -> {
      ClassSum[] ours = sums(settlement, code);
      for (int unit = 0; unit < units; unit++) {
        if (theirs[unit] != null) {
          sum(ours, unit).add(theirs[unit]);
        }
      }
    }));
  }

  /** Parcels seen, whether or not they lie in a unit. */
  public long parcels() {
    return parcels;
  }

  /** What the overlay reported, in the order of the parcels' numbers. */
  public List<OverlayFinding> findings() {
    List<OverlayFinding> sorted = new ArrayList<>(findings);
    Collections.sort(sorted);
    return sorted;
  }

  /** Codes that have land in a unit, in their order; null, last, if some land has none. */
  public Set<String> codes(int unit) {
    return sums(unit).keySet();
  }

  /** Square metres of all pieces in a unit. */
  public double coveredM2(int unit) {
    return sumOf(unit, (settlement, code) -> true).m2();
  }

  /** Square metres in a unit of the classes that a test lets pass; the test is given null for land without code. */
  public double areaM2(int unit, Predicate<String> codes) {
    return sumOf(unit, (settlement, code) -> codes.test(code)).m2();
  }

  /** Square metres flagged M0 in a unit, of the classes that a test lets pass. */
  public double newIndustryM2(int unit, Predicate<String> codes) {
    ExactSum total = new ExactSum();
    eachClass(unit, (settlement, code, sum) -> {
      if (codes.test(code)) {
        total.add(sum.newIndustryM2());
      }
    });
    return total.m2();
  }

  private ExactSum sumOf(int unit, BiPredicate<String, String> settlementAndCode) {
    ExactSum total = new ExactSum();
    eachClass(unit, (settlement, code, sum) -> {
      if (settlementAndCode.test(settlement, code)) {
        total.add(sum.areaM2());
      }
    });
    return total;
  }

  /** One row per code that stands in the data, by code; the row of land without a code last. */
  public List<LandUseRow> landUse(int unit, Classification classification) {
    return rows(sums(unit), classification);
  }

  /** As {@link #landUse}, with the sums of all parents (levels 1 to 3) as rows of their own before their classes. */
  public List<LandUseRow> landUseWithParents(int unit, Classification classification) {
    Map<String, ClassSum> rows = newRows();
    sums(unit).forEach((code, sum) -> {
      for (String ancestor : withAncestors(code)) {
        rows.computeIfAbsent(ancestor, unused -> new ClassSum()).add(sum);
      }
    });
    return rows(rows, classification);
  }

  private static List<String> withAncestors(String code) {
    List<String> codes = new ArrayList<>();
    codes.add(code);
    for (int level = 1; code != null && 2 * level < code.length(); level++) {
      codes.add(Classification.atLevel(code, level));
    }
    return codes;
  }

  /** What {@link #eachClass} hands over. */
  @FunctionalInterface
  interface ClassVisitor {
    void visit(String settlement, String code, ClassSum sum);
  }

  /** Every class that has land in a unit, in no particular order. */
  void eachClass(int unit, ClassVisitor visitor) {
    bySettlement.forEach((settlement, byCode) -> byCode.forEach((code, sums) -> {
      if (sums[unit] != null) {
        visitor.visit(settlement, code, sums[unit]);
      }
    }));
  }

  private Map<String, ClassSum> sums(int unit) {
    Map<String, ClassSum> sums = newRows();
    eachClass(unit, (settlement, code, sum) -> sums.computeIfAbsent(code, unused -> new ClassSum()).add(sum));
    return sums;
  }

  private static Map<String, ClassSum> newRows() {
    return new TreeMap<>(Comparator.nullsLast(Comparator.naturalOrder()));
  }

  private static List<LandUseRow> rows(Map<String, ClassSum> sums, Classification classification) {
    List<LandUseRow> rows = new ArrayList<>();
    sums.forEach((code, sum) -> rows.add(new LandUseRow(code, name(code, classification), sum.areaM2().m2(),
        sum.parcels(), sum.newIndustryM2().m2())));
    return rows;
  }

  private static String name(String code, Classification classification) {
    return code == null ? null : classification.find(code).map(LandUseClass::name).orElse(null);
  }

  /** The red line of a unit by a policy that does not ask for industrial blocks, and with nothing in doubt. */
  public RedLine redLine(int unit, RedLinePolicy policy) {
    return redLine(unit, policy, null, List.of());
  }

  /**
   * The red line of a unit. Numerator and denominator are summed before they are rounded.
   *
   * @param inBlocks the same units' land inside industrial blocks (units in the same order); may be null where the
   *     policy counts nothing there
   * @param doubts about the unit, by the same policy
   */
  public RedLine redLine(int unit, RedLinePolicy policy, LandUseTally inBlocks, List<Doubt> doubts) {
    ExactSum numerator = sumOf(unit, (settlement, code) -> policy.admits(settlement)
        && policy.inNumerator(code) && policy.inDenominator(code));
    ExactSum denominator = sumOf(unit, (settlement, code) -> policy.admits(settlement) && policy.inDenominator(code));
    if (!policy.inBlocks().isEmpty()) {
      if (inBlocks == null) {
        throw new IllegalArgumentException("policy " + policy.name() + " counts land inside industrial blocks");
      }
      addInBlocks(unit, policy, inBlocks, numerator, denominator);
    }
    return RedLineVerdict.of(numerator.m2(), denominator.m2(), policy.threshold(), doubts);
  }

  private static void addInBlocks(
      int unit, RedLinePolicy policy, LandUseTally inBlocks, ExactSum numerator, ExactSum denominator) {
    numerator.add(inBlocks.sumOf(unit, (settlement, code) -> policy.admits(settlement)
        && policy.countsInBlocks(code) && !policy.inNumerator(code)));
    denominator.add(inBlocks.sumOf(unit, (settlement, code) -> policy.admits(settlement)
        && policy.countsInBlocks(code) && !policy.inDenominator(code)));
  }
}
