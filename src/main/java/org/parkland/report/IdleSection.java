package org.parkland.report;

import com.fasterxml.jackson.databind.JsonNode;

/** Idle land: the ladder, and the funnel from nominal to usable. */
final class IdleSection implements Section {
  @Override
  public void write(Draft draft) {
    draft.section("idle", draft.say("report.idle"));
    draft.note(draft.say("report.idleNote", "date", draft.date(draft.answers().today())));
    ladder(draft);
    funnel(draft);
    draft.end();
  }

  private static void ladder(Draft draft) {
    draft.html.element("h3", draft.say("idle.statuses"));
    Grid grid = new Grid(null, 1, draft.say("idle.statusHead"), draft.say("idle.count"),
        draft.say("report.areaIn", "unit", draft.unitWord()));
    for (JsonNode rung : draft.answers().statuses()) {
      String look = rung.path("suspected").asBoolean() ? "suspected" : null;
      grid.row(look, new String[] {draft.words(rung, "status"), Rounding.number(Draft.number(rung.path("count")), 0),
          draft.area(rung.path("areaM2"))});
    }
    grid.write(draft.html);
  }

  private static void funnel(Draft draft) {
    JsonNode funnel = draft.answers().funnel();
    draft.html.element("h3", draft.say("funnel.title"));
    String area = draft.say("report.areaIn", "unit", draft.unitWord());
    Grid grid = new Grid(null, 1, draft.say("report.step"), draft.say("report.left"), area, draft.say("report.fell"), area);
    grid.row("main", new String[] {draft.say("funnel.entered"), count(funnel.path("entered")),
        draft.area(funnel.path("enteredM2")), "", ""});
    for (JsonNode step : funnel.path("steps")) {
      grid.row(draft.words(step, "title"), count(step.path("left")), draft.area(step.path("leftM2")),
          count(step.path("fell")), draft.area(step.path("fellM2")));
    }
    grid.row("total", new String[] {draft.say("funnel.usable"), count(funnel.path("usable")),
        draft.area(funnel.path("usableM2")), "", ""});
    grid.write(draft.html);
    draft.note(draft.say("funnel.source", "source", funnel.path("policy").path("source").asText()));
  }

  private static String count(JsonNode parcels) {
    return Rounding.number(Draft.number(parcels), 0);
  }
}
