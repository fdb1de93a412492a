package org.parkland.report;

import com.fasterxml.jackson.databind.JsonNode;
import org.parkland.land.District;
import org.parkland.land.State;

/** What the report is about, its figures in one line, and the map. */
final class CoverSection implements Section {
  private final District district;
  private final Maps maps;

  CoverSection(District district, Maps maps) {
    this.district = district;
    this.maps = maps;
  }

  @Override
  public void write(Draft draft) {
    draft.html.open("header", "class", "cover").element("h1", title(draft));
    draft.html.element("p", draft.say("report.head", "district", draft.language().name(district.name(), district.nameEn()),
        "date", draft.date(draft.answers().day().asOf()), "method", draft.say("report.method." + draft.order().method().word()),
        "printed", draft.date(java.time.LocalDate.now())), "class", "head");
    draft.html.element("p", draft.say("report.policy", "policy", draft.language().name(draft.order().policy().title(),
        draft.order().policy().titleEn())), "class", "head");
    if (district.synthetic()) {
      draft.html.element("p", draft.language().name(district.note(), district.noteEn()), "class", "synthetic");
    }
    draft.html.close();
    keys(draft);
    State state = draft.order().state() == State.PLANNED && draft.answers().hasPlan() ? State.PLANNED : State.CURRENT;
    draft.section("map", draft.say("report.map", "state", draft.say("state." + state.word())));
    draft.picture(maps.whole(draft, state), draft.say("report.map", "state", draft.say("state." + state.word())));
    draft.end();
  }

  String title(Draft draft) {
    return draft.say("report.title", "unit",
        draft.language().name(draft.answers().unit().name(), draft.answers().unit().nameEn()));
  }

  /** The figures that one looks for first. */
  private static void keys(Draft draft) {
    JsonNode line = draft.answers().redLine(State.CURRENT);
    JsonNode funnel = draft.answers().funnel();
    draft.html.open("table", "class", "keys").open("tr");
    key(draft, draft.say("report.ratio"), draft.ratio(line.path("ratio")), RedLineSection.verdict(draft, line));
    boolean short_ = line.path("headroomM2").asDouble() < 0;
    key(draft, draft.say(short_ ? "redline.shortfall" : "redline.headroom"),
        draft.area(Math.abs(line.path("headroomM2").asDouble())), draft.unitWord());
    key(draft, draft.say("redline.numerator"), draft.area(line.path("numeratorM2")), draft.unitWord());
    key(draft, draft.say("funnel.entered"), draft.area(funnel.path("enteredM2")), draft.unitWord());
    key(draft, draft.say("report.usable"), draft.area(funnel.path("usableM2")), draft.unitWord());
    draft.html.close().close();
  }

  private static void key(Draft draft, String name, String figure, String unit) {
    draft.html.open("td").element("p", name, "class", "key-name").element("p", figure, "class", "key-figure")
        .element("p", unit, "class", "key-unit").close();
  }
}
