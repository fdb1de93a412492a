package org.parkland.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parkland.land.Classification;
import org.parkland.land.State;
import org.parkland.print.Charts;

/** The land-use balance, current beside planned, on the first two levels. */
final class BalanceSection implements Section {
  private static final int DEEPEST_CODE = 4;
  private static final double CHART_PT = 510;

  private final Classification classification;
  private final Charts charts;

  BalanceSection(Classification classification, Charts charts) {
    this.classification = classification;
    this.charts = charts;
  }

  @Override
  public void write(Draft draft) {
    JsonNode current = draft.answers().landUse(State.CURRENT);
    JsonNode planned = draft.answers().landUse(State.PLANNED);
    draft.section("balance", draft.say("report.balance"));
    draft.picture(charts.shares(stacks(draft, current, planned), classification, CHART_PT), draft.say("report.balance"));
    table(draft, current, planned).write(draft.html);
    draft.note(draft.say("report.balanceNote"));
    draft.end();
  }

  private List<Charts.Stack> stacks(Draft draft, JsonNode current, JsonNode planned) {
    List<Charts.Stack> stacks = new ArrayList<>();
    stacks.add(stack(draft, "state.current", current));
    if (!planned.isMissingNode()) {
      stacks.add(stack(draft, "state.planned", planned));
    }
    return stacks;
  }

  private Charts.Stack stack(Draft draft, String name, JsonNode unit) {
    List<Charts.Part> parts = new ArrayList<>();
    double total = total(unit);
    for (JsonNode row : unit.path("landUse")) {
      String code = row.path("code").asText("");
      if (code.length() == 2 && total > 0) {
        parts.add(new Charts.Part(code, draft.className(row), row.path("areaM2").asDouble() / total));
      }
    }
    return new Charts.Stack(draft.say(name), parts);
  }

  /** Land of all main classes and without one. */
  private static double total(JsonNode unit) {
    double sum = 0;
    for (JsonNode row : unit.path("landUse")) {
      sum += isMain(row) ? row.path("areaM2").asDouble() : 0;
    }
    return sum;
  }

  private static boolean isMain(JsonNode row) {
    return row.path("code").asText("").length() <= 2 || row.path("code").isNull();
  }

  private Grid table(Draft draft, JsonNode current, JsonNode planned) {
    boolean both = !planned.isMissingNode();
    Grid grid = new Grid(draft.say("landuse.caption", "unit", draft.unitWord()), 2, draft.say("report.code"),
        draft.say("landuse.class"), draft.say("state.current"), draft.say("landuse.share"), draft.say("state.planned"),
        draft.say("landuse.share"), draft.say("landuse.change"));
    Map<String, JsonNode[]> rows = new LinkedHashMap<>();
    put(current, 0, rows);
    put(planned, 1, rows);
    double currentM2 = total(current);
    double plannedM2 = total(planned);
    rows.keySet().stream().sorted(java.util.Comparator.comparing((String code) -> code.isEmpty()).thenComparing(code -> code)).forEach(code -> {
      JsonNode[] pair = rows.get(code);
      JsonNode any = pair[0] != null ? pair[0] : pair[1];
      double now = area(pair[0]);
      double then = area(pair[1]);
      grid.row(code.length() <= 2 ? "main" : "sub", new String[] {code, draft.className(any), draft.area(now),
          share(now, currentM2), both ? draft.area(then) : Rounding.UNKNOWN,
          both ? share(then, plannedM2) : Rounding.UNKNOWN,
          both ? Rounding.signed(draft.area(then - now)) : Rounding.UNKNOWN});
    });
    return grid.row("total", new String[] {"", draft.say("landuse.total"), draft.area(currentM2),
        share(currentM2, currentM2), both ? draft.area(plannedM2) : Rounding.UNKNOWN,
        both ? share(plannedM2, plannedM2) : Rounding.UNKNOWN,
        both ? Rounding.signed(draft.area(plannedM2 - currentM2)) : Rounding.UNKNOWN});
  }

  private static void put(JsonNode unit, int side, Map<String, JsonNode[]> rows) {
    for (JsonNode row : unit.path("landUse")) {
      String code = row.path("code").isNull() ? "" : row.path("code").asText();
      if (code.length() <= DEEPEST_CODE) {
        rows.computeIfAbsent(code, key -> new JsonNode[2])[side] = row;
      }
    }
  }

  private static double area(JsonNode row) {
    return row == null ? 0 : row.path("areaM2").asDouble();
  }

  private static String share(double areaM2, double totalM2) {
    return totalM2 > 0 ? Rounding.percent(areaM2 / totalM2) + "%" : Rounding.UNKNOWN;
  }
}
