package org.parkland.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.parkland.geometry.AreaMeasure;
import org.parkland.geometry.AreaMethod;
import org.parkland.geometry.Crs;
import org.parkland.geometry.Repair;
import org.parkland.land.OverlayFinding;
import org.parkland.land.Parcel;
import org.parkland.land.Pieces;

/** The overlay against the double loop: every parcel with every unit by plain JTS OverlayNG. */
class BruteForceTest {
  private static final int CASES = 1_000;
  private static final AreaMeasure PLANAR = AreaMeasure.of(AreaMethod.PLANAR, Crs.of("EPSG:4547"));

  @Test
  void everyPieceEqualsTheExactIntersection() {
    long cut = 0;
    for (long seed = 1; seed <= CASES; seed++) {
      RandomCase example = new RandomCase(seed);
      PreparedUnits units = PreparedUnits.of(example.units, PLANAR);
      ParcelOverlay overlay = new ParcelOverlay(units);
      for (Parcel parcel : example.parcels) {
        Captured found = new Captured();
        overlay.overlay(parcel, found);
        judge(seed, example, parcel, found);
        cut += found.cutPieces();
      }
      assertThat(overlay.uncertainCuts()).as("cuts left to JTS, seed %d", seed).isZero();
    }
    assertThat(cut).as("pieces that are parts of their parcel").isGreaterThan(8_000);
  }

  private static void judge(long seed, RandomCase example, Parcel parcel, Captured found) {
    Geometry valid = Repair.of(parcel.geometry()).geometry();
    if (valid.getArea() == 0) {
      return;
    }
    Pieces pieces = found.onlyPieces();
    for (int unit = 0; unit < example.units.size(); unit++) {
      Geometry shape = example.units.get(unit).geometry();
      double expected = intersectionM2(valid, shape);
      String context = "seed " + seed + " unit " + unit + "\nparcel " + parcel.geometry() + "\nunit " + shape;
      assertThat(pieces.inUnitM2(unit)).as(context)
          .isCloseTo(expected, within(tolerance(expected, valid)));
      double remainder = pieces.areaM2() - expected;
      assertThat(pieces.remainderM2(unit)).as("remainder " + context)
          .isCloseTo(remainder, within(tolerance(remainder, valid)));
    }
    assertThat(found.findings).filteredOn(each -> each.problem() != OverlayFinding.Problem.REPAIRED)
        .as("seed %d %s", seed, parcel.geometry()).isEmpty();
  }

  /** Of the judge: JTS rounds crossing points to the coordinates' last digit, whatever the size of the piece. */
  private static double tolerance(double expected, Geometry parcel) {
    return 1e-9 * Math.abs(expected) + 1e-13 * parcel.getLength() * 100;
  }

  /** Near the origin, where JTS rounds crossing points 1e8 times finer. */
  private static double intersectionM2(Geometry parcel, Geometry unit) {
    Coordinate origin = parcel.getCoordinate();
    AffineTransformation home = AffineTransformation.translationInstance(-origin.x, -origin.y);
    return OverlayNGRobust.overlay(home.transform(parcel), home.transform(unit), OverlayNG.INTERSECTION).getArea();
  }
}
