package org.parkland.workbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.parkland.analysis.DayLayers;
import org.parkland.analysis.FigureQuery;
import org.parkland.analysis.Figures;
import org.parkland.analysis.LandAnalysis;
import org.parkland.analysis.Report;
import org.parkland.analysis.ReportQuery;
import org.parkland.analysis.Workspace;
import org.parkland.export.ListTable;
import org.parkland.land.RedLine;
import org.parkland.land.RedLinePolicy;
import org.parkland.land.Unit;
import org.parkland.pack.Headings;

/**
 * What a template can name: single values ({@code redLine.ratio}) and lists ({@code units}), which are drawn only when
 * a template names them. A name that ends in {@code M2} has twins in {@code Ha} and {@code Mu}: hectares and 亩.
 */
final class TemplateData {
  private static final double HECTARE_M2 = 10_000;
  private static final double MU_M2 = 2000.0 / 3;

  private final Workspace workspace;
  private final LandAnalysis analysis;
  private final BookQuery query;
  private final Headings headings;
  private final DayLayers day;
  private final RedLinePolicy policy;
  private final Figures figures;
  private final Map<String, Object> values = new LinkedHashMap<>();
  private final Map<String, Supplier<List<Map<String, Object>>>> lists = new LinkedHashMap<>();
  private final Map<String, List<Map<String, Object>>> drawn = new LinkedHashMap<>();

  /** @throws org.parkland.BadInput if there are no figures for the query */
  TemplateData(Workspace workspace, LandAnalysis analysis, BookQuery query) {
    this.workspace = workspace;
    this.analysis = analysis;
    this.query = query;
    this.headings = Headings.read(workspace.settings().standards());
    this.day = analysis.day(query.asOf());
    this.policy = workspace.policies().redLine()
        .find(query.policy() != null ? query.policy() : workspace.district().policy());
    this.figures = analysis.figures().draw(day, new FigureQuery(query.state(), policy, query.method()));
    head();
    int place = query.unit() == null ? 0 : figures.find(query.unit()).orElseThrow(() -> new org.parkland.BadInput(
        "unit '" + query.unit() + "'", "there is no such unit", "use an id of the units layer"));
    unit(place).forEach((name, value) -> values.put(name.startsWith("redLine.") ? name : "unit." + name, value));
    lists.put("units", () -> figures.places().stream().map(this::unit).toList());
    lists.put("structure", () -> structure(place));
    lists.put("landUse", () -> landUse(place));
    lists.put("ledger", this::ledger);
    lists.put("idle", () -> both(ListTable.idle(analysis.idle(day, query.today()), query.unit(), query.english())));
    lists.put("candidates",
        () -> both(ListTable.candidates(analysis.sites(day, query.today()), query.unit(), Map.of(), query.english())));
  }

  private void head() {
    values.put("district.name", workspace.district().name());
    values.put("district.nameEn", workspace.district().nameEn());
    values.put("district.code", workspace.district().code());
    values.put("district.note", workspace.district().synthetic() ? workspace.district().note() : null);
    values.put("asOf", day.asOf());
    values.put("today", query.today() != null ? query.today() : day.asOf());
    values.put("state", headings.word("state." + query.state().word()).zh());
    values.put("areaMethod", headings.word("area." + query.method().word()).zh());
    values.put("policy.name", policy.name());
    values.put("policy.title", policy.title());
    values.put("policy.threshold", policy.threshold());
    values.put("policy.numerator", String.join("、", policy.numerator()));
    values.put("policy.denominator", String.join("、", policy.denominator()));
    values.put("policy.source", policy.source());
    values.put("policy.date", policy.date());
  }

  private Map<String, Object> unit(int place) {
    Unit unit = figures.unit(place);
    RedLine line = figures.redLine(place);
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", unit.id());
    row.put("name", unit.name());
    row.put("nameEn", unit.nameEn());
    row.put("kind", unit.kind());
    row.put("kindName", headings.word("kind." + unit.kind()).zh());
    area(row, "area", figures.unitM2(place));
    area(row, "covered", figures.coveredM2(place));
    area(row, "redLine.numerator", line.numeratorM2());
    area(row, "redLine.denominator", line.denominatorM2());
    area(row, "redLine.headroom", line.headroomM2());
    row.put("redLine.ratio", line.ratio());
    row.put("redLine.lowestRatio", line.lowest());
    row.put("redLine.highestRatio", line.highest());
    row.put("redLine.status", headings.word("status." + line.status().word()).zh());
    return row;
  }

