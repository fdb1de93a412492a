package org.parkland.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parkland.land.Doubt;
import org.parkland.land.LandUseRow;
import org.parkland.land.OverlayFinding;
import org.parkland.land.RedLine;
import org.parkland.land.RedLinePolicy;
import org.parkland.land.Unit;

/** Figures in the words of the JSON that command line and API share. Areas are m², unrounded. */
public final class FigureJson {
  private FigureJson() {}

  /** What every figure carries: district, day, state, method. */
  public static Map<String, Object> head(String district, Figures figures) {
    Map<String, Object> head = new LinkedHashMap<>();
    head.put("district", district);
    head.put("asOf", figures.asOf() == null ? null : figures.asOf().toString());
    head.put("state", figures.state().word());
    head.put("areaMethod", figures.method().word());
    return head;
  }

  public static Map<String, Object> policy(RedLinePolicy policy) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", policy.name());
    json.put("title", policy.title());
    json.put("titleEn", policy.titleEn());
    json.put("threshold", policy.threshold());
    json.put("numerator", policy.numerator());
    json.put("denominator", policy.denominator());
    json.put("mixedUse", policy.mixedUse());
    json.put("source", policy.source());
    json.put("sourceEn", policy.sourceEn());
    json.put("date", policy.date().toString());
    return json;
  }

  public static Map<String, Object> unit(Figures figures, int place) {
    Unit unit = figures.unit(place);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", unit.kind());
    json.put("id", unit.id());
    json.put("name", unit.name());
    json.put("nameEn", unit.nameEn());
    json.put("areaM2", figures.unitM2(place));
    json.put("coveredM2", figures.coveredM2(place));
    return json;
  }

  public static List<Map<String, Object>> landUse(List<LandUseRow> rows) {
    return rows.stream().map(FigureJson::row).toList();
  }

  private static Map<String, Object> row(LandUseRow row) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("code", row.code());
    json.put("name", row.name());
    json.put("areaM2", row.areaM2());
    json.put("parcels", row.parcels());
    if (row.newIndustryM2() > 0) {
      json.put("newIndustryM2", row.newIndustryM2());
    }
    return json;
  }

  public static Map<String, Object> redLine(RedLine line) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("numeratorM2", line.numeratorM2());
    json.put("denominatorM2", line.denominatorM2());
    json.put("ratio", line.ratio());
    json.put("headroomM2", line.headroomM2());
    json.put("status", line.status().word());
    json.put("lowestRatio", line.lowest());
    json.put("highestRatio", line.highest());
    json.put("doubts", line.deciding().stream().map(FigureJson::doubt).toList());
    return json;
  }

  private static Map<String, Object> doubt(Doubt doubt) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("cause", doubt.cause().word());
    json.put("subject", doubt.subject());
    json.put("areaM2", doubt.areaM2());
    return json;
  }

  public static List<Map<String, Object>> findings(List<OverlayFinding> findings) {
    return findings.stream().map(FigureJson::finding).toList();
  }

  private static Map<String, Object> finding(OverlayFinding finding) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("problem", finding.problem().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    json.put("subject", finding.subject());
    json.put("areaM2", finding.areaM2());
    json.put("detail", finding.detail());
    return json;
  }
}
