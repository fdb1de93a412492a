package org.parkland.land;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the industrial protection line demands of the land inside it.
 *
 * @param industry codes of industrial land
 * @param leastIndustryShare of each block's land
 * @param mostNewIndustryShare M0 of the industrial land
 * @param enclosedThreshold floor of: area enclosed by the line / land of {@code enclosedDenominator}
 * @param enclosedDenominator codes of construction land
 */
public record ProtectionPolicy(List<String> industry, double leastIndustryShare, double mostNewIndustryShare,
    double enclosedThreshold, List<String> enclosedDenominator, List<Level> levels, String source, LocalDate date) {

  /**
   * @param level as the line's attribute says it
   * @param forbidden codes of classes that may neither stand nor be planned here
   * @param clause in words
   */
  public record Level(String level, List<String> forbidden, Words clause) {
    public boolean forbids(String code) {
      return isUnder(code, forbidden);
    }
  }

  public boolean isIndustry(String code) {
    return isUnder(code, industry);
  }

  public boolean inEnclosedDenominator(String code) {
    return isUnder(code, enclosedDenominator);
  }

  public Optional<Level> level(String word) {
    return levels.stream().filter(each -> each.level().equals(word)).findFirst();
  }

  private static boolean isUnder(String code, List<String> ancestors) {
    return code != null && ancestors.stream().anyMatch(code::startsWith);
  }
}
