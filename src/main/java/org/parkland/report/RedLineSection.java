package org.parkland.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.parkland.land.RedLinePolicy;
import org.parkland.land.State;
import org.parkland.print.Charts;

/** The red line: its definition, the interval, what decides it, current beside planned, and every unit within. */
final class RedLineSection implements Section {
  private static final int MOST_DOUBTS = 12;
  private static final int MOST_BARS = 34;
  private static final double CHART_PT = 510;

  private final Charts charts;

  RedLineSection(Charts charts) {
    this.charts = charts;
  }

  @Override
  public void write(Draft draft) {
    JsonNode current = draft.answers().redLine(State.CURRENT);
    JsonNode planned = draft.answers().redLine(State.PLANNED);
    draft.section("red-line", draft.say("report.redLine"));
    definition(draft);
    Grid grid = new Grid(draft.say("landuse.caption", "unit", draft.unitWord()), 1, "", draft.say("state.current"),
        draft.say("state.planned"));
    grid.row(draft.say("redline.ratio"), draft.ratio(current.path("ratio")), draft.ratio(planned.path("ratio")));
    grid.row(draft.say("redline.interval"), interval(draft, current), interval(draft, planned));
    grid.row(draft.say("report.verdict"), verdict(draft, current), verdict(draft, planned));
    for (String figure : List.of("numerator", "denominator", "headroom")) {
      String key = figure.equals("headroom") ? "redline.headroomShort" : "redline." + figure;
      grid.row(draft.say(key), draft.area(current.path(figure + "M2")), draft.area(planned.path(figure + "M2")));
    }
    grid.write(draft.html);
    doubts(draft, current);
    chart(draft);
    draft.end();
  }

  private static void definition(Draft draft) {
    RedLinePolicy policy = draft.order().policy();
    draft.html.open("div", "class", "definition")
        .element("p", draft.language().name(policy.title(), policy.titleEn()), "class", "lead")
        .element("p", draft.say("redline.formula", "numerator", String.join("、", policy.numerator()), "denominator",
            String.join("、", policy.denominator())))
        .element("p", draft.say("report.threshold", "threshold", Rounding.percent(policy.threshold())))
        .element("p", draft.say("redline.source", "source", draft.language().name(policy.source(), policy.sourceEn()), "date", draft.date(policy.date())),
            "class", "note").close();
  }

  private static String interval(Draft draft, JsonNode line) {
    return line.path("lowestRatio").isNumber()
        ? draft.ratio(line.path("lowestRatio")) + " – " + draft.ratio(line.path("highestRatio")) : Rounding.UNKNOWN;
  }

  static String verdict(Draft draft, JsonNode line) {
    return line.isMissingNode() ? Rounding.UNKNOWN : draft.say("redline.status." + line.path("status").asText());
  }

  private static void doubts(Draft draft, JsonNode line) {
    JsonNode doubts = line.path("doubts");
    if (doubts.isEmpty()) {
      if (line.path("ratio").isNull()) {
        draft.note(draft.say("redline.whyUnknown"));
      }
      return;
    }
    draft.note(draft.say("redline.deciding"));
    Grid grid = new Grid(null, 2, draft.say("report.cause"), draft.say("report.subject"), draft.unitWord());
    int shown = 0;
    for (JsonNode doubt : doubts) {
      if (shown++ < MOST_DOUBTS) {
        grid.row(draft.say("redline.cause." + doubt.path("cause").asText()), doubt.path("subject").asText(),
            draft.area(doubt.path("areaM2")));
      }
    }
    grid.write(draft.html);
    if (doubts.size() > MOST_DOUBTS) {
      draft.note(draft.say("redline.moreDoubts", "count", doubts.size() - MOST_DOUBTS));
    }
  }

  /** What does not fit the chart is counted, not dropped unsaid. */
  private void chart(Draft draft) {
    List<Charts.Bar> bars = new ArrayList<>();
    List<JsonNode> units = draft.answers().redLines();
    units.stream().limit(MOST_BARS).forEach(unit -> bars.add(bar(draft, unit)));
    draft.html.element("h3", draft.say("report.units"));
    draft.picture(charts.ratios(bars, draft.order().policy().threshold(),
        draft.say("report.floor", "threshold", Rounding.percent(draft.order().policy().threshold())), CHART_PT),
        draft.say("report.units"));
    if (units.size() > MOST_BARS) {
      draft.note(draft.say("report.moreUnits", "count", units.size() - MOST_BARS));
    }
  }

  private static Charts.Bar bar(Draft draft, JsonNode unit) {
    JsonNode line = unit.path("redLine");
    String status = line.path("status").asText();
    return new Charts.Bar(draft.words(unit, "name"), Draft.number(line.path("ratio")),
        Draft.number(line.path("lowestRatio")), Draft.number(line.path("highestRatio")), status.equals("pass"),
        status.equals("breach"), draft.ratio(line.path("ratio")));
  }
}
