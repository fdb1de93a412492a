package org.parkland.analysis;

import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.parkland.BadInput;
import org.parkland.geometry.AreaMeasure;
import org.parkland.geometry.AreaMethod;
import org.parkland.geometry.Crs;
import org.parkland.indicator.LandUseTally;
import org.parkland.land.Parcel;
import org.parkland.land.Snapshot;
import org.parkland.overlay.Overlay;
import org.parkland.overlay.PreparedUnits;
import org.parkland.store.FeatureCursor;
import org.parkland.store.FeatureQuery;

/** Draws {@link Figures} by running the layer of a state through the units, and keeps them. */
public final class LandFigures {
  private record Key(long land, long units, AreaMethod method) {}

  private record Overlaid(PreparedUnits units, LandUseTally tally) {}

  private final Workspace workspace;
  private final UnitAreas unitAreas;
  private final Map<Key, Overlaid> kept = new ConcurrentHashMap<>();

  LandFigures(Workspace workspace, UnitAreas unitAreas) {
    this.workspace = workspace;
    this.unitAreas = unitAreas;
  }

  /** @throws BadInput if there is no layer for the state or the method does not fit its CRS */
  public Figures draw(DayLayers day, FigureQuery query) {
    Snapshot land = day.of(query.state());
    Key key = new Key(land.id(), day.units().id(), query.method());
    Overlaid overlaid = kept.computeIfAbsent(key, unused -> overlay(land, day.units(), query.method()));
    return new Figures(day.asOf(), query.state(), query.policy(), query.method(), overlaid.units(),
        overlaid.tally(), workspace.standards().classification());
  }

  public boolean hasUnit(String id, DayLayers day) {
    return unitAreas.in(day.units(), Crs.of(day.units().crs())).stream().anyMatch(each -> each.id().equals(id));
  }

  private Overlaid overlay(Snapshot land, Snapshot unitLayer, AreaMethod method) {
    Crs crs = Crs.of(land.crs());
    if (method == AreaMethod.PLANAR && crs.isGeographic()) {
      throw new BadInput("area planar", "the layer is in " + crs + ", whose degrees have no planar area",
          "ask for ellipsoidal areas");
    }
    PreparedUnits units = PreparedUnits.of(unitAreas.in(unitLayer, crs), AreaMeasure.of(method, crs));
    try (FeatureCursor rows =
        workspace.store().features(land, FeatureQuery.all().only("id", "land_use", "new_industry"))) {
      LandUseTally tally = new Overlay(units).collect(new Parcels(rows), Runtime.getRuntime().availableProcessors(),
          () -> new LandUseTally(units.units().size()));
      return new Overlaid(units, tally);
    }
  }

  /** Rows of the store as the overlay wants them. */
  private record Parcels(FeatureCursor rows) implements Iterator<Parcel> {
    @Override
    public boolean hasNext() {
      return rows.hasNext();
    }

    @Override
    public Parcel next() {
      return Parcel.of(rows.next());
    }
  }
}
