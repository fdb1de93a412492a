package org.parkland.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.parkland.BadInput;
import org.parkland.geometry.Crs;
import org.parkland.indicator.ParcelRegister;
import org.parkland.land.LandUseClass;
import org.parkland.land.RedLine;
import org.parkland.land.Snapshot;
import org.parkland.land.Unit;
import org.parkland.overlay.PreparedUnits;

/** What all reports work with: the workspace, its figures, and the words of their JSON. */
record ReportDesk(
    Workspace workspace, LandFigures figures, UnitAreas unitAreas, Function<DayLayers, IdleRegister> idle) {

  /** Keys and values in turn. */
  static Map<String, Object> object(Object... pairs) {
    Map<String, Object> json = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      json.put((String) pairs[i], pairs[i + 1]);
    }
    return json;
  }

  /** What every report begins with. */
  Map<String, Object> head(ReportQuery query, DayLayers day) {
    return object("district", workspace.district().code(), "asOf", day.asOf().toString(), "areaMethod",
        query.method().word());
  }

  static Map<String, Object> unit(Unit unit) {
    return object("kind", unit.kind(), "id", unit.id(), "name", unit.name(), "nameEn", unit.nameEn());
  }

  /** Numerator, denominator and what follows from them. */
  static Map<String, Object> redLine(RedLine line) {
    return FigureJson.redLine(line);
  }

  /** Name of a class; null for land without code and for codes in no classification. */
  String className(String code) {
    return code == null ? null
        : workspace.standards().classification().find(code).map(LandUseClass::name).orElse(null);
  }

  /** The unit asked for, or the first of the layer, in the CRS of some land. */
  Unit oneUnit(ReportQuery query, Snapshot units, Crs crs) {
    List<Unit> all = unitAreas.in(units, crs);
    return all.stream().filter(each -> query.unit() == null || each.id().equals(query.unit())).findFirst()
        .orElseThrow(() -> noUnit(query.unit(), all));
  }

  /** Places of the unit asked for, or of all. */
  List<Integer> places(ReportQuery query, Figures figures) {
    return query.unit() == null ? figures.places() : List.of(figures.find(query.unit())
        .orElseThrow(() -> noUnit(query.unit(), figures.units().units())));
  }

  private static BadInput noUnit(String id, List<Unit> all) {
    return new BadInput("unit '" + id + "'", "there is no such unit",
        "use one of " + String.join(", ", all.stream().limit(10).map(Unit::id).toList()) + " …");
  }

  /** Every parcel's land in the one unit asked for, by the units of a day. */
  ParcelRegister register(ReportQuery query, Snapshot land, Snapshot units) {
    Crs crs = Crs.of(land.crs());
    PreparedUnits unit = PreparedUnits.of(
        List.of(oneUnit(query, units, crs)), LandFigures.measure(crs, query.method()));
    return figures.collect(land, unit, () -> new ParcelRegister(1));
  }

  /** Policies that count land inside blocks look at more than class and settlement of a parcel. */
  static void requireNoBlocks(org.parkland.land.RedLinePolicy policy) {
    if (!policy.inBlocks().isEmpty()) {
      throw new BadInput("policy " + policy.name(), "counts land inside industrial blocks, which is not followed"
          + " parcel by parcel", "choose another policy");
    }
  }
}
