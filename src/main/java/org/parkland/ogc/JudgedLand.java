package org.parkland.ogc;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Geometry;
import org.parkland.analysis.DayLayers;
import org.parkland.analysis.IdleRegister;
import org.parkland.analysis.LandAnalysis;
import org.parkland.analysis.SiteStudy;
import org.parkland.analysis.Workspace;
import org.parkland.geometry.Crs;
import org.parkland.idle.Ranking;
import org.parkland.land.Attribute;
import org.parkland.land.Attribute.Type;
import org.parkland.land.Feature;
import org.parkland.land.LayerKind;
import org.parkland.land.Snapshot;
import org.parkland.ogc.items.FeatureSet;
import org.parkland.ogc.items.ListedItems;
import org.parkland.ogc.items.ListedItems.Row;
import org.parkland.ogc.items.ListedItems.Rows;
import org.parkland.store.Snapshots;

/** Idle cases and candidates as collections: a row is a parcel, and its id the parcel's number. */
final class JudgedLand {
  private final Workspace workspace;
  private final LandAnalysis analysis;
  private final BiFunction<String, Type, Attribute> attribute;

  /** @param attribute makes one by its name and type */
  JudgedLand(Workspace workspace, LandAnalysis analysis, BiFunction<String, Type, Attribute> attribute) {
    this.workspace = workspace;
    this.analysis = analysis;
    this.attribute = attribute;
  }

  FeatureSet idleCases() {
    Map<String, Type> types = new LinkedHashMap<>();
    types.put("parcel", Type.TEXT);
    types.put("location", Type.TEXT);
    types.put("holder", Type.TEXT);
    types.put("land_use", Type.CLASS);
    types.put("area_m2", Type.AREA);
    types.put("status", Type.TEXT);
    types.put("status_key", Type.TEXT);
    types.put("suspected_idle", Type.FLAG);
    types.put("clause", Type.TEXT);
    types.put("due_on", Type.DATE);
    types.put("days_overdue", Type.NUMBER);
    types.put("next_on", Type.DATE);
    types.put("inefficient", Type.TEXT);
    types.put("suspected_inefficient", Type.FLAG);
    types.put("units", Type.TEXT);
    Function<DayLayers, IdleRegister> register = day -> analysis.idle(day, null);
    return listed("idle-cases", types, keptLast(register, (day, drawn) ->
        rows(day, idleRows(day, drawn))));
  }

  FeatureSet candidates() {
    Map<String, Type> types = new LinkedHashMap<>();
    types.put("parcel", Type.TEXT);
    types.put("location", Type.TEXT);
    types.put("rank", Type.NUMBER);
    types.put("score", Type.NUMBER);
    types.put("stability", Type.NUMBER);
    types.put("area_m2", Type.AREA);
    types.put("neighbours", Type.NUMBER);
    types.put("status", Type.TEXT);
    Function<DayLayers, SiteStudy> study = day -> analysis.sites(day, null);
    return listed("candidates", types, keptLast(study, (day, drawn) -> rows(day, places(drawn.plainRanking()).stream()
        .map(each -> row(day, drawn.entry(each.site()), candidate(drawn, each))).toList())));
  }

  private List<Row> idleRows(DayLayers day, IdleRegister register) {
    List<Feature> parcels = IdleProperties.parcels(register);
    return IntStream.range(0, register.entries().size()).mapToObj(i ->
        row(day, register.entries().get(i), IdleProperties.of(register.entries(), parcels, i))).toList();
  }

  private static List<Ranking.Place> places(Ranking ranking) {
    return ranking.page(0, ranking.size());
  }

  private FeatureSet listed(String id, Map<String, Type> types, Function<LocalDate, Rows> drawUp) {
    List<Attribute> attributes =
        types.entrySet().stream().map(each -> attribute.apply(each.getKey(), each.getValue())).toList();
    return new ListedItems(id, attributes, this::days, drawUp);
  }

  private List<LocalDate> days() {
    return Snapshots.current(workspace.store().snapshots()).stream().filter(each -> each.kind() == LayerKind.PARCELS)
        .map(Snapshot::asOf).distinct().sorted().toList();
  }

  private record Drawn<T>(T from, Rows rows) {}

  /** What it is drawn from is kept by the analysis; the list made of it last is kept here. */
  private <T> Function<LocalDate, Rows> keptLast(Function<DayLayers, T> draw, BiFunction<DayLayers, T, Rows> list) {
    AtomicReference<Drawn<T>> last = new AtomicReference<>();
    return wanted -> {
      if (Snapshots.at(workspace.store().snapshots(), LayerKind.PARCELS, wanted == null ? LocalDate.MAX : wanted).isEmpty()) {
        return Rows.NONE;
      }
      DayLayers day = analysis.day(wanted);
      T drawn = draw.apply(day);
      Drawn<T> kept = last.get();
      if (kept == null || kept.from() != drawn) {
        kept = new Drawn<>(drawn, list.apply(day, drawn));
        last.set(kept);
      }
      return kept.rows();
    };
  }

  private static Rows rows(DayLayers day, List<Row> rows) {
    return new Rows(Crs.of(day.parcels().crs()), rows);
  }

  private Row row(DayLayers day, IdleRegister.Entry entry, Map<String, Object> properties) {
    String parcel = entry.id();
    Supplier<Geometry> shape = () -> workspace.store().find(day.parcels(), parcel).orElseThrow().geometry();
    return new Row(parcel, properties, entry.box(), shape);
  }

  private static Map<String, Object> candidate(SiteStudy study, Ranking.Place place) {
    IdleRegister.Entry entry = study.entry(place.site());
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("parcel", place.site().parcel());
    properties.put("location", study.location(place.site()));
    properties.put("rank", (double) place.rank());
    properties.put("score", place.score());
    properties.put("stability", place.stability());
    properties.put("area_m2", place.site().areaM2());
    properties.put("neighbours", (double) place.site().idleNeighbours());
    properties.put("status", entry.suspicion());
    return properties;
  }
}
