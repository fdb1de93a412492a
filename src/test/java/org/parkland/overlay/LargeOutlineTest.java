package org.parkland.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.parkland.bench.Mesh;
import org.parkland.geometry.AreaMeasure;
import org.parkland.geometry.AreaMethod;
import org.parkland.geometry.Crs;
import org.parkland.land.Parcel;
import org.parkland.land.Pieces;

/** A river: thousands of vertices, through the whole district. */
class LargeOutlineTest {
  @Test
  void aRiverThroughAllUnits() {
    Mesh mesh = new Mesh(100, 1);
    AreaMeasure measure = AreaMeasure.of(AreaMethod.PLANAR, Crs.of(Mesh.CRS));
    PreparedUnits units = PreparedUnits.of(mesh.units(), measure);
    Geometry river = river();
    Captured found = new Captured();
    new ParcelOverlay(units).overlay(new Parcel("river", "1701", false, river), found);
    assertThat(found.findings).isEmpty();
    Pieces pieces = found.onlyPieces();
    assertThat(pieces.size()).isGreaterThan(6);
    for (int unit = 0; unit < units.units().size(); unit++) {
      double expected =
          OverlayNGRobust.overlay(river, units.geometry(unit), OverlayNG.INTERSECTION).getArea();
      assertThat(pieces.inUnitM2(unit)).isCloseTo(expected, within(1e-9 * expected));
    }
  }

  private static Geometry river() {
    List<Coordinate> ring = new ArrayList<>();
    for (int side = 0; side < 2; side++) {
      for (int i = 0; i <= 4_000; i++) {
        int at = side == 0 ? i : 4_000 - i;
        double x = 403_500 + at * 3.2;
        double y = 2_494_000 + 2_500 * Math.sin(at / 300.0) + 30 * Math.sin(at / 7.0);
        ring.add(new Coordinate(x, y + 80 * side));
      }
    }
    ring.add(ring.get(0).copy());
    return new GeometryFactory().createPolygon(ring.toArray(Coordinate[]::new));
  }
}
