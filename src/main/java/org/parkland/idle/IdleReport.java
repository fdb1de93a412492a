package org.parkland.idle;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parkland.land.IdlePolicy;

/**
 * All cases of a day.
 *
 * @param asOf the day of the data
 * @param today the day asked for
 */
public record IdleReport(LocalDate asOf, LocalDate today, IdlePolicy policy, List<IdleCase> cases) {
  /** As the command line prints it. */
  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("asOf", asOf.toString());
    json.put("today", today.toString());
    json.put("policy", Map.of("name", policy.name(), "title", policy.title().zh(),
        "source", policy.source(), "date", policy.date().toString()));
    json.put("cases", cases.stream().map(IdleCase::json).toList());
    return json;
  }
}
