package org.parkland.analysis;

import static org.parkland.analysis.ReportDesk.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.parkland.BadInput;
import org.parkland.geometry.Crs;
import org.parkland.geometry.Reprojection;
import org.parkland.indicator.ChangeMatrix;
import org.parkland.land.Classification;
import org.parkland.land.Parcel;
import org.parkland.land.PlannedLand;
import org.parkland.land.Snapshot;
import org.parkland.land.State;
import org.parkland.land.Unit;
import org.parkland.land.UseChange;
import org.parkland.overlay.PlannedBlocks;
import org.parkland.store.FeatureCursor;
import org.parkland.store.FeatureQuery;

/** The change matrix: current parcels laid over the plan, in the CRS of the parcels. */
record ChangesReport(ReportDesk desk) {
  private static final List<String> COLUMNS =
      List.of("unit", "current", "currentName", "planned", "plannedName", "areaM2", "parcels");

  Sheet draw(ReportQuery query, DayLayers day) {
    Snapshot parcels = day.parcels();
    Crs crs = Crs.of(parcels.crs());
    PlannedBlocks plan = PlannedBlocks.of(blocks(day.of(State.PLANNED), crs, query.level()), places(query, day, crs),
        LandFigures.measure(crs, query.method()));
    List<PlannedLand> planned = plan.planned();
    ChangeMatrix matrix = desk.figures().collect(parcels, plan.units(),
        () -> new ChangeMatrix(planned, code -> shortened(code, query.level())));
    List<Map<String, Object>> cells = new ArrayList<>();
    for (UseChange each : matrix.cells()) {
      if (query.unit() == null || query.unit().equals(each.place())) {
        cells.add(object("unit", each.place(), "current", each.current(), "currentName",
            desk.className(each.current()), "planned", each.planned(), "plannedName", desk.className(each.planned()),
            "areaM2", each.areaM2(), "parcels", each.parcels()));
      }
    }
    Map<String, Object> answer = desk.head(query, day);
    answer.put("by", query.by());
    answer.put("level", query.level() == 0 ? null : query.level());
    answer.put("cells", cells);
    answer.put("findings", FigureJson.findings(plan.units().findings()));
    return new Sheet(answer, List.of(new Sheet.Table("现状至规划变化", COLUMNS, cells)));
  }

  private static String shortened(String code, int level) {
    return code == null || level == 0 ? code : Classification.atLevel(code, level);
  }

  private List<Parcel> blocks(Snapshot zoning, Crs crs, int level) {
    Reprojection reprojection = Crs.of(zoning.crs()).to(crs);
    List<Parcel> blocks = new ArrayList<>();
    try (FeatureCursor rows = desk.workspace().store().features(zoning, FeatureQuery.all().only("id", "land_use"))) {
      while (rows.hasNext()) {
        Parcel block = Parcel.of(rows.next());
        blocks.add(new Parcel(block.id(), shortened(block.landUse(), level), false,
            reprojection.apply(block.geometry())));
      }
    }
    return blocks;
  }

  private List<Unit> places(ReportQuery query, DayLayers day, Crs crs) {
    if (query.unit() != null) {
      return List.of(desk.oneUnit(query, day.units(), crs));
    }
    if (query.by() == null) {
      return List.of();
    }
    List<Unit> all = desk.unitAreas().in(day.units(), crs);
    List<Unit> ofKind = all.stream().filter(each -> each.kind().equals(query.by())).toList();
    if (ofKind.isEmpty()) {
      throw new BadInput("by '" + query.by() + "'", "there is no such kind of unit",
          "use one of " + String.join(", ", all.stream().map(Unit::kind).distinct().toList()));
    }
    return ofKind;
  }
}
