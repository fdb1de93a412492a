package org.parkland.idle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parkland.land.InefficientPolicy.Result;
import org.parkland.land.Words;

/**
 * What the tests of inefficient land say about one finished industrial parcel.
 *
 * @param areaM2 computed area, on which plot ratio, coefficient and intensities are based
 * @param word the result as planners know it
 * @param hits tests that hit
 * @param idleFloorAreaM2 idle floor area in its plants, counted whatever the result; null if not delivered
 */
public record InefficientCase(
    String parcel,
    double areaM2,
    Result result,
    Words word,
    int hits,
    List<Outcome> outcomes,
    Double idleFloorAreaM2) {

  /** How one test came out. */
  public enum Kind {
    HIT, WATCH, PASS, MISSING
  }

  /**
   * One test.
   *
   * @param value null if a figure is missing
   * @param threshold the one used, by industry where the table has it; null if there is none
   * @param missing what was missing: labels of attributes, or the norm itself
   */
  public record Outcome(
      String key, Words title, Kind kind, Double value, Double threshold, String unit, List<Words> missing) {
    Map<String, Object> json() {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("test", key);
      json.put("title", title.zh());
      json.put("titleEn", title.en());
      json.put("outcome", kind.name().toLowerCase(java.util.Locale.ROOT));
      json.put("value", value);
      json.put("threshold", threshold);
      json.put("unit", unit);
      json.put("missing", missing.stream().map(Words::zh).toList());
      json.put("missingEn", missing.stream().map(Words::en).toList());
      return json;
    }
  }

  public boolean isSuspected() {
    return result == Result.SUSPECTED;
  }

  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("parcel", parcel);
    json.put("status", word.zh());
    json.put("statusEn", word.en());
    json.put("hits", hits);
    json.put("areaM2", areaM2);
    json.put("idleFloorAreaM2", idleFloorAreaM2);
    json.put("tests", outcomes.stream().map(Outcome::json).toList());
    return json;
  }
}
