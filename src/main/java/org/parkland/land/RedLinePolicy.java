package org.parkland.land;

import java.time.LocalDate;
import java.util.List;
import org.parkland.geometry.AreaMethod;

/**
 * A definition of the industrial red line: ratio = numerator area / denominator area, from unrounded areas.
 *
 * <p>A code stands for itself and all classes below it. The numerator lies inside the denominator, so the
 * ratio is a share. It passes when ratio ≥ threshold: exactly the threshold passes.
 *
 * @param numerator codes of industrial land (产业用地)
 * @param denominator codes of the land it is a share of, as a rule 城乡建设用地
 * @param inBlocks codes that count, in numerator and denominator, only where they lie inside an industrial block
 * @param settlements if not empty, only land with one of these town-and-village attributes (CZCSXM) counts, in
 *     numerator and denominator
 * @param threshold floor of the ratio, 0–1
 * @param areaMethod how the areas are measured
 * @param mixedUse how a parcel with several uses counts
 * @param source document and clause the policy stands on
 * @param sourceEn the same in English
 * @param date of that document
 */
public record RedLinePolicy(
    String name,
    String title,
    String titleEn,
    List<String> numerator,
    List<String> denominator,
    List<String> inBlocks,
    List<String> settlements,
    double threshold,
    AreaMethod areaMethod,
    String mixedUse,
    String source,
    String sourceEn,
    LocalDate date) {

  /** A policy whose source is told in one language. */
  public RedLinePolicy(String name, String title, String titleEn, List<String> numerator, List<String> denominator,
      List<String> inBlocks, List<String> settlements, double threshold, AreaMethod areaMethod, String mixedUse,
      String source, LocalDate date) {
    this(name, title, titleEn, numerator, denominator, inBlocks, settlements, threshold, areaMethod, mixedUse, source,
        source, date);
  }

  /** A policy by class codes alone. */
  public RedLinePolicy(String name, String title, String titleEn, List<String> numerator,
      List<String> denominator, double threshold, String mixedUse, String source, LocalDate date) {
    this(name, title, titleEn, numerator, denominator, List.of(), List.of(), threshold,
        AreaMethod.ELLIPSOIDAL, mixedUse, source, date);
  }

  /** By its code alone, whatever its settlement. */
  public boolean inNumerator(String code) {
    return isUnder(code, numerator);
  }

  /** By its code alone, whatever its settlement. */
  public boolean inDenominator(String code) {
    return isUnder(code, denominator);
  }

  /** Whether land with this code counts in both areas where it lies inside an industrial block. */
  public boolean countsInBlocks(String code) {
    return isUnder(code, inBlocks);
  }

  /** Whether land with this town-and-village attribute counts at all. */
  public boolean admits(String settlement) {
    return settlements.isEmpty() || settlement != null && settlements.contains(settlement);
  }

  private static boolean isUnder(String code, List<String> ancestors) {
    if (code == null) {
      return false;
    }
    for (String ancestor : ancestors) {
      if (code.startsWith(ancestor)) {
        return true;
      }
    }
    return false;
  }
}
