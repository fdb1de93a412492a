package org.parkland.analysis;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.parkland.geometry.AreaMethod;
import org.parkland.land.RedLinePolicy;
import org.parkland.land.State;

/**
 * Which report, and by what. What a report does not take is not looked at.
 *
 * @param asOf day of the figures; null for the newest parcels
 * @param policy by which the red line is drawn; the first of two that are compared
 * @param against the second one
 * @param unit id of the one unit asked for; null for all, or for the first where a report is about one
 * @param by kind of units the change matrix is divided by, or null
 * @param level to which class codes are shortened (1–3); 0 for codes as delivered
 * @param from earlier day of the ledger; null for the oldest parcels
 * @param to later day of the ledger; null for the newest
 * @param controlM2 area to adjust to, or null
 */
public record ReportQuery(Report report, LocalDate asOf, State state, AreaMethod method, RedLinePolicy policy,
    RedLinePolicy against, String unit, String by, int level, LocalDate from, LocalDate to, BigDecimal controlM2) {

  /** The figures of the same day, state and policy. */
  FigureQuery figures() {
    return new FigureQuery(state, policy, method);
  }
}
