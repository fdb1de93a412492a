package org.parkland.land;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tests by which finished industrial land is suspected to be inefficient (疑似低效用地).
 *
 * @param classes land-use codes it speaks of, each with the classes below it
 * @param finished rungs of the ladder on which land counts as finished
 * @param hitsNeeded tests that must hit before land is suspected
 * @param norms thresholds by industry: division of GB/T 4754 → key of the test → threshold; may be empty
 */
public record InefficientPolicy(
    String name,
    Words title,
    String source,
    LocalDate date,
    List<String> classes,
    Set<IdleStatus> finished,
    int hitsNeeded,
    Map<Result, Words> words,
    List<Test> tests,
    Map<String, Map<String, Double>> norms) {

  /** What the tests together say. */
  public enum Result {
    SUSPECTED, WATCH, SOUND, UNDECIDED
  }

  /** Areas a figure can be related to. */
  public enum Per {
    M2(1), MU(10_000.0 / 15), HA(10_000);

    private final double squareMetres;

    Per(double squareMetres) {
      this.squareMetres = squareMetres;
    }

    public double from(double areaM2) {
      return areaM2 / squareMetres;
    }
  }

  /** On which side of its threshold a value hits; the threshold itself does not. */
  public enum Side {
    BELOW, ABOVE;

    public boolean isHit(double value, double threshold) {
      return this == BELOW ? value < threshold : value > threshold;
    }
  }

  /**
   * One test: numerator ÷ denominator against a threshold.
   *
   * @param numerator attribute
   * @param denominator attribute, or {@link #AREA} for the computed area in the unit {@code per}
   * @param threshold general threshold, or null if only the industry table has one
   * @param watch a softer threshold, or null
   * @param unit of the value, for showing
   */
  public record Test(
      String key,
      Words title,
      String numerator,
      String denominator,
      Per per,
      Side hit,
      Double threshold,
      Double watch,
      String unit,
      String source,
      LocalDate date) {
    public static final String AREA = "area";
  }

  public boolean concerns(String landUse) {
    return landUse != null && classes.stream().anyMatch(landUse::startsWith);
  }

  /**
   * The threshold of a test for an industry.
   *
   * @param industry code of GB/T 4754 with or without its letter ({@code C3985}), or null
   * @return null if there is none
   */
  public Double threshold(Test test, String industry) {
    Map<String, Double> own = industry == null ? null : norms.get(division(industry));
    Double norm = own == null ? null : own.get(test.key());
    return norm == null ? test.threshold() : norm;
  }

  private static String division(String industry) {
    String digits = industry.replaceAll("\\D", "");
    return digits.substring(0, Math.min(2, digits.length()));
  }
}
