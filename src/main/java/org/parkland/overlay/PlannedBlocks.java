package org.parkland.overlay;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.parkland.geometry.AreaMeasure;
import org.parkland.geometry.Repair;
import org.parkland.land.Parcel;
import org.parkland.land.PlannedLand;
import org.parkland.land.Unit;

/**
 * The blocks of a plan as units to overlay current parcels with, divided by the units of one kind, so that every
 * piece knows what is planned there and in which unit it lies.
 *
 * @param units ready for {@link PreparedUnits}
 * @param planned what the plan says of each
 */
public record PlannedBlocks(PreparedUnits units, List<PlannedLand> planned) {
  private static final String KIND = "zoning";

  /**
   * @param blocks of the plan, which must not overlap
   * @param places units of one kind; empty if it does not matter where
   */
  public static PlannedBlocks of(List<Parcel> blocks, List<Unit> places, AreaMeasure measure) {
    List<Unit> units = new ArrayList<>();
    List<PlannedLand> planned = new ArrayList<>();
    STRtree index = new STRtree();
    places.forEach(each -> index.insert(each.geometry().getEnvelopeInternal(), each));
    for (Parcel block : blocks) {
      Geometry rest = Repair.of(block.geometry()).geometry();
      for (Object candidate : index.query(rest.getEnvelopeInternal())) {
        Unit place = (Unit) candidate;
        Geometry inside = PieceGeometry.polygonsOf(
            OverlayNGRobust.overlay(rest, place.geometry(), OverlayNG.INTERSECTION));
        if (!inside.isEmpty()) {
          add(units, planned, block, place.id(), inside);
          rest = PieceGeometry.polygonsOf(OverlayNGRobust.overlay(rest, place.geometry(), OverlayNG.DIFFERENCE));
        }
      }
      if (!rest.isEmpty()) {
        add(units, planned, block, null, rest);
      }
    }
    return new PlannedBlocks(PreparedUnits.of(units, measure), List.copyOf(planned));
  }

  private static void add(
      List<Unit> units, List<PlannedLand> planned, Parcel block, String place, Geometry geometry) {
    units.add(new Unit(block.id() + (place == null ? "" : " in " + place), KIND, block.id(), null, geometry));
    planned.add(new PlannedLand(place, block.landUse()));
  }
}
