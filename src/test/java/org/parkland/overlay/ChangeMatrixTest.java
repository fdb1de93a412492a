package org.parkland.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.parkland.bench.Mesh;
import org.parkland.geometry.AreaMeasure;
import org.parkland.geometry.AreaMethod;
import org.parkland.geometry.Crs;
import org.parkland.indicator.ChangeMatrix;
import org.parkland.land.Parcel;
import org.parkland.land.Unit;
import org.parkland.land.UseChange;

/** Current parcels overlaid with the blocks of a plan, divided by zones. */
class ChangeMatrixTest {
  private static final AreaMeasure PLANAR = AreaMeasure.of(AreaMethod.PLANAR, Crs.of(Mesh.CRS));

  @Test
  void whichClassBecomesWhichAndWhere() {
    List<Parcel> blocks = List.of(land("Z1", "0701", 0, 0, 10, 20), land("Z2", "1001", 10, 0, 10, 10));
    List<Unit> zones = List.of(unit("south", 0, 0, 20, 10), unit("north", 0, 10, 20, 10));
    List<Parcel> parcels = List.of(land("P1", "0101", 0, 0, 20, 5), land("P2", null, 5, 5, 10, 10));
    assertThat(matrix(blocks, zones, parcels)).containsExactly(
        new UseChange("north", null, "0701", 25, 1),
        new UseChange("south", "0101", "0701", 50, 1),
        new UseChange("south", "0101", "1001", 50, 1),
        new UseChange("south", null, "0701", 25, 1),
        new UseChange("south", null, "1001", 25, 1),
        new UseChange(null, null, null, 25, 1));
  }

  @Test
  void everySquareMetreStandsInOneCell() {
    Mesh mesh = new Mesh(3_000, 2);
    List<Parcel> blocks = new ArrayList<>();
    new Mesh(150, 8).parcels().forEachRemaining(blocks::add);
    List<Unit> zones = mesh.units().stream().filter(each -> each.kind().equals("zone")).toList();
    List<Parcel> parcels = new ArrayList<>();
    mesh.parcels().forEachRemaining(parcels::add);
    List<UseChange> cells = matrix(blocks, zones, parcels);
    double all = parcels.stream().mapToDouble(each -> each.geometry().getArea()).sum();
    assertThat(cells.stream().mapToDouble(UseChange::areaM2).sum()).isCloseTo(all, within(1e-10 * all));
    double inZone = zones.get(0).geometry().getArea();
    assertThat(cells.stream().filter(each -> "zone0".equals(each.place())).mapToDouble(UseChange::areaM2).sum())
        .isCloseTo(inZone, within(1e-9 * inZone));
  }

  private static List<UseChange> matrix(List<Parcel> blocks, List<Unit> zones, List<Parcel> parcels) {
    PlannedBlocks planned = PlannedBlocks.of(blocks, zones, PLANAR);
    return new Overlay(planned.units())
        .collect(parcels.iterator(), 2, () -> new ChangeMatrix(planned.planned())).cells();
  }

  private static Parcel land(String id, String code, double x, double y, double width, double height) {
    return new Parcel(id, code, false, box(x, y, width, height));
  }

  private static Unit unit(String id, double x, double y, double width, double height) {
    return new Unit(id, "zone", id, null, box(x, y, width, height));
  }

  private static Geometry box(double x, double y, double width, double height) {
    return new GeometryFactory().toGeometry(
        new Envelope(404_000 + x, 404_000 + x + width, 2_490_000 + y, 2_490_000 + y + height));
  }
}
