package org.parkland.land;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * How sites are ranked: figures become points 0–10 by curves, points become a score by weights.
 *
 * @param planClasses classes whose planned share is plan conformity
 * @param unitValues worth 0–1 of lying in a unit, by kind
 * @param unitIndustries divisions of GB/T 4754 a unit is meant for, by unit id
 */
public record RankingPolicy(
    String name,
    Words title,
    Words source,
    LocalDate date,
    List<Criterion> criteria,
    Stability stability,
    List<String> planClasses,
    Map<String, Double> unitValues,
    Map<String, List<String>> unitIndustries) {

  /** What can be said of a site in a number; the name carries the unit. */
  public enum Figure {
    AREA_MU, COMPACTNESS, IDLE_NEIGHBOURS, ROAD_DISTANCE_M,
    /** The best of {@link #unitValues()} among its units, 0 outside all. */
    UNIT_VALUE,
    /** 1 if its industry is one its unit is meant for, 0 if not. */
    INDUSTRY_FIT,
    /** Share 0–1 planned for {@link #planClasses()}. */
    PLAN_SHARE, PRICE_WAN_PER_MU,
    /** Years since the day its status speaks of. */
    YEARS_IDLE,
    /** Encumbrances that stand or are not delivered, and one more where the cause is not stated. */
    OBSTACLES, RED_LINE_LOSS_MU
  }

  /**
   * @param missing points where the figure is unknown
   * @param weight not negative; only ratios of weights matter
   */
  public record Criterion(
      String key, Words title, Figure figure, Curve curve, double missing, double weight, String unit) {}

  /**
   * How steadily a place is kept: its share of the {@code variations} of the weights, each within ±{@code spread}
   * and independent of the others, in which it is among the first {@code top}.
   */
  public record Stability(int variations, double spread, int top, long seed) {}

  /** The policy's own weights, in the order of the criteria. */
  public double[] weights() {
    return criteria.stream().mapToDouble(Criterion::weight).toArray();
  }

  /** Weights by key, in the order of the criteria; a criterion that is not named keeps its own. */
  public double[] weights(Map<String, Double> chosen) {
    return criteria.stream().mapToDouble(each -> chosen.getOrDefault(each.key(), each.weight())).toArray();
  }
}
