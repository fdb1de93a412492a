package org.parkland.export;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is asked for. Everything but {@code what} may be null.
 *
 * @param what a kind of layer, a list or a report, see {@link Exports#names}
 * @param asOf day of the data; the newest if null
 * @param today day the law is asked for (idle, candidates)
 * @param from earlier day (ledger)
 * @param to later day (ledger)
 * @param layer name of the layer where a kind has several
 * @param state {@code current} or {@code planned}, for reports
 * @param policy red-line policy, for reports
 * @param ids only rows with these numbers
 * @param unit id of a unit: only rows that lie in it by half or more
 * @param box west, south, east, north in degrees: only rows that meet it
 * @param filter condition in ECQL on attributes
 * @param english whether lists are headed in English
 * @param weights by criterion, for the ranking of candidates; those not named keep the policy's own
 */
public record ExportQuery(String what, LocalDate asOf, LocalDate today, LocalDate from, LocalDate to, String layer,
    String state, String policy, Set<String> ids, String unit, List<Double> box, String filter, boolean english,
    Map<String, Double> weights) {
  /** All of a layer or list, of the newest data. */
  public static ExportQuery of(String what) {
    return new ExportQuery(what, null, null, null, null, null, null, null, null, null, null, null, false, null);
  }
}
