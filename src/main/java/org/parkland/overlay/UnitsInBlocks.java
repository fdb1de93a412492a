package org.parkland.overlay;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.parkland.geometry.Repair;
import org.parkland.land.Unit;

/** For policies that count some land only inside industrial blocks: the part of each unit that lies in blocks. */
public final class UnitsInBlocks {
  private UnitsInBlocks() {}

  /**
   * @param blocks polygons in the CRS of the units; overlaps count once
   * @return as many units, in the same order, with the same names; empty geometry where a unit has no block
   */
  public static List<Unit> of(List<Unit> units, List<Geometry> blocks) {
    List<Geometry> valid = blocks.stream().map(each -> Repair.of(each).geometry()).toList();
    Geometry all = OverlayNGRobust.union(new GeometryFactory().buildGeometry(valid));
    List<Unit> parts = new ArrayList<>();
    for (Unit unit : units) {
      Geometry part = OverlayNGRobust.overlay(Repair.of(unit.geometry()).geometry(), all, OverlayNG.INTERSECTION);
      parts.add(new Unit(unit.id(), unit.kind(), unit.name(), unit.nameEn(), PieceGeometry.polygonsOf(part)));
    }
    return parts;
  }
}
