package org.parkland.idle;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.parkland.land.IdleStatus;
import org.parkland.land.Words;

/**
 * A status that a case reaches by the mere passing of time.
 *
 * @param on the day on which it reaches it
 * @param daysLeft from the day asked for
 * @param before the status until then
 * @param then the case on that day, with the evidence it will rest on
 */
public record Alarm(LocalDate on, long daysLeft, Words before, IdleCase then) {
  public String parcel() {
    return then.parcel();
  }

  public IdleStatus status() {
    return then.status();
  }

  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("parcel", parcel());
    json.put("on", on.toString());
    json.put("daysLeft", daysLeft);
    json.put("from", before.zh());
    json.put("fromEn", before.en());
    json.put("to", then.word().zh());
    json.put("toEn", then.word().en());
    json.put("clause", then.clause().zh());
    json.put("clauseEn", then.clause().en());
    json.put("areaM2", then.areaM2());
    return json;
  }
}
