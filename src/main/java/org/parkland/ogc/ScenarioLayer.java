package org.parkland.ogc;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.parkland.analysis.ScenarioDesk;
import org.parkland.analysis.ScenarioLand;
import org.parkland.geometry.Crs;
import org.parkland.land.Attribute;
import org.parkland.land.Attribute.Type;
import org.parkland.land.SavedScenario;
import org.parkland.ogc.items.FeatureSet;
import org.parkland.ogc.items.ListedItems;
import org.parkland.ogc.items.ListedItems.Row;
import org.parkland.ogc.items.ListedItems.Rows;

/**
 * Saved scenarios as a collection: an item is a parcel that one of them touches, as it is before or after. Its id is
 * that of the scenario, the state, the stage and the parcel: {@code 7-current-after-440704001009GB00804}.
 */
final class ScenarioLayer {
  private static final Map<String, Type> TYPES = new LinkedHashMap<>();

  static {
    TYPES.put("scenario", Type.NUMBER);
    TYPES.put("scenario_name", Type.TEXT);
    TYPES.put("version", Type.NUMBER);
    TYPES.put("as_of", Type.DATE);
    TYPES.put("state", Type.TEXT);
    TYPES.put("stage", Type.TEXT);
    TYPES.put("parcel", Type.TEXT);
    TYPES.put("land_use", Type.CLASS);
    TYPES.put("area_m2", Type.AREA);
    TYPES.put("changes", Type.TEXT);
  }

  private record Version(long scenario, long version) {}

  /** Rows of a version, which never changes, in the CRS of the land it is laid on. */
  private final Map<Version, Rows> kept = new ConcurrentHashMap<>();
  private final ScenarioDesk desk;

  ScenarioLayer(ScenarioDesk desk) {
    this.desk = desk;
  }

  /** @param attribute makes one by its name and type */
  FeatureSet set(BiFunction<String, Type, Attribute> attribute) {
    List<Attribute> attributes =
        TYPES.entrySet().stream().map(each -> attribute.apply(each.getKey(), each.getValue())).toList();
    return new ListedItems("scenarios", attributes, this::days, this::rows);
  }

  private List<LocalDate> days() {
    return desk.saved().stream().map(SavedScenario::asOf).distinct().sorted().toList();
  }

  /** Of the scenarios laid on land of the day or before. */
  private Rows rows(LocalDate day) {
    List<SavedScenario> saved = desk.saved();
    kept.keySet().retainAll(saved.stream().map(ScenarioLayer::version).toList());
    List<Row> all = new ArrayList<>();
    Crs crs = null;
    for (SavedScenario each : saved) {
      if (day == null || !each.asOf().isAfter(day)) {
        Rows rows = kept.computeIfAbsent(version(each), key -> rows(each));
        crs = crs == null ? rows.crs() : crs;
        all.addAll(crs.equals(rows.crs()) ? rows.all() : moved(rows, crs));
      }
    }
    return new Rows(crs, all);
  }

  private static Version version(SavedScenario saved) {
    return new Version(saved.id(), saved.version());
  }

  private static List<Row> moved(Rows rows, Crs crs) {
    return rows.all().stream().map(each -> new Row(each.id(), each.properties(), each.box(),
        () -> rows.crs().to(crs).apply(each.shape().get()))).toList();
  }

  private Rows rows(SavedScenario saved) {
    ScenarioLand land = desk.land(saved);
    return new Rows(land.crs(), land.rows().stream().map(each -> row(saved, each, land.crs())).toList());
  }

  private static Row row(SavedScenario saved, ScenarioLand.Row parcel, Crs crs) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("scenario", (double) saved.id());
    properties.put("scenario_name", saved.name());
    properties.put("version", (double) saved.version());
    properties.put("as_of", saved.asOf());
    properties.put("state", parcel.state().word());
    properties.put("stage", parcel.stage());
    properties.put("parcel", parcel.parcel());
    properties.put("land_use", parcel.landUse());
    properties.put("area_m2", parcel.areaM2());
    properties.put("changes", parcel.changes());
    Geometry shape = parcel.shape();
    Envelope box = crs.to(Crs.of(Crs.DEGREES)).apply(shape.getEnvelopeInternal());
    String id = saved.id() + "-" + parcel.state().word() + "-" + parcel.stage() + "-" + parcel.parcel();
    return new Row(id, properties, box, () -> shape);
  }
}
