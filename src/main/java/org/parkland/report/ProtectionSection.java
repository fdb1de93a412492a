package org.parkland.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.parkland.land.State;

/** What stands and what is planned inside the protection line against its rules. */
final class ProtectionSection implements Section {
  private static final int MOST_ENTRIES = 15;

  @Override
  public void write(Draft draft) {
    draft.section("protection", draft.say("report.protection"));
    Optional<JsonNode> current = draft.answers().protection(State.CURRENT);
    if (current.isEmpty()) {
      draft.note(draft.say("report.protectionNone"));
    } else {
      line(draft, current.get());
      encroachments(draft, current.get(), State.CURRENT);
      draft.answers().protection(State.PLANNED).ifPresent(planned -> encroachments(draft, planned, State.PLANNED));
    }
    draft.end();
  }

  private static void line(Draft draft, JsonNode protection) {
    Grid grid = new Grid(draft.say("landuse.caption", "unit", draft.unitWord()), 1, "", draft.unitWord());
    if (draft.answers().isWhole()) {
      for (JsonNode level : protection.path("levels")) {
        grid.row(draft.say("report.level", "level", level.path("level").asText()), draft.area(level.path("areaM2")));
      }
    }
    for (JsonNode unit : protection.path("enclosed")) {
      if (unit.path("id").asText().equals(draft.answers().unit().id())) {
        JsonNode test = unit.path("test");
        grid.row(draft.say("report.enclosed"), draft.area(unit.path("enclosedM2")));
        grid.row(draft.say("report.enclosedShare"), draft.percent(test.path("ratio")) + "  "
            + RedLineSection.verdict(draft, test));
      }
    }
    grid.write(draft.html);
    draft.note(draft.say("report.source", "source", protection.path("policy").path("source").asText()));
  }

  private static void encroachments(Draft draft, JsonNode protection, State state) {
    List<JsonNode> here = draft.answers().encroachments(protection, state);
    double sumM2 = here.stream().mapToDouble(each -> each.path("areaM2").asDouble()).sum();
    double shownM2 = draft.answers().isWhole() ? protection.path("encroachmentsM2").asDouble() : sumM2;
    draft.html.element("h3", draft.say("report.encroachments", "state", draft.say("state." + state.word()), "count",
        here.size(), "area", draft.area(shownM2) + " " + draft.unitWord()));
    if (here.isEmpty()) {
      return;
    }
    Grid grid = new Grid(draft.say("landuse.caption", "unit", draft.unitWord()), 4, draft.say("report.block"),
        draft.say("report.levelHead"), draft.say(state == State.CURRENT ? "report.parcel" : "report.planBlock"),
        draft.say("landuse.class"), draft.say("report.area"));
    here.stream().sorted(java.util.Comparator.comparingDouble(each -> -each.path("areaM2").asDouble())).limit(MOST_ENTRIES)
        .forEach(each -> grid.row(each.path("block").asText(), each.path("level").asText(), each.path("parcel").asText(),
            each.path("code").asText("") + " " + draft.className(each), draft.area(each.path("areaM2"))));
    grid.write(draft.html);
    if (here.size() > MOST_ENTRIES) {
      draft.note(draft.say("report.moreEntries", "count", here.size() - MOST_ENTRIES));
    }
    here.stream().map(each -> each.path("clause").asText()).distinct().sorted()
        .forEach(each -> draft.note(draft.say("report.clause", "clause", each)));
  }
}
