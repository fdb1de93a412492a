package org.parkland.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.parkland.SampleDistrict;
import org.parkland.geometry.AreaMeasure;
import org.parkland.geometry.AreaMethod;
import org.parkland.geometry.Crs;
import org.parkland.land.OverlayFinding;
import org.parkland.land.Parcel;
import org.parkland.land.PieceCollector;
import org.parkland.land.Pieces;
import org.parkland.land.Unit;
import org.parkland.overlay.ParcelOverlay;
import org.parkland.overlay.PreparedUnits;
import org.parkland.store.FeatureCursor;
import org.parkland.store.FeatureQuery;

/** On every parcel of the sample: pieces plus remainder are the parcel, and the remainder is what JTS leaves over. */
class SampleConservationTest {
  private int parcels;
  private int cut;

  @Test
  void piecesPlusRemainderEqualEachParcel() {
    try (Workspace workspace = SampleDistrict.open()) {
      DayLayers day = DayLayers.at(workspace.store(), null);
      Crs crs = Crs.of(day.parcels().crs());
      AreaMeasure measure = AreaMeasure.of(AreaMethod.PLANAR, crs);
      List<Unit> units = new UnitAreas(workspace.store()).in(day.units(), crs);
      PreparedUnits prepared = PreparedUnits.of(units, measure);
      List<Geometry> unions = prepared.kinds().stream().map(kind -> UnaryUnionOp.union(units.stream()
          .filter(each -> each.kind().equals(kind)).map(Unit::geometry).toList())).toList();
      ParcelOverlay overlay = new ParcelOverlay(prepared);
      try (FeatureCursor rows = workspace.store().features(day.parcels(), FeatureQuery.all())) {
        while (rows.hasNext()) {
          overlay.overlay(Parcel.of(rows.next()), new Judge(prepared, unions, measure));
        }
      }
      assertThat(parcels).isEqualTo((int) day.parcels().count());
      assertThat(cut).as("parcels on a boundary").isGreaterThan(300);
    }
  }

  private final class Judge implements PieceCollector<Judge> {
    private final PreparedUnits units;
    private final List<Geometry> unions;
    private final AreaMeasure measure;

    Judge(PreparedUnits units, List<Geometry> unions, AreaMeasure measure) {
      this.units = units;
      this.unions = unions;
      this.measure = measure;
    }

    @Override
    public void accept(Pieces pieces) {
      parcels++;
      cut += pieces.isCut() ? 1 : 0;
      double tolerance = Math.max(1e-6 * pieces.areaM2(), 0.001);
      for (int kind = 0; kind < units.kinds().size(); kind++) {
        double sum = pieces.remainderM2(kind);
        for (int i = 0; i < pieces.size(); i++) {
          sum += units.kindOf(pieces.unit(i)) == kind ? pieces.pieceM2(i) : 0;
        }
        assertThat(Math.abs(sum - pieces.areaM2())).as(pieces.parcel().id()).isLessThanOrEqualTo(tolerance);
        if (pieces.isCut()) {
          double left = measure.areaM2(OverlayNGRobust.overlay(
              pieces.parcel().geometry(), unions.get(kind), OverlayNG.DIFFERENCE));
          assertThat(Math.abs(left - pieces.remainderM2(kind))).as(pieces.parcel().id())
              .isLessThanOrEqualTo(tolerance);
        }
      }
    }

    @Override
    public void accept(OverlayFinding finding) {
      throw new AssertionError(finding);
    }

    @Override
    public void merge(Judge other) {
      throw new AssertionError("one thread only");
    }
  }
}
