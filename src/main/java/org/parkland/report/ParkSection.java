package org.parkland.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.parkland.BadInput;
import org.parkland.land.State;

/** 一园一策: all parks in one table, and a page for each park of the policy's first kind, or for the unit itself. */
final class ParkSection implements Section {
  private static final int DIGITS = 2;

  private final Maps maps;

  ParkSection(Maps maps) {
    this.maps = maps;
  }

  @Override
  public void write(Draft draft) {
    draft.section("parks", draft.say("report.parks"));
    try {
      JsonNode answer = draft.answers().parks();
      List<JsonNode> here = new ArrayList<>();
      answer.path("parks").forEach(park -> {
        if (draft.answers().isHere(park.path("id").asText())) {
          here.add(park);
        }
      });
      if (here.isEmpty()) {
        draft.note(draft.say("report.parksNone"));
      } else {
        summary(draft, here);
        draft.note(draft.say("report.source", "source", answer.path("policy").path("source").asText()));
        String paged = answer.path("policy").path("kinds").path(0).asText();
        here.stream().filter(each -> each.path("kind").asText().equals(paged)
            || each.path("id").asText().equals(draft.answers().unit().id())).forEach(each -> page(draft, each));
      }
    } catch (BadInput e) {
      draft.note(e.getMessage());
    }
    draft.end();
  }

  private static void summary(Draft draft, List<JsonNode> parks) {
    Grid grid = new Grid(draft.say("landuse.caption", "unit", draft.unitWord()), 2, draft.say("report.park"),
        draft.say("report.kind"), draft.say("report.area"), draft.say("redline.numerator"), draft.say("report.industryShare"),
        draft.say("report.idleLand"), draft.say("report.inefficientLand"), draft.say("report.plotRatio"));
    for (JsonNode park : parks) {
      grid.row(draft.words(park, "name"), draft.language().dataWord("kind", park.path("kind").asText()),
          draft.area(park.path("areaM2")), draft.area(park.path("industryM2")), draft.percent(park.path("industryShare")),
          draft.area(park.path("idleM2")), draft.area(park.path("inefficientM2")), figure(park.path("plotRatio")));
    }
    grid.write(draft.html);
  }

  private static String figure(JsonNode value) {
    return Rounding.number(Draft.number(value), DIGITS);
  }

  private void page(Draft draft, JsonNode park) {
    String id = park.path("id").asText();
    draft.html.open("div", "class", "park").element("h3", draft.words(park, "name"));
    draft.html.open("table", "class", "pair").open("tr").open("td");
    draft.picture(maps.park(draft, id, State.CURRENT), draft.say("report.parkMap", "park", draft.words(park, "name"),
        "state", draft.say("state.current")));
    draft.html.element("p", draft.say("state.current"), "class", "under").close().open("td");
    if (draft.answers().hasPlan()) {
      draft.picture(maps.park(draft, id, State.PLANNED), draft.say("report.parkMap", "park", draft.words(park, "name"),
          "state", draft.say("state.planned")));
      draft.html.element("p", draft.say("state.planned"), "class", "under");
    }
    draft.html.close().close().close();
    figures(draft, park);
    next(draft, park);
    landUse(draft, park.path("landUse"));
    draft.html.close();
  }

  private static void figures(Draft draft, JsonNode park) {
    Grid grid = new Grid(null, 1, draft.say("report.figure"), draft.say("report.value"), draft.say("report.known"));
    grid.row(draft.say("report.area"), draft.areaWithUnit(park.path("areaM2")), "");
    grid.row(draft.say("redline.numerator"), draft.areaWithUnit(park.path("industryM2")), "");
    grid.row(draft.say("report.industryShare"), draft.percent(park.path("industryShare")), "");
    grid.row(draft.say("report.idleLand"), draft.areaWithUnit(park.path("idleM2")), "");
    grid.row(draft.say("report.inefficientLand"), draft.areaWithUnit(park.path("inefficientM2")), "");
    grid.row(draft.say("report.plotRatio"), figure(park.path("plotRatio")), draft.areaWithUnit(park.path("plotRatioKnownM2")));
    grid.row(draft.say("report.investment"), figure(park.path("investmentPerMuWan")),
        draft.areaWithUnit(park.path("investmentKnownM2")));
    grid.row(draft.say("report.tax"), figure(park.path("taxPerMuWan")), draft.areaWithUnit(park.path("taxKnownM2")));
    grid.write(draft.html);
  }

  private static void next(Draft draft, JsonNode park) {
    String steps = StreamSupport.stream(park.path("next").spliterator(), false)
        .map(each -> draft.words(each, "name")).collect(Collectors.joining(draft.language().isEnglish() ? "; " : "；"));
    if (!steps.isEmpty()) {
      draft.note(draft.say("report.next", "steps", steps));
    }
  }

  /** Current beside planned land, class by class as delivered. */
  private static void landUse(Draft draft, JsonNode landUse) {
    Map<String, JsonNode[]> rows = new TreeMap<>();
    for (State state : State.values()) {
      landUse.path(state.word()).forEach(row -> rows.computeIfAbsent(row.path("code").asText(""),
          code -> new JsonNode[State.values().length])[state.ordinal()] = row);
    }
    boolean planned = landUse.has(State.PLANNED.word());
    Grid grid = new Grid(draft.say("landuse.caption", "unit", draft.unitWord()), 2, draft.say("report.code"),
        draft.say("landuse.class"), draft.say("state.current"), draft.say("state.planned"), draft.say("landuse.change"));
    rows.forEach((code, pair) -> {
      JsonNode any = pair[0] != null ? pair[0] : pair[1];
      double now = area(pair[0]);
      double then = area(pair[1]);
      grid.row(any.path("code").isNull() ? "" : code, draft.className(any), draft.area(now),
          planned ? draft.area(then) : Rounding.UNKNOWN,
          planned ? Rounding.signed(draft.area(then - now)) : Rounding.UNKNOWN);
    });
    grid.write(draft.html);
  }

  private static double area(JsonNode row) {
    return row == null ? 0 : row.path("areaM2").asDouble();
  }
}
