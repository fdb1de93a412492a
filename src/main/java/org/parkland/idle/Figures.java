package org.parkland.idle;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.parkland.land.CauseTrack;
import org.parkland.land.RankingPolicy;

/** Reads the figures of the ranking off a site; null where one is unknown. */
final class Figures {
  private static final double DAYS_PER_YEAR = 365.25;

  private final RankingPolicy policy;

  Figures(RankingPolicy policy) {
    this.policy = policy;
  }

  Double of(RankingPolicy.Figure figure, Site site) {
    return switch (figure) {
      case AREA_MU -> site.areaM2() / Amount.M2_PER_MU;
      case COMPACTNESS -> site.shape().compactness();
      case IDLE_NEIGHBOURS -> (double) site.idleNeighbours();
      case ROAD_DISTANCE_M -> site.setting().roadDistanceM();
      case UNIT_VALUE -> unitValue(site);
      case INDUSTRY_FIT -> industryFit(site);
      case PLAN_SHARE -> site.setting().plannedFor(policy.planClasses());
      case PRICE_WAN_PER_MU -> pricePerMu(site);
      case YEARS_IDLE -> yearsIdle(site);
      case OBSTACLES -> obstacles(site);
      case RED_LINE_LOSS_MU -> site.setting().redLineM2() / Amount.M2_PER_MU;
    };
  }

  private double unitValue(Site site) {
    return site.setting().units().keySet().stream()
        .mapToDouble(kind -> policy.unitValues().getOrDefault(kind, 0.0)).max().orElse(0);
  }

  private Double industryFit(Site site) {
    String industry = site.supply().plant().industryCode();
    List<String> meant = industriesOf(site.setting().units());
    if (industry == null || meant.isEmpty()) {
      return null;
    }
    String digits = industry.replaceAll("\\D", "");
    return meant.stream().anyMatch(digits::startsWith) ? 1.0 : 0.0;
  }

  private List<String> industriesOf(Map<String, String> units) {
    return units.values().stream().flatMap(unit ->
        policy.unitIndustries().getOrDefault(unit, List.of()).stream()).toList();
  }

  private static Double pricePerMu(Site site) {
    Double price = site.supply().grant().priceWan();
    return price == null ? null : Double.valueOf(price / (site.areaM2() / Amount.M2_PER_MU));
  }

  private static Double yearsIdle(Site site) {
    boolean dated = site.idle() != null && site.idle().clock().dueOn() != null;
    return dated ? Double.valueOf(site.idle().daysOverdue() / DAYS_PER_YEAR) : null;
  }

  private static double obstacles(Site site) {
    long encumbrances = Stream.of(Encumbrance.values())
        .filter(each -> !Boolean.FALSE.equals(each.of(site.supply()))).count();
    boolean causeOpen = site.idle() != null && site.idle().treatment().track() == CauseTrack.UNSTATED;
    return encumbrances + (causeOpen ? 1 : 0);
  }
}