  private static void area(Map<String, Object> row, String name, double m2) {
    row.put(name + "M2", m2);
    row.put(name + "Ha", m2 / HECTARE_M2);
    row.put(name + "Mu", m2 / MU_M2);
  }

  /** The same rows with hectares and 亩 beside every area. */
  private static List<Map<String, Object>> withUnits(List<Map<String, Object>> rows) {
    List<Map<String, Object>> more = new ArrayList<>();
    for (Map<String, Object> row : rows) {
      Map<String, Object> wide = new LinkedHashMap<>();
      row.forEach((name, value) -> {
        wide.put(name, value);
        if (name.endsWith("M2")) {
          String bare = name.substring(0, name.length() - 2);
          wide.put(bare + "Ha", value == null ? null : (Double) (((Number) value).doubleValue() / HECTARE_M2));
          wide.put(bare + "Mu", value == null ? null : (Double) (((Number) value).doubleValue() / MU_M2));
        }
      });
      more.add(wide);
    }
    return more;
  }

  private List<Map<String, Object>> landUse(int place) {
    return withUnits(figures.landUse(place, false).stream().map(each -> {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("code", each.code());
      row.put("name", each.name());
      row.put("areaM2", each.areaM2());
      row.put("parcels", each.parcels());
      return row;
    }).toList());
  }

  private List<Map<String, Object>> structure(int place) {
    Map<String, Object> answer = report(Report.STRUCTURE, figures.unit(place).id());
    return withUnits(maps(maps(answer.get("units")).get(0).get("structure")));
  }

  private List<Map<String, Object>> ledger() {
    return withUnits(maps(report(Report.LEDGER, query.unit()).get("entries")).stream().map(each -> {
      Map<String, Object> row = new LinkedHashMap<>(each);
      row.put("change", headings.word("change." + each.get("change")).zh());
      return row;
    }).toList());
  }

  /** Rows of a list have all its columns, so that an empty value is not taken for an unknown name. */
  private static List<Map<String, Object>> both(ListTable table) {
    return withUnits(table.rows().stream().map(each -> {
      Map<String, Object> row = new LinkedHashMap<>();
      table.columns().forEach(column -> row.put(column, each.get(column)));
      return row;
    }).toList());
  }

  private Map<String, Object> report(Report report, String unit) {
    return analysis.reports().draw(new ReportQuery(report, query.asOf(), query.state(), query.method(), policy, null,
        unit, null, 0, query.from(), query.to(), null)).answer();
  }

  @SuppressWarnings("unchecked") // A report is plain data: arrays of objects are lists of maps.
  private static List<Map<String, Object>> maps(Object value) {
    return (List<Map<String, Object>>) value;
  }

  boolean hasValue(String name) {
    return values.containsKey(name);
  }

  Object value(String name) {
    return values.get(name);
  }

  boolean hasList(String name) {
    return lists.containsKey(name);
  }

  /**
   * The rows of a list.
   *
   * @param kind of the units wanted, for the list of units; empty for all
   */
  List<Map<String, Object>> rows(String list, String kind) {
    List<Map<String, Object>> all = drawn.computeIfAbsent(list, name -> lists.get(name).get());
    return kind.isEmpty() ? all : all.stream().filter(each -> kind.equals(each.get("kind"))).toList();
  }

  /** Names of single values, and of lists as {@code units[].name}, for messages. */
  List<String> names(String list) {
    if (list != null) {
      return rows(list, "").stream().limit(1).flatMap(each -> each.keySet().stream())
          .map(each -> list + "[]." + each).toList();
    }
    List<String> names = new ArrayList<>(new TreeSet<>(values.keySet()));
    lists.keySet().forEach(each -> names.add(each + "[]…"));
    return names;
  }
}
