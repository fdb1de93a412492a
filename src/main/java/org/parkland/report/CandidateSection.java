package org.parkland.report;

import com.fasterxml.jackson.databind.JsonNode;

/** The best of the usable sites, with what is suggested for them. */
final class CandidateSection implements Section {
  private static final int SCORE_DIGITS = 2;

  @Override
  public void write(Draft draft) {
    JsonNode ranking = draft.answers().candidates();
    draft.section("candidates", draft.say("report.candidates"));
    if (ranking.path("candidates").isEmpty()) {
      draft.note(draft.say("ranking.empty"));
    } else {
      draft.note(draft.say("report.candidatesOf", "count", ranking.path("candidates").size(), "total",
          ranking.path("total").asInt()));
      table(draft, ranking.path("candidates"));
      JsonNode stability = ranking.path("stability");
      draft.note(draft.say("ranking.note", "spread", Rounding.number(100 * stability.path("spread").asDouble(), 0),
          "variations", stability.path("variations").asText(), "top", stability.path("top").asText()));
    }
    draft.end();
  }

  private static void table(Draft draft, JsonNode sites) {
    Grid grid = new Grid(null, 5, draft.say("report.rank"), draft.say("report.parcel"), draft.say("report.location"),
        draft.say("idle.statusHead"), draft.say("report.way"), draft.say("report.areaIn", "unit", draft.unitWord()),
        draft.say("report.score"), draft.say("ranking.stability"));
    for (JsonNode site : sites) {
      JsonNode way = site.path("reuse").path(0);
      grid.row(site.path("rank").asText(), site.path("parcel").asText(), site.path("location").asText("").replace("null", ""),
          draft.words(site, "status"), way.isMissingNode() ? Rounding.UNKNOWN : draft.words(way, "title"),
          draft.area(site.path("areaM2")), Rounding.number(Draft.number(site.path("score")), SCORE_DIGITS),
          Rounding.number(100 * site.path("stability").asDouble(), 0) + "%");
    }
    grid.write(draft.html);
  }
}
