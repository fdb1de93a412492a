package org.parkland.report;

import java.time.LocalDate;
import org.parkland.geometry.AreaMethod;
import org.parkland.land.RedLinePolicy;
import org.parkland.land.State;
import org.parkland.print.Language;

/**
 * Which report.
 *
 * @param unit id of the unit it is about; null for the district
 * @param asOf its day; null for the newest parcels
 * @param from the earlier day of the ledger; null for the parcels before {@code asOf}
 * @param today for which idle land is told; null for the day of the data
 * @param state whose land the maps and the protection line show; tables tell both
 * @param candidates how many of the ranked sites are listed
 */
public record ReportOrder(String unit, LocalDate asOf, LocalDate from, LocalDate today, State state,
    RedLinePolicy policy, AreaMethod method, AreaUnit areaUnit, Language language, int candidates) {
  /** Sites listed unless another number is asked for. */
  public static final int USUAL_CANDIDATES = 10;
}
