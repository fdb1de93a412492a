package org.parkland.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;
import org.parkland.bench.Mesh;
import org.parkland.bench.NestedUnits;
import org.parkland.geometry.AreaMeasure;
import org.parkland.geometry.AreaMethod;
import org.parkland.geometry.Crs;
import org.parkland.land.Parcel;
import org.parkland.land.Pieces;
import org.parkland.land.Unit;

/** Thousands of units on three levels in one run. */
class NestedUnitsTest {
  private static final AreaMeasure PLANAR = AreaMeasure.of(AreaMethod.PLANAR, Crs.of(Mesh.CRS));
  private static List<Unit> units;
  private static PreparedUnits prepared;
  private static Captured found;

  @BeforeAll
  static void overlay() {
    units = new NestedUnits(60, 250).units();
    prepared = PreparedUnits.of(units, PLANAR);
    found = new Overlay(prepared).collect(new Mesh(20_000, 7).parcels(), 2, Captured::new);
  }

  @Test
  void unitsOfOneKindMakeUpTheirWhole() {
    assertThat(units).hasSize(3600 + 300 + 4);
    assertThat(prepared.findings()).isEmpty();
    assertThat(found.findings).isEmpty();
  }

  @Test
  void everyParcelIsCutAsByJts() {
    STRtree index = new STRtree();
    units.forEach(each -> index.insert(each.geometry().getEnvelopeInternal(), each));
    Map<String, Integer> places = new HashMap<>();
    units.forEach(each -> places.put(each.id(), places.size()));
    int cut = 0;
    for (int i = 0; i < found.pieces.size(); i += 23) {
      Pieces pieces = found.pieces.get(i);
      Geometry parcel = pieces.parcel().geometry();
      double sumM2 = 0;
      for (Object each : index.query(parcel.getEnvelopeInternal())) {
        Unit unit = (Unit) each;
        double expected = OverlayNGRobust.overlay(parcel, unit.geometry(), OverlayNG.INTERSECTION).getArea();
        assertThat(pieces.inUnitM2(places.get(unit.id()))).as("%s in %s", pieces.parcel().id(), unit.id())
            .isCloseTo(expected, within(1e-6));
        sumM2 += expected;
        cut += expected > 0 && expected < parcel.getArea() - 1e-6 ? 1 : 0;
      }
      double inAllM2 = 0;
      for (int piece = 0; piece < pieces.size(); piece++) {
        inAllM2 += pieces.pieceM2(piece);
      }
      assertThat(inAllM2).isCloseTo(sumM2, within(1e-5));
    }
    assertThat(cut).as("pieces compared that are parts of their parcel").isGreaterThan(500);
  }

  @Test
  void everyLevelHoldsTheSameLand() {
    double[] sumsM2 = new double[3];
    for (Pieces pieces : found.pieces) {
      for (int i = 0; i < pieces.size(); i++) {
        sumsM2[prepared.kindOf(pieces.unit(i))] += pieces.pieceM2(i);
      }
    }
    assertThat(sumsM2[0]).isGreaterThan(1.4e8);
    assertThat(sumsM2[1]).isCloseTo(sumsM2[0], within(1e-9 * sumsM2[0]));
    assertThat(sumsM2[2]).isCloseTo(sumsM2[0], within(1e-9 * sumsM2[0]));
  }

  /** Borders whose vertices differ are united the careful way, and give the same land. */
  @Test
  void bordersThatDoNotMatchVertexByVertex() {
    List<Unit> moved = new ArrayList<>();
    for (Unit unit : new NestedUnits(12, 1000).units()) {
      Geometry shape = unit.kind().equals("town") && moved.size() % 2 == 0
          ? DouglasPeuckerSimplifier.simplify(unit.geometry(), 0.5) : unit.geometry();
      moved.add(new Unit(unit.id(), unit.kind(), unit.name(), null, shape));
    }
    Parcel parcel = new Mesh(4, 1).parcels().next();
    Captured one = new Captured();
    new ParcelOverlay(PreparedUnits.of(moved, PLANAR)).overlay(parcel, one);
    Geometry towns = OverlayNGRobust.union(parcel.geometry().getFactory().buildGeometry(
        moved.stream().filter(each -> each.kind().equals("town")).map(Unit::geometry).toList()));
    double outside = OverlayNGRobust.overlay(parcel.geometry(), towns, OverlayNG.DIFFERENCE).getArea();
    assertThat(one.onlyPieces().remainderM2(0)).isCloseTo(outside, within(1e-4));
  }
}
