package org.parkland.analysis;

import static org.parkland.analysis.ReportDesk.object;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parkland.land.RedLine;

/** The red line and the construction land of every unit on every day there are parcels for, oldest first. */
record TrendReport(ReportDesk desk) {
  private static final double DAYS_PER_YEAR = 365.2425;
  private static final List<String> COLUMNS = List.of("unit", "unitName", "asOf", "numeratorM2", "denominatorM2",
      "ratio", "headroomM2", "status", "constructionM2", "constructionPerYearM2");

  Sheet draw(ReportQuery query, List<DayLayers> days) {
    Map<String, Map<String, Object>> units = new LinkedHashMap<>();
    List<Map<String, Object>> lines = new ArrayList<>();
    for (DayLayers day : days) {
      Figures figures = desk.figures().draw(day, query.figures());
      for (int place : desk.places(query, figures)) {
        Map<String, Object> unit = units.computeIfAbsent(figures.unit(place).id(), id -> newUnit(figures, place));
        @SuppressWarnings("unchecked")
        List<Map<String, Object>> points = (List<Map<String, Object>>) unit.get("points");
        points.add(point(figures, place, points.isEmpty() ? null : points.get(points.size() - 1)));
      }
    }
    units.values().forEach(unit -> ((List<?>) unit.get("points")).forEach(point -> {
      Map<String, Object> line = object("unit", unit.get("id"), "unitName", unit.get("name"));
      ((Map<?, ?>) point).forEach((key, value) -> line.put((String) key, value));
      lines.add(line);
    }));
    Map<String, Object> answer = object("district", desk.workspace().district().code(), "areaMethod",
        query.method().word(), "policy", FigureJson.policy(query.policy()), "units", List.copyOf(units.values()));
    return new Sheet(answer, List.of(new Sheet.Table("历年变化", COLUMNS, lines)));
  }

  private static Map<String, Object> newUnit(Figures figures, int place) {
    Map<String, Object> unit = ReportDesk.unit(figures.unit(place));
    unit.put("points", new ArrayList<Map<String, Object>>());
    return unit;
  }

  /** {@code constructionPerYearM2}: net growth of construction land since the point before, per year. */
  private Map<String, Object> point(Figures figures, int place, Map<String, Object> before) {
    RedLine line = figures.redLine(place);
    double constructionM2 = figures.tally().areaM2(place, desk.workspace().policies().protection()::inEnclosedDenominator);
    Double perYearM2 = before == null ? null : Double.valueOf((constructionM2 - (Double) before.get("constructionM2"))
        * DAYS_PER_YEAR / ChronoUnit.DAYS.between(java.time.LocalDate.parse((String) before.get("asOf")), figures.asOf()));
    return object("asOf", figures.asOf().toString(), "numeratorM2", line.numeratorM2(), "denominatorM2",
        line.denominatorM2(), "ratio", line.ratio(), "headroomM2", line.headroomM2(), "status", line.status().word(),
        "lowestRatio", line.lowest(), "highestRatio", line.highest(), "constructionM2", constructionM2,
        "constructionPerYearM2", perYearM2);
  }
}
