package org.parkland.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.parkland.bench.Mesh;
import org.parkland.geometry.AreaMeasure;
import org.parkland.geometry.AreaMethod;
import org.parkland.geometry.Crs;
import org.parkland.geometry.Reprojection;
import org.parkland.land.Parcel;
import org.parkland.land.Pieces;
import org.parkland.land.Unit;

/** On the ellipsoid a piece's area is the measure applied to the piece's own boundary. */
class EllipsoidalPiecesTest {
  /** About 240 m to a parcel: most edges are longer than 70 m where they are cut, and units' edges are too. */
  private static final Mesh COARSE = new Mesh(2_500, 5);
  private static final Mesh FINE = new Mesh(40_000, 6);

  @Test
  void inAMetricProjection() {
    Crs crs = Crs.of(Mesh.CRS);
    assertThat(compare(COARSE, crs, null)).isGreaterThan(900);
    assertThat(compare(FINE, crs, null)).isGreaterThan(1_000);
  }

  @Test
  void inDegrees() {
    Crs degrees = Crs.of(Crs.DEGREES);
    assertThat(compare(FINE, degrees, Crs.of(Mesh.CRS).to(degrees))).isGreaterThan(1_000);
  }

  private static long compare(Mesh mesh, Crs crs, Reprojection moved) {
    AreaMeasure measure = AreaMeasure.of(AreaMethod.ELLIPSOIDAL, crs);
    List<Unit> shapes = mesh.units().stream().map(each -> moved == null ? each
        : new Unit(each.id(), each.kind(), each.name(), null, moved.apply(each.geometry()))).toList();
    PreparedUnits units = PreparedUnits.of(shapes, measure);
    ParcelOverlay overlay = new ParcelOverlay(units);
    long cuts = 0;
    for (Iterator<Parcel> parcels = mesh.parcels(); parcels.hasNext(); ) {
      Parcel parcel = parcels.next();
      Geometry geometry = moved == null ? parcel.geometry() : moved.apply(parcel.geometry());
      Captured found = new Captured();
      overlay.overlay(new Parcel(parcel.id(), null, false, geometry), found);
      assertThat(found.findings).isEmpty();
      cuts += compare(units, measure, geometry, found.onlyPieces());
    }
    return cuts;
  }

  private static long compare(PreparedUnits units, AreaMeasure measure, Geometry parcel, Pieces pieces) {
    assertThat(pieces.areaM2()).isCloseTo(measure.areaM2(parcel), within(1e-10 * pieces.areaM2()));
    for (int i = 0; pieces.isCut() && i < pieces.size(); i++) {
      double expected = measure.areaM2(PieceGeometry.inUnit(units, pieces.unit(i), parcel));
      assertThat(pieces.pieceM2(i)).as(parcel.toString()).isCloseTo(expected, within(tolerance(expected, pieces.areaM2())));
    }
    return pieces.isCut() ? 1 : 0;
  }

  /**
   * JTS rounds the corners of its pieces to the last digit of the coordinates, here 6e-11 m or 1e-14 degrees. Where a
   * piece or what it leaves is thinner than the edge rule can see, {@link Edgewise} takes another way.
   */
  private static double tolerance(double expectedM2, double parcelM2) {
    double thin = Math.min(expectedM2, parcelM2 - expectedM2) < 0.02 ? 0.002 : 0;
    return 1e-9 * expectedM2 + 1e-7 + thin;
  }
}
