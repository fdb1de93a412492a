package org.parkland.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.locationtech.jts.geom.Geometry;
import org.parkland.geometry.AreaMeasure;
import org.parkland.geometry.AreaMethod;
import org.parkland.geometry.Crs;
import org.parkland.land.LayerKind;
import org.parkland.land.OverlayFinding;
import org.parkland.land.Parcel;
import org.parkland.land.PieceCollector;
import org.parkland.land.Pieces;
import org.parkland.land.Snapshot;
import org.parkland.land.Unit;
import org.parkland.overlay.ParcelOverlay;
import org.parkland.overlay.PieceGeometry;
import org.parkland.overlay.PreparedUnits;

/** The pieces of single parcels with their shapes, by the same overlay as the figures. Safe to share. */
public final class ParcelPieces {
  /**
   * A parcel's part in a unit.
   *
   * @param place of the unit in its layer, from 0
   * @param areaM2 ellipsoidal, unrounded, as the figures have it
   * @param parcelM2 of the whole parcel
   */
  public record Piece(int place, Unit unit, double areaM2, double parcelM2, PreparedUnits units, Parcel parcel) {
    /** In the CRS of the parcel. */
    public Geometry shape() {
      return PieceGeometry.inUnit(units, place, parcel.geometry());
    }
  }

  private final Workspace workspace;
  private final UnitAreas unitAreas;
  private final Map<List<Unit>, PreparedUnits> prepared = new ConcurrentHashMap<>();

  ParcelPieces(Workspace workspace, UnitAreas unitAreas) {
    this.workspace = workspace;
    this.unitAreas = unitAreas;
  }

  /**
   * In the order of the units; none where there is no units layer or the parcel cannot be overlaid.
   *
   * @param day of the parcel's snapshot
   */
  public List<Piece> of(Parcel parcel, LocalDate day) {
    DayLayers layers = DayLayers.at(workspace.store(), day);
    Optional<Snapshot> layer = layers.find(LayerKind.UNITS);
    if (layer.isEmpty()) {
      return List.of();
    }
    Crs crs = Crs.of(layers.parcels().crs());
    List<Unit> units = unitAreas.in(layer.get(), crs);
    PreparedUnits ready = prepared.computeIfAbsent(units,
        all -> PreparedUnits.of(all, AreaMeasure.of(AreaMethod.ELLIPSOIDAL, crs)));
    Collector pieces = new Collector(ready);
    new ParcelOverlay(ready).overlay(parcel, pieces);
    return pieces.found.stream().sorted((a, b) -> Integer.compare(a.place(), b.place())).toList();
  }

  private static final class Collector implements PieceCollector<Collector> {
    private final PreparedUnits units;
    private final List<Piece> found = new ArrayList<>();

    Collector(PreparedUnits units) {
      this.units = units;
    }

    @Override
    public void accept(Pieces pieces) {
      for (int i = 0; i < pieces.size(); i++) {
        int unit = pieces.unit(i);
        if (pieces.pieceM2(i) > 0) {
          found.add(new Piece(unit, units.units().get(unit), pieces.pieceM2(i), pieces.areaM2(), units, pieces.parcel()));
        }
      }
    }

    @Override
    public void accept(OverlayFinding finding) {
      // A parcel that cannot be overlaid has no piece here; the figures list it with its area.
    }

    @Override
    public void merge(Collector other) {
      found.addAll(other.found);
    }
  }
}
