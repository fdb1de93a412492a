package org.parkland.land;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which way of disposal or reuse is suggested, and why.
 *
 * @param ways by code, in their order
 * @param rules in the order in which they are tried
 */
public record ReusePolicy(
    String name,
    Words title,
    Words source,
    LocalDate date,
    Map<String, Way> ways,
    List<Rule> rules) {

  /** @param leadDays days until the land can usually be had this way */
  public record Way(String code, Words title, int leadDays, Words source) {}

  /** @param reason may hold {@code {area}}, {@code {days}}, {@code {due}}, {@code {plan}}, {@code {cause}} and others */
  public record Rule(String way, When when, Words reason) {}

  /**
   * What must hold; null or empty asks nothing. A condition on a figure nobody delivered does not hold.
   *
   * @param inefficient results of the tests of inefficient land
   * @param hits keys of tests, one of which must hit
   * @param insideLessThan named constraint layer → share the site must stay below
   * @param plannedLessThan share planned for industry to stay below
   * @param plannedFrom share planned for industry to reach
   */
  public record When(
      Set<IdleStatus> statuses,
      Set<CauseTrack> tracks,
      Set<InefficientPolicy.Result> inefficient,
      List<String> hits,
      Boolean collective,
      Map<String, Double> insideLessThan,
      Double plannedLessThan,
      Double plannedFrom,
      Integer neighboursFrom,
      Double areaMuFrom,
      Share investedBelow,
      Share developedBelow) {}
}
