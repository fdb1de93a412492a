package org.parkland.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.parkland.geometry.AreaMeasure;
import org.parkland.geometry.AreaMethod;
import org.parkland.geometry.Crs;
import org.parkland.geometry.OutsideProjectionException;
import org.parkland.geometry.Reprojection;
import org.parkland.land.Feature;
import org.parkland.land.LayerKind;
import org.parkland.land.OverlayFinding;
import org.parkland.land.Parcel;
import org.parkland.land.PieceCollector;
import org.parkland.land.Pieces;
import org.parkland.land.Snapshot;
import org.parkland.land.Unit;
import org.parkland.overlay.ParcelOverlay;
import org.parkland.overlay.PreparedUnits;
import org.parkland.store.FeatureCursor;
import org.parkland.store.FeatureQuery;
import org.parkland.store.Store;

/** All that is known of one parcel: its attributes, its areas, the units it lies in, what the plan says. */
public final class ParcelFacts {
  /** A part smaller than this is a line drawn twice, not a use of land; it is not shown. */
  private static final double SHOWN_M2 = 0.01;

  private record UnitsKey(long snapshot, String crs) {}

  private final Store store;
  private final UnitAreas unitAreas;
  private final Map<UnitsKey, PreparedUnits> prepared = new ConcurrentHashMap<>();

  ParcelFacts(Store store, UnitAreas unitAreas) {
    this.store = store;
    this.unitAreas = unitAreas;
  }

  /**
   * One parcel's facts.
   *
   * @param computedM2 ellipsoidal
   * @param units the pieces of it, unit by unit
   * @param planned the parts of it, planned class by planned class
   * @param shape in degrees
   */
  public record Facts(
      Feature parcel, double computedM2, List<UnitPart> units, List<PlannedPart> planned, Geometry shape) {}

  /** A part of a parcel in a unit. */
  public record UnitPart(Unit unit, double areaM2) {}

  /** A part of a parcel with one planned class; {@code block} is the number of the largest planned block. */
  public record PlannedPart(String code, String block, double areaM2) {}

  public Optional<Facts> find(String id, DayLayers day) {
    return store.find(day.parcels(), id).map(parcel -> facts(parcel, day));
  }

  /** The parcel at a point in degrees; the first one where parcels overlap. */
  public Optional<Facts> at(double longitude, double latitude, DayLayers day) {
    Coordinate place;
    try {
      place = Crs.of(Crs.DEGREES).to(Crs.of(day.parcels().crs())).apply(longitude, latitude);
    } catch (OutsideProjectionException e) {
      return Optional.empty();
    }
    return at(place, day);
  }

  private Optional<Facts> at(Coordinate place, DayLayers day) {
    try (FeatureCursor rows = store.features(day.parcels(), FeatureQuery.all().within(new Envelope(place)))) {
      while (rows.hasNext()) {
        Feature parcel = rows.next();
        Point point = parcel.geometry().getFactory().createPoint(place);
        if (parcel.geometry().intersects(point)) {
          return Optional.of(facts(parcel, day));
        }
      }
    }
    return Optional.empty();
  }

  /** Ids of the units that hold at least half of a parcel, which is when it is said to lie in them. */
  Set<String> unitsOf(Feature parcel, DayLayers day, double areaM2) {
    Crs crs = Crs.of(day.parcels().crs());
    return units(parcel, day, crs, AreaMeasure.of(AreaMethod.ELLIPSOIDAL, crs)).stream()
        .filter(each -> each.areaM2() >= areaM2 / 2).map(each -> each.unit().id()).collect(Collectors.toSet());
  }

  private Facts facts(Feature parcel, DayLayers day) {
    Crs crs = Crs.of(day.parcels().crs());
    AreaMeasure measure = AreaMeasure.of(AreaMethod.ELLIPSOIDAL, crs);
    return new Facts(parcel, measure.areaM2(parcel.geometry()), units(parcel, day, crs, measure),
        planned(parcel, day, crs), crs.to(Crs.of(Crs.DEGREES)).apply(parcel.geometry()));
  }

  private List<UnitPart> units(Feature parcel, DayLayers day, Crs crs, AreaMeasure measure) {
    Optional<Snapshot> layer = day.find(LayerKind.UNITS);
    if (layer.isEmpty()) {
      return List.of();
    }
    List<Unit> units = unitAreas.in(layer.get(), crs);
    PreparedUnits ready = prepared.computeIfAbsent(new UnitsKey(layer.get().id(), crs.code()),
        key -> PreparedUnits.of(units, measure));
    Parts parts = new Parts(units);
    new ParcelOverlay(ready).overlay(Parcel.of(parcel), parts);
    return parts.found;
  }

  private List<PlannedPart> planned(Feature parcel, DayLayers day, Crs crs) {
    Optional<Snapshot> zoning = day.find(LayerKind.ZONING);
    if (zoning.isEmpty()) {
      return List.of();
    }
    Crs planCrs = Crs.of(zoning.get().crs());
    Reprojection toPlan = crs.to(planCrs);
    Geometry shape = toPlan.apply(parcel.geometry());
    AreaMeasure measure = AreaMeasure.of(AreaMethod.ELLIPSOIDAL, planCrs);
    Map<String, PlannedPart> byCode = new TreeMap<>();
    FeatureQuery near = FeatureQuery.all().within(shape.getEnvelopeInternal()).only("id", "land_use");
    try (FeatureCursor blocks = store.features(zoning.get(), near)) {
      while (blocks.hasNext()) {
        Feature block = blocks.next();
        double areaM2 = measure.areaM2(
            OverlayNGRobust.overlay(shape, block.geometry(), OverlayNG.INTERSECTION));
        if (areaM2 >= SHOWN_M2 && block.landUse() != null) {
          byCode.merge(block.landUse(), new PlannedPart(block.landUse(), block.id(), areaM2), ParcelFacts::sum);
        }
      }
    }
    return List.copyOf(byCode.values());
  }

  private static PlannedPart sum(PlannedPart a, PlannedPart b) {
    String larger = a.areaM2() >= b.areaM2() ? a.block() : b.block();
    return new PlannedPart(a.code(), larger, a.areaM2() + b.areaM2());
  }

  /** Takes the pieces of one parcel. */
  private static final class Parts implements PieceCollector<Parts> {
    private final List<Unit> units;
    private final List<UnitPart> found = new ArrayList<>();

    Parts(List<Unit> units) {
      this.units = units;
    }

    @Override
    public void accept(Pieces pieces) {
      for (int i = 0; i < pieces.size(); i++) {
        if (pieces.pieceM2(i) >= SHOWN_M2) {
          found.add(new UnitPart(units.get(pieces.unit(i)), pieces.pieceM2(i)));
        }
      }
    }

    @Override
    public void accept(OverlayFinding finding) {
      // A parcel that cannot be overlaid lies in no unit here; the figures list it with its area.
    }

    @Override
    public void merge(Parts other) {
      found.addAll(other.found);
    }
  }
}
