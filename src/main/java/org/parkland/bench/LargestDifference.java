package org.parkland.bench;

import java.util.List;
import java.util.Map;
import org.parkland.indicator.LandUseTally;
import org.parkland.land.Unit;

/** How far two answers to the same question are apart. */
public final class LargestDifference {
  private LargestDifference() {}

  /**
   * The largest relative difference over all units and classes; 1 where only one side has an area at all.
   *
   * @param theirs square metres by {@link PostgisOverlay.Answer#key}
   */
  public static double between(Map<String, Double> theirs, LandUseTally ours, List<Unit> units) {
    double largest = 0;
    long rows = 0;
    for (int unit = 0; unit < units.size(); unit++) {
      for (String code : ours.codes(unit)) {
        double mine = ours.areaM2(unit, code::equals);
        double yours = theirs.getOrDefault(PostgisOverlay.Answer.key(units.get(unit).id(), code), 0.0);
        largest = Math.max(largest, Math.abs(mine - yours) / Math.max(mine, yours));
        rows++;
      }
    }
    return theirs.values().stream().filter(each -> each > 0).count() == rows ? largest : 1;
  }
}
