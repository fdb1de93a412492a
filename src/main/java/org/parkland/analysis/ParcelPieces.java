package org.parkland.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
   * What cuts the parcels of a day by the units that speak for it now; to be kept for one reading, not longer.
   *
   * @param day of the parcels' snapshot
   */
  public Cutter at(LocalDate day) {
    DayLayers layers = DayLayers.at(workspace.store(), day);
    Crs crs = Crs.of(layers.parcels().crs());
    List<Unit> units = layers.find(LayerKind.UNITS).map(each -> unitAreas.in(each, crs)).orElse(List.of());
    return new Cutter(crs, prepared.computeIfAbsent(units,
        all -> PreparedUnits.of(all, AreaMeasure.of(AreaMethod.ELLIPSOIDAL, crs))));
  }

  /** Cuts the parcels of one day. */
  public static final class Cutter {
    private final Crs crs;
    private final PreparedUnits units;

    private Cutter(Crs crs, PreparedUnits units) {
      this.crs = crs;
      this.units = units;
    }

    /** Of the parcels, which the units have been brought into. */
    public Crs crs() {
      return crs;
    }

    public List<Unit> units() {
      return units.units();
    }

    /** In the order of the units; none where there are no units or the parcel cannot be overlaid. */
    public List<Piece> of(Parcel parcel) {
      Collector pieces = new Collector(units);
      new ParcelOverlay(units).overlay(parcel, pieces);
      return pieces.found.stream().sorted(Comparator.comparingInt(Piece::place)).toList();
    }
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
