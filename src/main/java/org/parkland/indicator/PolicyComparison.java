package org.parkland.indicator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parkland.indicator.ParcelRegister.Holding;
import org.parkland.land.ExactSum;
import org.parkland.land.PolicyDifference;
import org.parkland.land.PolicyDifference.ClassPart;
import org.parkland.land.PolicyDifference.ParcelPart;
import org.parkland.land.RedLine;
import org.parkland.land.RedLinePolicy;

/** Lays two policies over the same land of one unit. Policies that count land inside blocks are refused. */
public final class PolicyComparison {
  /** How many parcels are named. */
  private static final int NAMED = 200;

  private record Kind(String code, String settlement) {}

  private final RedLinePolicy first;
  private final RedLinePolicy second;
  private final List<Holding> holdings;

  private PolicyComparison(List<Holding> holdings, RedLinePolicy first, RedLinePolicy second) {
    this.holdings = holdings;
    this.first = first;
    this.second = second;
  }

  public static PolicyDifference of(
      ParcelRegister register, int unit, RedLinePolicy first, RedLinePolicy second) {
    if (!first.inBlocks().isEmpty() || !second.inBlocks().isEmpty()) {
      throw new IllegalArgumentException("policies that count land inside industrial blocks cannot be compared");
    }
    return new PolicyComparison(register.in(unit), first, second).difference();
  }

  private PolicyDifference difference() {
    Map<Kind, ExactSum> kinds = new LinkedHashMap<>();
    holdings.forEach(each -> kinds.computeIfAbsent(new Kind(each.code(), each.settlement()),
        unused -> new ExactSum()).add(each.areaM2()));
    RedLine byFirst = redLine(kinds, first);
    RedLine bySecond = redLine(kinds, second);
    RatioChange ratio = new RatioChange(byFirst.numeratorM2(), byFirst.denominatorM2(),
        bySecond.numeratorM2(), bySecond.denominatorM2());
    List<ClassPart> classes = new ArrayList<>();
    kinds.forEach((kind, sum) -> {
      if (differs(kind)) {
        classes.add(part(kind, sum.m2(), ratio));
      }
    });
    classes.sort(Comparator.<ClassPart>comparingDouble(
            each -> each.ratioPart() == null ? -each.areaM2() : -Math.abs(each.ratioPart()))
        .thenComparing(each -> each.code() + each.settlement()));
    return new PolicyDifference(byFirst, bySecond, classes, parcels());
  }

  private static RedLine redLine(Map<Kind, ExactSum> kinds, RedLinePolicy policy) {
    ExactSum numerator = new ExactSum();
    ExactSum denominator = new ExactSum();
    kinds.forEach((kind, sum) -> {
      Standing standing = standing(kind, policy);
      if (standing == Standing.BOTH) {
        numerator.add(sum);
      }
      if (standing != Standing.NEITHER) {
        denominator.add(sum);
      }
    });
    return RedLine.of(numerator.m2(), denominator.m2(), policy.threshold());
  }

  private static Standing standing(Kind kind, RedLinePolicy policy) {
    return policy.admits(kind.settlement()) ? Standing.of(kind.code(), policy) : Standing.NEITHER;
  }

  private boolean differs(Kind kind) {
    return standing(kind, first) != standing(kind, second);
  }

  private ClassPart part(Kind kind, double areaM2, RatioChange ratio) {
    Standing one = standing(kind, first);
    Standing two = standing(kind, second);
    double n = two.numeratorM2(areaM2) - one.numeratorM2(areaM2);
    double d = two.denominatorM2(areaM2) - one.denominatorM2(areaM2);
    return new ClassPart(kind.code(), kind.settlement(), areaM2, n, d, ratio.part(n, d));
  }

  private List<ParcelPart> parcels() {
    return holdings.stream().filter(each -> differs(new Kind(each.code(), each.settlement())))
        .sorted(Comparator.comparingDouble(Holding::areaM2).reversed().thenComparing(Holding::parcel)).limit(NAMED)
        .map(each -> new ParcelPart(each.parcel(), each.code(), each.areaM2())).toList();
  }
}
