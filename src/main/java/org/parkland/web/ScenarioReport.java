package org.parkland.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.parkland.analysis.Workspace;
import org.parkland.land.LandUseClass;

/** A scenario as one page that prints well: its changes, the red line before and after, the balance. No script. */
final class ScenarioReport {
  private static final double HA_M2 = 10_000;

  private final Workspace workspace;
  private final boolean english;

  ScenarioReport(Workspace workspace, boolean english) {
    this.workspace = workspace;
    this.english = english;
  }

  /**
   * @param draft as the API answers it, likewise the others
   * @param figures of each state
   */
  String page(Map<String, Object> draft, List<Map<String, Object>> figures, Map<String, Object> conflicts) {
    Map<String, Object> saved = map(draft.get("saved"));
    String name = saved == null ? say("未保存的情景", "Unsaved scenario") : String.valueOf(saved.get("name"));
    StringBuilder html = new StringBuilder("<!doctype html><html lang=\"").append(english ? "en" : "zh-CN")
        .append("\"><head><meta charset=\"utf-8\"><title>").append(escaped(name)).append("</title><link rel=\"icon\" href=\"/favicon.svg\">")
        .append("<link rel=\"stylesheet\" href=\"/css/scenario-report.css\"></head><body><h1>").append(escaped(name))
        .append("</h1><p class=\"soft\">")
        .append(escaped(head(draft, saved))).append("</p>");
    if (saved != null) {
      html.append("<p>").append(escaped(saved.get("note"))).append("</p>");
    }
    if (Boolean.TRUE.equals(conflicts.get("superseded"))) {
      html.append("<p class=\"warn\">").append(say("基础数据已有更新的版本；本报告按情景所依据的数据计算。",
          "Newer data have been imported; this report is drawn from the data the scenario is laid on.")).append("</p>");
    }
    changes(html, list(draft.get("changes")));
    figures.forEach(each -> state(html, each));
    return html.append("</body></html>").toString();
  }

  private String head(Map<String, Object> draft, Map<String, Object> saved) {
    String district = english ? workspace.district().nameEn() : workspace.district().name();
    String note = english ? workspace.district().noteEn() : workspace.district().note();
    String who = saved == null ? "" : " · " + saved.get("author") + " · " + say("第 ", "version ") + saved.get("version")
        + say(" 版", "") + " · " + saved.get("savedAt");
    return district + " · " + say("数据日期 ", "data of ") + draft.get("asOf") + who + (note == null ? "" : " · " + note);
  }

  private void changes(StringBuilder html, List<Map<String, Object>> changes) {
    html.append("<h2>").append(say("变更清单", "Changes")).append("</h2><table><thead><tr><th>")
        .append(say("序号", "No.")).append("</th><th>").append(say("变更", "Change")).append("</th><th>")
        .append(say("地块", "Parcels")).append("</th><th>").append(say("结果用途", "Class")).append("</th><th class=\"n\">")
        .append(say("面积（公顷）", "Area (ha)")).append("</th></tr></thead><tbody>");
    changes.stream().filter(each -> Boolean.TRUE.equals(each.get("done"))).forEach(each -> {
      Object parcels = each.get("parcels") != null ? each.get("parcels") : each.get("blocks");
      html.append("<tr><td>").append(each.get("number")).append("</td><td>").append(kind(each))
          .append("</td><td>").append(escaped(joined(parcels))).append("</td><td>")
          .append(escaped(className(each.get("code")))).append("</td><td class=\"n\">")
          .append(hectares(each.get("afterM2"), "%.4f")).append("</td></tr>");
    });
    html.append("</tbody></table>");
  }

  private String kind(Map<String, Object> change) {
    String word = switch (String.valueOf(change.get("kind"))) {
      case "class" -> say("改变用途", "Change of class");
      case "plan" -> say("改变规划", "Change of plan");
      case "split" -> say("分割", "Split");
      case "merge" -> say("合并", "Merge");
      default -> say("调整保护红线", "Protection line");
    };
    return change.get("state") == null ? word : word + "（" + state(change.get("state")) + "）";
  }

