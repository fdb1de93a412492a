package org.parkland.analysis;

import static org.parkland.analysis.ReportDesk.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.parkland.geometry.AreaMeasure;
import org.parkland.geometry.Crs;
import org.parkland.indicator.ControlArea;
import org.parkland.indicator.ParcelRegister;
import org.parkland.indicator.Reconciliation;
import org.parkland.land.AreaDifference;
import org.parkland.land.Feature;
import org.parkland.land.ParcelAreas;
import org.parkland.land.Tolerances;
import org.parkland.store.FeatureCursor;
import org.parkland.store.FeatureQuery;

/**
 * Computed, registered and approved area of whole parcels. With a unit: of the parcels that have at least half of
 * their land in it, since a registered area cannot be divided.
 */
record ReconciliationReport(ReportDesk desk) {
  private static final List<String> COLUMNS = List.of("parcel", "computedM2", "registeredM2", "approvedM2",
      "registeredMinusComputedM2", "approvedMinusComputedM2");

  Sheet draw(ReportQuery query, DayLayers day) {
    List<ParcelAreas> parcels = parcels(query, day);
    Tolerances tolerances = desk.workspace().policies().tolerances();
    Reconciliation found =
        Reconciliation.of(parcels, tolerances.agreementM2(), tolerances.agreementShare());
    List<Map<String, Object>> differences =
        found.differences().stream().map(ReconciliationReport::difference).toList();
    Map<String, Object> answer = desk.head(query, day);
    answer.put("unit", query.unit());
    answer.put("toleranceM2", tolerances.agreementM2());
    answer.put("toleranceShare", tolerances.agreementShare());
    answer.put("source", tolerances.source());
    answer.put("parcels", parcels.size());
    answer.put("registeredParcels", parcels.stream().map(ParcelAreas::registeredM2).filter(Objects::nonNull).count());
    answer.put("approvedParcels", parcels.stream().map(ParcelAreas::approvedM2).filter(Objects::nonNull).count());
    answer.put("computedM2", found.computedM2());
    answer.put("registeredM2", found.registeredM2());
    answer.put("approvedM2", found.approvedM2());
    answer.put("differences", differences);
    List<Sheet.Table> tables = new ArrayList<>(List.of(new Sheet.Table("面积差异", COLUMNS, differences)));
    if (query.controlM2() != null) {
      adjust(query, parcels, answer, tables);
    }
    return new Sheet(answer, tables);
  }

  private List<ParcelAreas> parcels(ReportQuery query, DayLayers day) {
    Crs crs = Crs.of(day.parcels().crs());
    AreaMeasure measure = LandFigures.measure(crs, query.method());
    ParcelRegister inUnit = query.unit() == null ? null : desk.register(query, day.parcels(), day.units());
    Map<String, Double> piecesM2 = inUnit == null ? null : inUnit.areasM2(0);
    List<ParcelAreas> parcels = new ArrayList<>();
    FeatureQuery columns = FeatureQuery.all().only("id", "registered_area_m2", "approved_area_m2");
    try (FeatureCursor rows = desk.workspace().store().features(day.parcels(), columns)) {
      while (rows.hasNext()) {
        Feature row = rows.next();
        double areaM2 = measure.areaM2(row.geometry());
        if (piecesM2 == null || piecesM2.getOrDefault(row.id(), 0.0) >= areaM2 / 2) {
          parcels.add(new ParcelAreas(
              row.id(), areaM2, row.number("registered_area_m2"), row.number("approved_area_m2")));
        }
      }
    }
    return parcels;
  }

  private static Map<String, Object> difference(AreaDifference each) {
    ParcelAreas areas = each.areas();
    return object("parcel", areas.parcel(), "computedM2", areas.computedM2(), "registeredM2", areas.registeredM2(),
        "approvedM2", areas.approvedM2(), "registeredMinusComputedM2", each.registeredMinusComputedM2(),
        "approvedMinusComputedM2", each.approvedMinusComputedM2());
  }

  private static void adjust(
      ReportQuery query, List<ParcelAreas> parcels, Map<String, Object> answer, List<Sheet.Table> tables) {
    ControlArea control =
        ControlArea.adjust(parcels.stream().map(ParcelAreas::computedM2).toList(), query.controlM2());
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int i = 0; i < parcels.size(); i++) {
      rows.add(object("parcel", parcels.get(i).parcel(), "computedM2", parcels.get(i).computedM2(), "adjustedM2",
          control.adjustedM2().get(i)));
    }
    answer.put("control", object("controlM2", query.controlM2(), "residualM2", control.residualM2().doubleValue(),
        "parcels", rows));
    tables.add(0, new Sheet.Table("控制面积平差", List.of("parcel", "computedM2", "adjustedM2"), rows));
  }
}
