package org.parkland.analysis;

import static org.parkland.analysis.ReportDesk.object;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parkland.BadInput;
import org.parkland.geometry.Crs;
import org.parkland.indicator.ParkTally;
import org.parkland.land.Feature;
import org.parkland.land.LayerKind;
import org.parkland.land.ParcelYield;
import org.parkland.land.ParkFigures;
import org.parkland.land.ParkPolicy;
import org.parkland.land.State;
import org.parkland.land.Unit;
import org.parkland.overlay.PreparedUnits;
import org.parkland.store.FeatureCursor;
import org.parkland.store.FeatureQuery;

/** 一园一策: the parks, which are the units of the kinds that the policy names. */
record ParksReport(ReportDesk desk) {
  private static final List<String> COLUMNS = List.of("kind", "id", "name", "areaM2", "industryM2", "industryShare",
      "idleM2", "inefficientM2", "plotRatio", "investmentPerMuWan", "taxPerMuWan", "upgraded");

  Sheet draw(ReportQuery query, DayLayers day) {
    ParkPolicy policy = desk.workspace().policies().parks();
    Crs crs = Crs.of(day.parcels().crs());
    List<Unit> parks = desk.unitAreas().in(day.units(), crs).stream()
        .filter(each -> policy.kinds().contains(each.kind())).toList();
    if (parks.isEmpty()) {
      throw new BadInput("units", "no unit is a park", "give parks one of the kinds "
          + String.join(", ", policy.kinds()) + ", or name their kinds in policies/park.yaml");
    }
    PreparedUnits prepared = PreparedUnits.of(parks, LandFigures.measure(crs, query.method()));
    Map<String, ParcelYield> yields = yields(day);
    ParkTally tally = desk.figures().collect(day.parcels(), prepared,
        () -> new ParkTally(parks.size(), policy, yields::get));
    Map<String, Boolean> upgraded = upgraded(day);
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int i = 0; i < parks.size(); i++) {
      Unit park = parks.get(i);
      Map<String, Object> row = park(tally.figures(i, park, prepared.areaM2(i), upgraded.get(park.id())));
      row.put("landUse", landUse(query, day, park.id()));
      rows.add(row);
    }
    Map<String, Object> answer = desk.head(query, day);
    answer.put("policy", object("kinds", policy.kinds(), "industry", policy.industry(), "investmentPerMuWan",
        policy.investmentPerMuWan(), "taxPerMuWan", policy.taxPerMuWan(), "plotRatio", policy.plotRatio(), "source",
        policy.source(), "date", policy.date().toString()));
    answer.put("parks", rows);
    return new Sheet(answer, List.of(new Sheet.Table("一园一策", COLUMNS, rows)));
  }

  private static Map<String, Object> park(ParkFigures each) {
    Map<String, Object> json = ReportDesk.unit(each.park());
    json.putAll(object("areaM2", each.areaM2(), "coveredM2", each.coveredM2(), "industryM2", each.industryM2(),
        "industryShare", each.industryShare(), "idleM2", each.idleM2(), "inefficientM2", each.inefficientM2(),
        "plotRatio", each.plotRatio(), "plotRatioKnownM2", each.plotRatioKnownM2(), "investmentPerMuWan",
        each.investmentPerMuWan(), "investmentKnownM2", each.investmentKnownM2(), "taxPerMuWan", each.taxPerMuWan(),
        "taxKnownM2", each.taxKnownM2(), "upgraded", each.upgraded()));
    json.put("conditions", each.conditions().stream().map(ParkPolicy.Condition::word).toList());
    json.put("next", each.next().stream().map(step -> object("name", step.name(), "nameEn", step.nameEn())).toList());
    return json;
  }

  /** Of parcels that something is known of. */
  private Map<String, ParcelYield> yields(DayLayers day) {
    IdleRegister register = desk.idle().apply(day);
    Map<String, ParcelYield> yields = new HashMap<>();
    FeatureQuery columns = FeatureQuery.all().only("id", "floor_area_m2", "fixed_assets_wan", "tax_wan");
    try (FeatureCursor rows = desk.workspace().store().features(day.parcels(), columns)) {
      while (rows.hasNext()) {
        Feature row = rows.next();
        IdleRegister.Entry entry = register.find(row.id()).orElse(null);
        if (entry != null || row.attributes().size() > 1) {
          yields.put(row.id(), new ParcelYield(row.number("floor_area_m2"), row.number("fixed_assets_wan"),
              row.number("tax_wan"), entry != null && entry.isIdle(), entry != null && entry.isInefficient()));
        }
      }
    }
    return yields;
  }

  private Map<String, Boolean> upgraded(DayLayers day) {
    Map<String, Boolean> upgraded = new HashMap<>();
    try (FeatureCursor rows = desk.workspace().store().features(day.units(), FeatureQuery.all())) {
      while (rows.hasNext()) {
        Feature row = rows.next();
        upgraded.put(row.id(), row.flag("upgraded"));
      }
    }
    return upgraded;
  }

  /** Current land and, where there is a plan, planned land by class. */
  private Map<String, Object> landUse(ReportQuery query, DayLayers day, String park) {
    Map<String, Object> byState = new java.util.LinkedHashMap<>();
    for (State state : State.values()) {
      if (state == State.CURRENT || day.find(LayerKind.ZONING).isPresent()) {
        Figures figures = desk.figures().draw(day, new FigureQuery(state, query.policy(), query.method()));
        byState.put(state.word(), FigureJson.landUse(figures.landUse(figures.find(park).orElseThrow(), false)));
      }
    }
    return byState;
  }
}
