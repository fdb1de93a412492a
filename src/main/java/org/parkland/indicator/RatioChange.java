package org.parkland.indicator;

/**
 * Shares a change of the ratio N/D out to the changes of N and D that made it.
 *
 * <p>(N₁/D₁ − N₀/D₀) = (ΔN − r₀·ΔD)/D₁ = (ΔN − r₁·ΔD)/D₀ holds exactly and is linear in ΔN and ΔD, so parts add up.
 * The mean of the two is used: seen backwards in time, every part just changes its sign.
 */
final class RatioChange {
  private final double before;
  private final double after;
  private final double denominatorBefore;
  private final double denominatorAfter;

  RatioChange(double numeratorBefore, double denominatorBefore, double numeratorAfter, double denominatorAfter) {
    this.denominatorBefore = denominatorBefore;
    this.denominatorAfter = denominatorAfter;
    this.before = numeratorBefore / denominatorBefore;
    this.after = numeratorAfter / denominatorAfter;
  }

  /** Part of a change of both areas, m²; null where one of the ratios does not exist. */
  Double part(double numeratorM2, double denominatorM2) {
    if (denominatorBefore <= 0 || denominatorAfter <= 0) {
      return null;
    }
    return ((numeratorM2 - before * denominatorM2) / denominatorAfter
        + (numeratorM2 - after * denominatorM2) / denominatorBefore) / 2;
  }
}
