package org.parkland.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.parkland.geometry.AreaMeasure;
import org.parkland.geometry.AreaMethod;
import org.parkland.geometry.Crs;
import org.parkland.land.Parcel;
import org.parkland.land.Pieces;
import org.parkland.land.Unit;

/**
 * Parcels along a unit's long straight edge, with vertices of their own on it. On the ellipsoid the two ways along that
 * edge, with and without such a vertex, enclose about 0.001 m² that is not there.
 */
class EdgewiseTest {
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final AreaMeasure ELLIPSOIDAL = AreaMeasure.of(AreaMethod.ELLIPSOIDAL, Crs.of("EPSG:4547"));
  private static final double EAST = 404_000;
  private static final double NORTH = 2_490_000;

  /** Due east the vertices lie on the edge exactly, elsewhere beside it by the rounding of their coordinates. */
  @Test
  void neighboursAlongALongEdgeGetNothing() {
    for (double rise : new double[] {0, 0.1, 1 / 3.0, 1, 3}) {
      PreparedUnits units = PreparedUnits.of(List.of(new Unit("U", "zone", "U", null,
          polygon(0, 0, 900, 900 * rise, 900, 900 * rise - 500, 0, -500))), ELLIPSOIDAL);
      for (double at = 0.5; at < 800; at += 61.7) {
        Polygon above = polygon(at, at * rise, at + 33, (at + 33) * rise, at + 66, (at + 66) * rise,
            at + 66, (at + 66) * rise + 40, at, at * rise + 40);
        Pieces pieces = overlay(units, above);
        assertThat(pieces.inUnitM2(0)).as("rise %s at %s", rise, at).isLessThan(1e-6);
        assertThat(pieces.remainderM2(0)).isCloseTo(pieces.areaM2(), within(1e-6));
      }
    }
  }

  @Test
  void aSliverKeepsItsSize() {
    PreparedUnits units = PreparedUnits.of(
        List.of(new Unit("U", "zone", "U", null, polygon(0, 0, 900, 0, 900, -500, 0, -500))), ELLIPSOIDAL);
    for (double depth : new double[] {1e-3, 1e-4, 1e-5, 1e-6, 1e-7}) {
      Polygon across = polygon(100, -depth, 133, -depth, 166, -depth, 166, 40, 100, 40);
      double planar = 66 * (NORTH - (NORTH - depth));
      assertThat(overlay(units, across).inUnitM2(0)).as("depth %s", depth).isCloseTo(planar, within(0.11 * planar));
    }
  }

  private static Pieces overlay(PreparedUnits units, Polygon parcel) {
    Captured found = new Captured();
    new ParcelOverlay(units).overlay(new Parcel("P", null, false, parcel), found);
    assertThat(found.findings).isEmpty();
    return found.onlyPieces();
  }

  private static Polygon polygon(double... xy) {
    Coordinate[] ring = new Coordinate[xy.length / 2 + 1];
    for (int i = 0; i < xy.length / 2; i++) {
      ring[i] = new Coordinate(EAST + xy[2 * i], NORTH + xy[2 * i + 1]);
    }
    ring[ring.length - 1] = ring[0].copy();
    return FACTORY.createPolygon(ring);
  }
}
