package org.parkland.workbook;

import java.time.LocalDate;
import org.parkland.geometry.AreaMethod;
import org.parkland.land.State;

/**
 * Which figures. Everything but state and method may be null.
 *
 * @param asOf day of the data; the newest if null
 * @param today day the law is asked for (idle, candidates)
 * @param from earlier day (ledger); the oldest if null
 * @param to later day (ledger); the newest if null
 * @param unit id of the one unit; null for all, or the first where a table is about one
 * @param policy red-line policy; the district's if null
 * @param english whether the words are English
 */
public record BookQuery(LocalDate asOf, LocalDate today, LocalDate from, LocalDate to, State state, AreaMethod method,
    String unit, String policy, boolean english) {
  /** The newest figures of current land. */
  public static final BookQuery NEWEST =
      new BookQuery(null, null, null, null, State.CURRENT, AreaMethod.ELLIPSOIDAL, null, null, false);
}
