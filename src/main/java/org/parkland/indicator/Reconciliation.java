package org.parkland.indicator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.parkland.land.AreaDifference;
import org.parkland.land.ExactSum;
import org.parkland.land.ParcelAreas;

/**
 * Computed, registered and approved area side by side.
 *
 * @param computedM2 of all parcels
 * @param registeredM2 of those that have a registered area
 * @param approvedM2 of those that have an approved area
 * @param differences of parcels beyond the tolerance, the largest first
 */
public record Reconciliation(
    double computedM2, double registeredM2, double approvedM2, List<AreaDifference> differences) {

  /**
   * @param toleranceM2 difference that is taken for agreement
   * @param toleranceShare likewise, as a share of the computed area; the larger of the two counts
   */
  public static Reconciliation of(Iterable<ParcelAreas> parcels, double toleranceM2, double toleranceShare) {
    ExactSum computed = new ExactSum();
    ExactSum registered = new ExactSum();
    ExactSum approved = new ExactSum();
    List<AreaDifference> differences = new ArrayList<>();
    for (ParcelAreas each : parcels) {
      computed.add(each.computedM2());
      addIfThere(registered, each.registeredM2());
      addIfThere(approved, each.approvedM2());
      AreaDifference difference = new AreaDifference(each,
          minus(each.registeredM2(), each.computedM2()), minus(each.approvedM2(), each.computedM2()));
      if (largest(difference) > Math.max(toleranceM2, toleranceShare * each.computedM2())) {
        differences.add(difference);
      }
    }
    differences.sort(Comparator.comparingDouble(Reconciliation::largest).reversed()
        .thenComparing(each -> each.areas().parcel()));
    return new Reconciliation(computed.m2(), registered.m2(), approved.m2(), differences);
  }

  private static void addIfThere(ExactSum sum, Double areaM2) {
    if (areaM2 != null) {
      sum.add(areaM2);
    }
  }

  private static Double minus(Double areaM2, double computedM2) {
    return areaM2 == null ? null : Double.valueOf(areaM2 - computedM2);
  }

  private static double largest(AreaDifference each) {
    double registered = each.registeredMinusComputedM2() == null ? 0 : Math.abs(each.registeredMinusComputedM2());
    double approved = each.approvedMinusComputedM2() == null ? 0 : Math.abs(each.approvedMinusComputedM2());
    return Math.max(registered, approved);
  }
}
