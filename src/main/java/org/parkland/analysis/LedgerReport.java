package org.parkland.analysis;

import static org.parkland.analysis.ReportDesk.object;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.parkland.geometry.Crs;
import org.parkland.indicator.LedgerKeeper;
import org.parkland.land.ExactSum;
import org.parkland.land.Ledger;
import org.parkland.land.LedgerEntry;
import org.parkland.land.LedgerEntry.Change;
import org.parkland.land.RedLine;

/** What changed in a unit between two days, parcel by parcel; both days are cut by the units of the later one. */
record LedgerReport(ReportDesk desk) {
  private static final List<String> COLUMNS = List.of("parcel", "change", "codeBefore", "codeAfter", "areaBeforeM2",
      "areaAfterM2", "numeratorM2", "denominatorM2", "ratioPart");

  Sheet draw(ReportQuery query, DayLayers from, DayLayers to) {
    ReportDesk.requireNoBlocks(query.policy());
    Ledger ledger = LedgerKeeper.compare(desk.register(query, from.parcels(), to.units()),
        desk.register(query, to.parcels(), to.units()), 0, query.policy());
    List<Map<String, Object>> entries = ledger.entries().stream().map(LedgerReport::entry).toList();
    Map<String, Object> answer = object("district", desk.workspace().district().code(), "from",
        from.asOf().toString(), "to", to.asOf().toString(), "areaMethod", query.method().word(), "unit",
        ReportDesk.unit(desk.oneUnit(query, to.units(), Crs.of(to.parcels().crs()))), "policy",
        FigureJson.policy(query.policy()));
    answer.put("before", side(ledger.before()));
    answer.put("after", side(ledger.after()));
    answer.put("change", change(ledger));
    answer.put("totals", totals(ledger));
    answer.put("entries", entries);
    answer.put("unlisted", object("parcels", ledger.unlisted(), "numeratorM2", ledger.unlistedNumeratorM2(),
        "denominatorM2", ledger.unlistedDenominatorM2(), "ratioPart", ledger.unlistedRatioPart()));
    return new Sheet(answer, List.of(new Sheet.Table("变化台账", COLUMNS, entries)));
  }

  /** As the data stand: what is in doubt is told by the red line of each day. */
  private static Map<String, Object> side(RedLine line) {
    return object("numeratorM2", line.numeratorM2(), "denominatorM2", line.denominatorM2(), "ratio", line.ratio(),
        "headroomM2", line.headroomM2());
  }

  private static Map<String, Object> change(Ledger ledger) {
    RedLine before = ledger.before();
    RedLine after = ledger.after();
    return object("numeratorM2", ExactSum.of(after.numeratorM2(), -before.numeratorM2()).m2(), "denominatorM2",
        ExactSum.of(after.denominatorM2(), -before.denominatorM2()).m2(), "ratio",
        before.ratio() == null || after.ratio() == null ? null : Double.valueOf(after.ratio() - before.ratio()));
  }

  private static Map<String, Object> entry(LedgerEntry each) {
    return object("parcel", each.parcel(), "change", word(each.change()), "codeBefore", each.codeBefore(),
        "codeAfter", each.codeAfter(), "areaBeforeM2", each.areaBeforeM2(), "areaAfterM2", each.areaAfterM2(),
        "numeratorM2", each.numeratorM2(), "denominatorM2", each.denominatorM2(), "ratioPart", each.ratioPart());
  }

  private static String word(Change change) {
    return change.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The listed entries by kind of change. */
  private static List<Map<String, Object>> totals(Ledger ledger) {
    Map<Change, List<LedgerEntry>> byChange = new EnumMap<>(Change.class);
    ledger.entries().forEach(each -> byChange.computeIfAbsent(each.change(), unused -> new java.util.ArrayList<>())
        .add(each));
    return byChange.entrySet().stream().map(each -> object("change", word(each.getKey()), "parcels",
        each.getValue().size(), "areaBeforeM2", sum(each.getValue(), LedgerEntry::areaBeforeM2), "areaAfterM2",
        sum(each.getValue(), LedgerEntry::areaAfterM2), "numeratorM2",
        sum(each.getValue(), LedgerEntry::numeratorM2), "denominatorM2",
        sum(each.getValue(), LedgerEntry::denominatorM2))).toList();
  }

  private static double sum(List<LedgerEntry> entries, java.util.function.ToDoubleFunction<LedgerEntry> part) {
    return ExactSum.of(entries.stream().mapToDouble(part).toArray()).m2();
  }
}
