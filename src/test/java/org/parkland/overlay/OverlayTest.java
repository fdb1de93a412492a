package org.parkland.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.parkland.bench.Mesh;
import org.parkland.geometry.AreaMeasure;
import org.parkland.geometry.AreaMethod;
import org.parkland.geometry.Crs;
import org.parkland.indicator.LandUseTally;
import org.parkland.land.OverlayFinding;
import org.parkland.land.OverlayFinding.Problem;
import org.parkland.land.Parcel;
import org.parkland.land.Unit;

class OverlayTest {
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final AreaMeasure PLANAR = AreaMeasure.of(AreaMethod.PLANAR, Crs.of(Mesh.CRS));
  private static final AreaMeasure ELLIPSOIDAL = AreaMeasure.of(AreaMethod.ELLIPSOIDAL, Crs.of(Mesh.CRS));

  @Test
  void threadsDoNotChangeASingleBit() {
    Mesh mesh = new Mesh(20_000, 3);
    for (AreaMeasure measure : List.of(PLANAR, ELLIPSOIDAL)) {
      PreparedUnits units = PreparedUnits.of(mesh.units(), measure);
      List<Double> alone = figures(mesh, units, 1);
      assertThat(figures(mesh, units, 2)).isEqualTo(alone);
      assertThat(figures(mesh, units, 4)).isEqualTo(alone);
    }
  }

  private static List<Double> figures(Mesh mesh, PreparedUnits units, int threads) {
    LandUseTally tally =
        new Overlay(units).collect(mesh.parcels(), threads, () -> new LandUseTally(units.units().size()));
    List<Double> figures = new ArrayList<>();
    for (int unit = 0; unit < units.units().size(); unit++) {
      for (String code : tally.codes(unit)) {
        figures.add(tally.areaM2(unit, code::equals));
      }
    }
    assertThat(tally.parcels()).isEqualTo(mesh.size());
    return figures;
  }

  @Test
  void unitsWhollyCoveredByParcelsAreFilledExactly() {
    Mesh mesh = new Mesh(10_000, 4);
    PreparedUnits units = PreparedUnits.of(mesh.units(), PLANAR);
    LandUseTally tally = new Overlay(units).collect(mesh.parcels(), 2, () -> new LandUseTally(units.units().size()));
    for (int unit = 0; unit < units.units().size(); unit++) {
      assertThat(tally.coveredM2(unit)).isCloseTo(units.areaM2(unit), org.assertj.core.data.Offset.offset(1e-4));
    }
  }

  @Test
  void overlappingUnitsOfOneKindAreFindings() {
    PreparedUnits units = PreparedUnits.of(
        List.of(unit("A", "zone", 0, 0, 60), unit("B", "zone", 50, 0, 60), unit("C", "base", 0, 0, 60)), PLANAR);
    assertThat(units.findings()).singleElement().satisfies(each -> {
      assertThat(each.problem()).isEqualTo(Problem.UNITS_OVERLAP);
      assertThat(each.areaM2()).isEqualTo(600);
      assertThat(each.detail()).contains("A and B");
    });
    assertThat(findings(units, square(52, 10, 2))).singleElement().satisfies(each -> {
      assertThat(each.problem()).isEqualTo(Problem.NOT_CONSERVED);
      assertThat(each.areaM2()).isEqualTo(4);
    });
    assertThat(findings(units, square(45, 10, 10))).singleElement().satisfies(each ->
        assertThat(each.areaM2()).isCloseTo(50, org.assertj.core.data.Offset.offset(1e-9)));
    assertThat(findings(units, square(10, 10, 20))).isEmpty();
  }

  @Test
  void hostileGeometryNeverEndsARun() {
    PreparedUnits units = PreparedUnits.of(List.of(unit("A", "zone", 0, 0, 60)), ELLIPSOIDAL);
    double nan = Double.NaN;
    assertProblem(units, null, Problem.NO_AREA);
    assertProblem(units, FACTORY.createPolygon(), Problem.NO_AREA);
    assertProblem(units, FACTORY.createPoint(new Coordinate(404_010, 2_490_010)), Problem.NO_AREA);
    assertProblem(units, FACTORY.createGeometryCollection(), Problem.NO_AREA);
    assertProblem(units, polygon(0, 0, nan, 0, 10, 10, 0, 0), Problem.NO_AREA);
    assertProblem(units, polygon(0, 0, 1e300, 0, 10, 1e300, 0, 0), Problem.NOT_COMPUTED, Problem.NO_AREA);
    assertProblem(units, polygon(0, 0, Double.POSITIVE_INFINITY, 0, 10, 10, 0, 0), Problem.NO_AREA);
    assertProblem(units, polygon(0, 0, 10, 0, 20, 0, 0, 0), Problem.REPAIRED, Problem.NO_AREA);
    assertProblem(units, polygon(0, 0, 10, 10, 10, 0, 0, 10, 0, 0), Problem.REPAIRED);
  }

  @Test
  void aStreamThatFailsEndsTheRunWithItsOwnError() {
    PreparedUnits units = PreparedUnits.of(List.of(unit("A", "zone", 0, 0, 60)), PLANAR);
    Iterator<Parcel> broken = new Iterator<>() {
      @Override
      public boolean hasNext() {
        return true;
      }

      @Override
      public Parcel next() {
        throw new IllegalStateException("disk is gone");
      }
    };
    for (int threads : new int[] {1, 2}) {
      assertThatThrownBy(() -> new Overlay(units).collect(broken, threads, Captured::new))
          .hasMessage("disk is gone");
    }
  }

  @Test
  void noUnitsAtAllLeaveEveryParcelWhole() {
    PreparedUnits units = PreparedUnits.of(List.of(), PLANAR);
    Captured found = new Captured();
    new ParcelOverlay(units).overlay(new Parcel("P", null, false, square(0, 0, 5)), found);
    assertThat(found.onlyPieces().size()).isZero();
    assertThat(found.onlyPieces().areaM2()).isEqualTo(25);
  }

  private static void assertProblem(PreparedUnits units, Geometry geometry, Problem... anyOf) {
    assertThat(findings(units, geometry)).isNotEmpty()
        .allSatisfy(each -> assertThat(each.problem()).isIn((Object[]) anyOf));
  }

  private static List<OverlayFinding> findings(PreparedUnits units, Geometry geometry) {
    return new Overlay(units)
        .collect(List.of(new Parcel("P", "1001", false, geometry)).iterator(), 1, Captured::new).findings;
  }

  private static Unit unit(String id, String kind, double x, double y, double side) {
    return new Unit(id, kind, id, null, square(x, y, side));
  }

  private static Geometry square(double x, double y, double side) {
    return polygon(x, y, x + side, y, x + side, y + side, x, y + side, x, y);
  }

  private static Geometry polygon(double... xy) {
    Coordinate[] ring = new Coordinate[xy.length / 2];
    Arrays.setAll(ring, i -> new Coordinate(404_000 + xy[2 * i], 2_490_000 + xy[2 * i + 1]));
    ring[ring.length - 1] = ring[0].copy();
    return FACTORY.createPolygon(ring);
  }
}
