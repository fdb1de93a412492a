package org.parkland.demo;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Industrial and construction land of a state of the district, from lots and strips. */
final class UseBalance {
  private final Lots lots;
  /** Area of urban streets (1207) and green verges (1402) by zone, m². */
  private final double[] streetsM2 = new double[3];

  UseBalance(Lots lots, Skeleton skeleton, Neighbourhood neighbourhood) {
    this.lots = lots;
    for (Skeleton.Strip strip : skeleton.strips) {
      if (strip.corridor() == null || strip.corridor().kind.code.equals("1207")) {
        var at = strip.polygon().getInteriorPoint().getCoordinate();
        streetsM2[neighbourhood.zoneAt(at.x, at.y)] +=
            strip.polygon().getArea() / GaussKruger.areaScale(at.x);
      }
    }
  }

  /** Numerator over denominator of the red line within some zones. */
  double ratio(Function<Lot, LandUse> state, List<Integer> zones) {
    double industrial = 0;
    double built = zones.stream().mapToDouble(zone -> streetsM2[zone]).sum();
    for (Lot lot : lots.all) {
      if (zones.contains(lot.zone)) {
        LandUse use = state.apply(lot);
        industrial += use.industrial() ? lot.areaM2 : 0;
        built += use.built() ? lot.areaM2 : 0;
      }
    }
    return industrial / built;
  }

  /** A change of a whole block in one state of the district. */
  interface Change {
    void of(Lot lot);
  }

  /**
   * Changes blocks in a given order until the ratio has passed {@code target}.
   *
   * @param upward whether the changes raise the ratio
   */
  void adjust(List<Lots.Block> order, Predicate<Lot> which, Change change,
      Function<Lot, LandUse> state, List<Integer> zones, double target, boolean upward) {
    for (Lots.Block block : order) {
      double ratio = ratio(state, zones);
      if (upward ? ratio >= target : ratio <= target) {
        return;
      }
      block.lots().stream().filter(lot -> zones.contains(lot.zone)).filter(which)
          .forEach(change::of);
    }
  }
}
