package org.parkland.analysis;

import static org.parkland.analysis.ReportDesk.object;

import java.util.List;
import java.util.Map;
import org.parkland.geometry.Crs;
import org.parkland.indicator.PolicyComparison;
import org.parkland.land.PolicyDifference;
import org.parkland.land.Snapshot;

/** Two policies over the same land of one unit: the classes and parcels that make the difference. */
record PoliciesReport(ReportDesk desk) {
  private static final List<String> CLASS_COLUMNS =
      List.of("code", "name", "settlement", "areaM2", "numeratorM2", "denominatorM2", "ratioPart");
  private static final List<String> PARCEL_COLUMNS = List.of("parcel", "code", "name", "areaM2");

  Sheet draw(ReportQuery query, DayLayers day) {
    ReportDesk.requireNoBlocks(query.policy());
    ReportDesk.requireNoBlocks(query.against());
    Snapshot land = day.of(query.state());
    PolicyDifference found = PolicyComparison.of(
        desk.register(query, land, day.units()), 0, query.policy(), query.against());
    List<Map<String, Object>> classes = found.classes().stream().map(each -> object("code", each.code(), "name",
        desk.className(each.code()), "settlement", each.settlement(), "areaM2", each.areaM2(), "numeratorM2",
        each.numeratorM2(), "denominatorM2", each.denominatorM2(), "ratioPart", each.ratioPart())).toList();
    List<Map<String, Object>> parcels = found.parcels().stream().map(each -> object("parcel", each.parcel(), "code",
        each.code(), "name", desk.className(each.code()), "areaM2", each.areaM2())).toList();
    Map<String, Object> answer = desk.head(query, day);
    answer.put("state", query.state().word());
    answer.put("unit", ReportDesk.unit(desk.oneUnit(query, day.units(), Crs.of(land.crs()))));
    answer.put("a", object("policy", FigureJson.policy(query.policy()), "redLine", ReportDesk.redLine(found.first())));
    answer.put("b",
        object("policy", FigureJson.policy(query.against()), "redLine", ReportDesk.redLine(found.second())));
    answer.put("classes", classes);
    answer.put("parcels", parcels);
    return new Sheet(answer, List.of(new Sheet.Table("口径差异（地类）", CLASS_COLUMNS, classes),
        new Sheet.Table("口径差异（地块）", PARCEL_COLUMNS, parcels)));
  }
}
