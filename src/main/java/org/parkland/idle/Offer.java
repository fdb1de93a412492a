package org.parkland.idle;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parkland.land.Project;
import org.parkland.land.Words;

/**
 * A place for a project: a single site or an assembly of neighbours.
 *
 * @param score 0–100
 * @param reasons what speaks for it
 * @param misfits what does not fit, or is not known
 * @param redLineLossM2 industrial land the red line would lose
 * @param availableOn day on which the land can usually be had, by the way suggested for each site; null if no way is
 */
public record Offer(
    Project project,
    Assembly place,
    double score,
    List<Words> reasons,
    List<Words> misfits,
    double redLineLossM2,
    LocalDate availableOn) {

  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("project", project.id());
    json.put("parcels", place.parcels());
    json.put("areaM2", place.areaM2());
    json.put("holders", place.holders());
    json.put("score", score);
    json.put("availableOn", availableOn == null ? null : availableOn.toString());
    json.put("redLineLossM2", redLineLossM2);
    json.put("reasons", reasons.stream().map(Words::zh).toList());
    json.put("reasonsEn", reasons.stream().map(Words::en).toList());
    json.put("misfits", misfits.stream().map(Words::zh).toList());
    json.put("misfitsEn", misfits.stream().map(Words::en).toList());
    return json;
  }
}
