package org.parkland.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Optional;
import org.parkland.BadInput;

/** What moved the red line between two days: totals by kind of change, and the weightiest parcels. */
final class LedgerSection implements Section {
  private static final int MOST_ENTRIES = 15;
  /** Shares of a ratio are told in percentage points. */
  private static final int POINT_DIGITS = 4;

  @Override
  public void write(Draft draft) {
    draft.section("ledger", draft.say("report.ledger"));
    try {
      Optional<JsonNode> ledger = draft.answers().ledger();
      ledger.ifPresentOrElse(each -> write(draft, each), () -> draft.note(draft.say("report.ledgerNone")));
    } catch (BadInput e) {
      draft.note(e.getMessage());
    }
    draft.end();
  }

  private static void write(Draft draft, JsonNode ledger) {
    draft.note(draft.say("report.ledgerDays", "from", day(draft, ledger, "from"), "to", day(draft, ledger, "to")));
    Grid sides = new Grid(draft.say("landuse.caption", "unit", draft.unitWord()), 1, "", day(draft, ledger, "from"),
        day(draft, ledger, "to"), draft.say("landuse.change"));
    for (String figure : java.util.List.of("numerator", "denominator")) {
      String key = figure + "M2";
      sides.row(draft.say("redline." + figure), draft.area(ledger.path("before").path(key)),
          draft.area(ledger.path("after").path(key)), Rounding.signed(draft.area(ledger.path("change").path(key))));
    }
    sides.row(draft.say("redline.ratio"), draft.ratio(ledger.path("before").path("ratio")),
        draft.ratio(ledger.path("after").path("ratio")), points(draft, ledger.path("change").path("ratio"), 2));
    sides.write(draft.html);
    totals(draft, ledger);
    entries(draft, ledger.path("entries"));
  }

  private static String day(Draft draft, JsonNode ledger, String side) {
    return draft.date(LocalDate.parse(ledger.path(side).asText()));
  }

  private static String points(Draft draft, JsonNode share, int digits) {
    Double value = Draft.number(share);
    return value == null ? Rounding.UNKNOWN : Rounding.signed(Rounding.number(100 * value, digits)) + " "
        + draft.say("report.points");
  }

  private static void totals(Draft draft, JsonNode ledger) {
    Grid grid = new Grid(draft.say("landuse.caption", "unit", draft.unitWord()), 1, draft.say("report.change"),
        draft.say("idle.count"), draft.say("report.before"), draft.say("report.after"), draft.say("redline.numerator"),
        draft.say("redline.denominator"));
    for (JsonNode row : ledger.path("totals")) {
      grid.row(draft.say("report.change." + row.path("change").asText()),
          Rounding.number(Draft.number(row.path("parcels")), 0), draft.area(row.path("areaBeforeM2")),
          draft.area(row.path("areaAfterM2")), Rounding.signed(draft.area(row.path("numeratorM2"))),
          Rounding.signed(draft.area(row.path("denominatorM2"))));
    }
    JsonNode unlisted = ledger.path("unlisted");
    grid.row("sub", new String[] {draft.say("report.unlisted"), Rounding.number(Draft.number(unlisted.path("parcels")), 0),
        "", "", Rounding.signed(draft.area(unlisted.path("numeratorM2"))),
        Rounding.signed(draft.area(unlisted.path("denominatorM2")))});
    grid.write(draft.html);
  }

  /** The entries come with the weightiest first. */
  private static void entries(Draft draft, JsonNode entries) {
    if (entries.isEmpty()) {
      return;
    }
    draft.html.element("h3", draft.say("report.weightiest", "count", Math.min(MOST_ENTRIES, entries.size()), "total",
        entries.size()));
    Grid grid = new Grid(draft.say("landuse.caption", "unit", draft.unitWord()), 4, draft.say("report.parcel"),
        draft.say("report.change"), draft.say("report.codeBefore"), draft.say("report.codeAfter"),
        draft.say("redline.numerator"), draft.say("redline.denominator"), draft.say("report.ratioPart"));
    for (int i = 0; i < Math.min(MOST_ENTRIES, entries.size()); i++) {
      JsonNode entry = entries.get(i);
      grid.row(entry.path("parcel").asText(), draft.say("report.change." + entry.path("change").asText()),
          entry.path("codeBefore").asText("").replace("null", ""), entry.path("codeAfter").asText("").replace("null", ""),
          Rounding.signed(draft.area(entry.path("numeratorM2"))), Rounding.signed(draft.area(entry.path("denominatorM2"))),
          points(draft, entry.path("ratioPart"), POINT_DIGITS));
    }
    grid.write(draft.html);
  }
}