  private void state(StringBuilder html, Map<String, Object> figures) {
    html.append("<h2>").append(state(figures.get("state"))).append(say("：产业用地红线", ": industrial red line"))
        .append("</h2><p class=\"soft\">").append(escaped(map(figures.get("policy")).get(english ? "titleEn" : "title")))
        .append("</p>");
    List<Map<String, Object>> units = list(figures.get("units"));
    units.stream().filter(each -> Boolean.TRUE.equals(each.get("breaks"))).forEach(each ->
        html.append("<p class=\"warn\">").append(escaped(name(each)))
            .append(say("：变更后不再确定达标", ": no longer surely passes after the changes")).append("</p>"));
    html.append("<table><thead><tr><th>").append(say("单元", "Unit")).append("</th>");
    for (String head : List.of(say("变更前", "Before"), say("变更后", "After"), say("余量变前（公顷）", "Headroom before (ha)"),
        say("余量变后（公顷）", "Headroom after (ha)"))) {
      html.append("<th class=\"n\">").append(head).append("</th>");
    }
    html.append("<th>").append(say("结论", "Verdict")).append("</th></tr></thead><tbody>");
    units.forEach(each -> unit(html, each));
    html.append("</tbody></table><h2>").append(state(figures.get("state"))).append(say("：用地平衡", ": land-use balance"))
        .append("</h2>");
    balance(html, list(figures.get("landUse")));
  }

  private void unit(StringBuilder html, Map<String, Object> unit) {
    Map<String, Object> before = map(unit.get("before"));
    Map<String, Object> after = map(unit.get("after"));
    html.append("<tr><td>").append(escaped(name(unit))).append("</td><td class=\"n\">").append(percent(before))
        .append("</td><td class=\"n\">").append(percent(after)).append("</td><td class=\"n\">")
        .append(hectares(before.get("headroomM2"), "%+.2f")).append("</td><td class=\"n\">")
        .append(hectares(after.get("headroomM2"), "%+.2f")).append("</td><td>").append(verdict(after.get("status")))
        .append("</td></tr>");
  }

  private void balance(StringBuilder html, List<Map<String, Object>> rows) {
    html.append("<table><thead><tr><th>").append(say("用途", "Class")).append("</th><th class=\"n\">")
        .append(say("变更前（公顷）", "Before (ha)")).append("</th><th class=\"n\">").append(say("变更后（公顷）", "After (ha)"))
        .append("</th><th class=\"n\">").append(say("增减（公顷）", "Change (ha)")).append("</th></tr></thead><tbody>");
    rows.forEach(each -> {
      double before = ((Number) each.get("beforeM2")).doubleValue();
      double after = ((Number) each.get("afterM2")).doubleValue();
      html.append("<tr><td>").append(escaped(className(each.get("code")))).append("</td><td class=\"n\">")
          .append(hectares(before, "%.4f")).append("</td><td class=\"n\">").append(hectares(after, "%.4f"))
          .append("</td><td class=\"n\">").append(hectares(after - before, "%+.4f")).append("</td></tr>");
    });
    html.append("</tbody></table>");
  }

  private String className(Object code) {
    if (code == null) {
      return say("多种或不明", "several or unknown");
    }
    return code + " " + workspace.standards().classification().find(code.toString())
        .map((LandUseClass each) -> english ? each.nameEn() : each.name()).orElse("");
  }

  private String name(Map<String, Object> unit) {
    return String.valueOf(english && unit.get("nameEn") != null ? unit.get("nameEn") : unit.get("name"));
  }

  private String state(Object word) {
    return "planned".equals(word) ? say("规划", "Planned") : say("现状", "Current");
  }

  private String verdict(Object status) {
    return switch (String.valueOf(status)) {
      case "pass" -> say("达标", "pass");
      case "breach" -> say("不达标", "breach");
      default -> say("无法判定", "cannot tell");
    };
  }

  private static String percent(Map<String, Object> line) {
    return line.get("ratio") == null ? "–" : String.format(Locale.ROOT, "%.2f%%", 100 * (Double) line.get("ratio"));
  }

  private static String hectares(Object areaM2, String format) {
    return areaM2 == null ? "–" : String.format(Locale.ROOT, format, ((Number) areaM2).doubleValue() / HA_M2);
  }

  private static String joined(Object texts) {
    return texts instanceof List<?> list ? String.join(", ", list.stream().map(Objects::toString).toList()) : "";
  }

  private String say(String chinese, String words) {
    return english ? words : chinese;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> list(Object value) {
    return (List<Map<String, Object>>) value;
  }

  private static String escaped(Object text) {
    return String.valueOf(text == null ? "" : text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
