package org.parkland.land;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * What a park's industrial land should yield, and the steps to take where it does not (一园一策).
 *
 * @param kinds of units that are parks
 * @param industry codes of industrial land
 * @param investmentPerMuWan floor of fixed-asset investment, 万元 per 亩
 * @param taxPerMuWan floor of tax, 万元 per 亩 and year
 * @param plotRatio floor of floor area / land
 */
public record ParkPolicy(List<String> kinds, List<String> industry, double investmentPerMuWan, double taxPerMuWan,
    double plotRatio, List<Step> steps, String source, LocalDate date) {

  /** Something that may be the matter with a park. */
  public enum Condition {
    IDLE, INEFFICIENT, INVESTMENT_BELOW, TAX_BELOW, PLOT_RATIO_BELOW, NOT_UPGRADED;

    /** The word used in files. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /** Proposed where all its conditions hold. */
  public record Step(Set<Condition> when, String name, String nameEn) {}

  public boolean isIndustry(String code) {
    return code != null && industry.stream().anyMatch(code::startsWith);
  }
}
