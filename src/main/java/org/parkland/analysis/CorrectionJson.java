package org.parkland.analysis;

import java.util.LinkedHashMap;
import java.util.Map;
import org.parkland.land.Attribute;
import org.parkland.land.Correction;

/** Entries of the correction log in the words of the JSON that command line and API share. */
public final class CorrectionJson {
  private CorrectionJson() {}

  public static Map<String, Object> entry(Correction entry, CorrectionDesk desk) {
    Attribute attribute = desk.describe(entry);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("number", entry.number());
    json.put("parcel", entry.parcel());
    json.put("field", entry.attribute());
    json.put("label", attribute.label());
    json.put("labelEn", attribute.labelEn());
    json.put("before", plain(entry.before()));
    json.put("after", plain(entry.value()));
    json.put("removal", entry.takenBack());
    json.put("stands", desk.stands(entry));
    json.put("reason", entry.reason());
    json.put("evidence", entry.evidence() == null ? null : entry.evidence().name());
    json.put("evidenceSha256", entry.evidence() == null ? null : entry.evidence().sha256());
    json.put("by", entry.by());
    json.put("at", entry.at().toString());
    return json;
  }

  /** Numbers and flags as they are, dates as text. */
  private static Object plain(Object value) {
    return value instanceof Number || value instanceof Boolean || value == null ? value : value.toString();
  }
}
