package org.parkland.scenario;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.parkland.BadInput;
import org.parkland.geometry.Repair;
import org.parkland.land.Parcel;

/** Gives land another planned class: cuts the planned blocks it meets, and plans what had no plan. */
record Replanner(Ground ground, LaidLand land) {
  /** @param area in the CRS of the plan */
  Step replan(Change.Replan change, Geometry area) {
    Geometry wanted = polygons(Repair.of(area).geometry());
    if (wanted.isEmpty()) {
      throw new BadInput("plan", "the drawn area is empty", "draw a polygon with at least three corners");
    }
    List<Parcel> before = new ArrayList<>();
    List<Parcel> after = new ArrayList<>();
    Set<String> names = new HashSet<>();
    Geometry unplanned = wanted;
    for (Parcel block : land.near(wanted.getEnvelopeInternal())) {
      Geometry shape = Repair.of(block.geometry()).geometry();
      Geometry inside = polygons(OverlayNGRobust.overlay(shape, wanted, OverlayNG.INTERSECTION));
      unplanned = polygons(OverlayNGRobust.overlay(unplanned, shape, OverlayNG.DIFFERENCE));
      if (ground.measure().areaM2(inside) >= ground.smallestM2()) {
        before.add(block);
        cut(block, shape, inside, wanted, change.code(), after, names);
      }
    }
    double beforeM2 = areaM2(before);
    double unplannedM2 = ground.measure().areaM2(unplanned);
    if (unplannedM2 >= ground.smallestM2()) {
      after.add(new Parcel(land.unused("plan", names), change.code(), false, null, unplanned));
      beforeM2 += unplannedM2;
    }
    return Step.of(change, new Edit(ground.state(), before, after), beforeM2, areaM2(after), change.code());
  }

  /** A rest below the smallest part goes with the part that is planned anew, so that the block stays whole. */
  private void cut(Parcel block, Geometry shape, Geometry inside, Geometry wanted, String code,
      List<Parcel> after, Set<String> names) {
    Geometry rest = polygons(OverlayNGRobust.overlay(shape, wanted, OverlayNG.DIFFERENCE));
    if (ground.measure().areaM2(rest) < ground.smallestM2()) {
      after.add(new Parcel(block.id(), code, false, block.settlement(), block.geometry()));
      return;
    }
    after.add(part(block, 1, block.landUse(), block.newIndustry(), rest, names));
    after.add(part(block, 2, code, false, inside, names));
  }

  private Parcel part(Parcel block, int n, String code, boolean newIndustry, Geometry shape, Set<String> names) {
    String id = land.unused(block.id() + "/" + n, names);
    names.add(id);
    return new Parcel(id, code, newIndustry, block.settlement(), shape);
  }

  private double areaM2(List<Parcel> parcels) {
    return parcels.stream().mapToDouble(each -> ground.measure().areaM2(each.geometry())).sum();
  }

  private static Geometry polygons(Geometry geometry) {
    return geometry.getFactory().buildGeometry(PolygonExtracter.getPolygons(geometry));
  }
}
