package org.parkland.land;

import java.time.LocalDate;
import java.util.List;

/**
 * How projects are matched with sites.
 *
 * @param shortList places offered to one project
 * @param searchSteps steps an exact assignment may take before it is left to the greedy one
 * @param industrialClasses classes for which the red line loses nothing
 * @param lateDays days late after which a start date fits not at all
 * @param unknownFit fit 0–1 assumed where a figure is unknown
 */
public record MatchingPolicy(
    String name,
    Words title,
    String source,
    LocalDate date,
    Entry entry,
    Assembly assembly,
    int shortList,
    int searchSteps,
    List<String> industrialClasses,
    int lateDays,
    double unknownFit,
    Weights weights) {

  /** The district's averages; a project below them is pointed out. In 万元 per 亩. */
  public record Entry(double investmentWanPerMu, double taxWanPerMu, String source) {}

  /**
   * When sites are neighbours and how groups are searched.
   *
   * @param toleranceM widest gap
   * @param contactM shortest length over which neighbours face each other
   * @param roadsAreBarriers whether a road between two sites keeps them apart
   * @param exactUpTo sites in a group up to which all its connected parts are tried; at most 20
   * @param perCluster assemblies offered from one group
   */
  public record Assembly(
      double toleranceM, double contactM, boolean roadsAreBarriers, int exactUpTo, int perCluster) {}

  /** Points a perfect fit brings. */
  public record Weights(double plan, double frontage, double base, double industry, double start, double rights,
      double holders, double shape) {
    public double sum() {
      return plan + frontage + base + industry + start + rights + holders + shape;
    }
  }

  public boolean isIndustrial(String landUse) {
    return industrialClasses.stream().anyMatch(landUse::startsWith);
  }
}
