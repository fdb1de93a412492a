package org.parkland.land;

import java.time.LocalDate;
import java.util.List;

/**
 * A definition of the industrial red line: ratio = numerator area / denominator area, from unrounded areas.
 *
 * <p>A code stands for itself and all classes below it. The numerator lies inside the denominator, so the
 * ratio is a share. It passes when ratio ≥ threshold: exactly the threshold passes.
 *
 * @param numerator codes of industrial land (产业用地)
 * @param denominator codes of urban and rural construction land (城乡建设用地)
 * @param threshold floor of the ratio, 0–1
 * @param source document, clause and date the policy stands on
 */
public record RedLinePolicy(
    String name,
    String title,
    String titleEn,
    List<String> numerator,
    List<String> denominator,
    double threshold,
    String mixedUse,
    String source,
    LocalDate date) {

  public boolean inNumerator(String code) {
    return isUnder(code, numerator);
  }

  public boolean inDenominator(String code) {
    return isUnder(code, denominator);
  }

  private static boolean isUnder(String code, List<String> ancestors) {
    return code != null && ancestors.stream().anyMatch(code::startsWith);
  }
}
