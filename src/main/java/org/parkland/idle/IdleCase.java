package org.parkland.idle;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parkland.land.CauseTrack;
import org.parkland.land.IdleStatus;
import org.parkland.land.Words;

/**
 * One parcel's place on the ladder on one day, with everything needed to defend it.
 *
 * @param parcel parcel number
 * @param areaM2 computed area of the parcel, unrounded
 * @param word the status as planners know it
 * @param clause where the rule stands
 * @param clock the days it speaks of
 * @param missing attributes that are not delivered or contradict others, by their labels
 * @param evidence the dates and figures used, in sentences
 * @param outlook what would change the answer
 */
public record IdleCase(
    String parcel,
    double areaM2,
    IdleStatus status,
    Words word,
    Words clause,
    Clock clock,
    List<Words> missing,
    List<Words> evidence,
    Words outlook,
    Treatment treatment) implements Standing {

  /**
   * The clock of a status.
   *
   * @param dueOn the day the status speaks of: the start day for land not started, the day on which the
   *     standstill was complete for stopped land, the agreed completion; null for the others
   * @param daysOverdue days from {@code dueOn} to the day asked for; 0 on that day, before it, and for statuses
   *     that speak of none
   * @param nextOn the day on which the status changes by itself, or null
   */
  public record Clock(LocalDate dueOn, long daysOverdue, LocalDate nextOn) {}

  /**
   * How the case is to be treated.
   *
   * @param feeWan estimate of the idle fee in 万元; null unless §3 allows one (own cause, not started, first to
   *     second year, price known)
   */
  public record Treatment(CauseTrack track, Words trackTitle, Words text, Double feeWan) {}

  public long daysOverdue() {
    return clock.daysOverdue();
  }

  /** As the command line and the API print it; keys in their order, null where there is nothing. */
  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("parcel", parcel);
    json.put("status", word.zh());
    json.put("clause", clause.zh());
    json.put("daysOverdue", daysOverdue());
    json.put("missing", missing.stream().map(Words::zh).toList());
    json.put("areaM2", areaM2);
    json.put("statusKey", status.key());
    json.put("statusEn", word.en());
    json.put("clauseEn", clause.en());
    json.put("missingEn", missing.stream().map(Words::en).toList());
    json.put("dueOn", text(clock.dueOn()));
    json.put("nextOn", text(clock.nextOn()));
    json.put("evidence", evidence.stream().map(Words::zh).toList());
    json.put("evidenceEn", evidence.stream().map(Words::en).toList());
    json.put("outlook", outlook.zh());
    json.put("outlookEn", outlook.en());
    json.put("track", treatment.track().key());
    json.put("trackTitle", treatment.trackTitle().zh());
    json.put("trackTitleEn", treatment.trackTitle().en());
    json.put("treatment", treatment.text() == null ? null : treatment.text().zh());
    json.put("treatmentEn", treatment.text() == null ? null : treatment.text().en());
    json.put("feeEstimateWan", treatment.feeWan());
    return json;
  }

  private static String text(LocalDate date) {
    return date == null ? null : date.toString();
  }
}
