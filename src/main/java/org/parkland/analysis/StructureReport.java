package org.parkland.analysis;

import static org.parkland.analysis.ReportDesk.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.parkland.indicator.StructureTable;
import org.parkland.land.StructureFigure;
import org.parkland.land.StructureRow;

/** The national structure table (国土空间功能结构调整表), unit by unit. */
record StructureReport(ReportDesk desk) {
  private static final StructureRow IN_NO_ROW =
      new StructureRow("none", null, "无法归类", "Not assignable", List.of());
  private static final List<String> COLUMNS =
      List.of("kind", "unit", "unitName", "row", "within", "name", "areaM2", "share");

  Sheet draw(ReportQuery query, DayLayers day) {
    Figures figures = desk.figures().draw(day, query.figures());
    List<Map<String, Object>> units = new ArrayList<>();
    List<Map<String, Object>> lines = new ArrayList<>();
    for (int place : desk.places(query, figures)) {
      Map<String, Object> unit = FigureJson.unit(figures, place);
      List<Map<String, Object>> rows = new ArrayList<>();
      for (StructureFigure each
          : StructureTable.of(figures.tally(), place, desk.workspace().standards().structure())) {
        StructureRow row = each.row() != null ? each.row() : IN_NO_ROW;
        rows.add(object("id", row.id(), "within", row.within(), "name", row.name(), "nameEn", row.nameEn(),
            "areaM2", each.areaM2(), "share", each.share()));
        lines.add(object("kind", unit.get("kind"), "unit", unit.get("id"), "unitName", unit.get("name"),
            "row", row.id(), "within", row.within(), "name", row.name(), "areaM2", each.areaM2(),
            "share", each.share()));
      }
      unit.put("structure", rows);
      units.add(unit);
    }
    Map<String, Object> answer = FigureJson.head(desk.workspace().district().code(), figures);
    answer.put("units", units);
    return new Sheet(answer, List.of(new Sheet.Table("国土空间功能结构", COLUMNS, lines)));
  }
}
