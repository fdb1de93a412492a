package org.parkland.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;
import org.parkland.SampleApprovals;
import org.parkland.SampleDistrict;
import org.parkland.analysis.StockReport.Approval;
import org.parkland.analysis.StockReport.Overlay;
import org.parkland.geometry.Crs;
import org.parkland.ingest.ImportRequest;
import org.parkland.land.Feature;
import org.parkland.land.LayerKind;
import org.parkland.land.Snapshot;
import org.parkland.store.FeatureCursor;
import org.parkland.store.FeatureQuery;

/** Approved minus supplied on the sample district, against shapes cut one by one and measured in degrees. */
class SampleStockTest {
  private static final LocalDate IMPORTED = LocalDate.of(2025, 12, 31);

  @TempDir
  private static Path folder;

  private static Workspace workspace;
  private static LandAnalysis analysis;

  @BeforeAll
  static void importApprovals() throws IOException {
    workspace = Workspace.open(SampleDistrict.settings(
        Files.copy(SampleDistrict.database(), folder.resolve("copy.gpkg"))));
    Path file = SampleApprovals.write(folder.resolve("approvals.geojson"));
    workspace.importer().run(ImportRequest.of(file, LayerKind.APPROVAL, IMPORTED), (done, total) -> { });
    analysis = new LandAnalysis(workspace);
  }

  @AfterAll
  static void close() {
    workspace.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025-12-31", "2023-06-30", "2016-01-01"})
  void everyApprovalIsWhatCuttingParcelByParcelLeaves(LocalDate today) {
    DayLayers day = analysis.day(null);
    Overlay overlay = analysis.stock(day, today).computed().orElseThrow();
    List<Geometry> supplied = supplied(day, today);
    assertThat(overlay.approvals()).isNotEmpty();
    for (Approval approval : overlay.approvals()) {
      Geometry land = land(approval.id());
      Geometry left = land;
      for (Geometry parcel : supplied) {
        left = left.intersects(parcel) ? left.difference(parcel) : left;
      }
      assertThat(approval.approvedM2()).as(approval.id()).isCloseTo(areaM2(land), offset(0.5));
      assertThat(approval.notSuppliedM2()).as(approval.id()).isCloseTo(areaM2(left), offset(0.5));
      assertThat(approval.suppliedM2()).isCloseTo(areaM2(land) - areaM2(left), offset(0.5));
    }
  }

  @Test
  void approvalsCountFromTheirDateAndUndatedOnesAlways() {
    Overlay overlay = analysis.stock(analysis.day(null), null).computed().orElseThrow();
    assertThat(overlay.approvals()).extracting(Approval::id)
        .containsExactlyInAnyOrder("粤府土审〔2015〕1号", "粤府土审〔2022〕7号", "江府批3号");
    assertThat(overlay.later()).isOne();
    assertThat(overlay.suppliedM2()).isPositive();
    assertThat(overlay.notSuppliedM2()).isPositive();
    Overlay before = analysis.stock(analysis.day(null), LocalDate.of(2016, 1, 1)).computed().orElseThrow();
    assertThat(before.approvals()).hasSize(2);
    assertThat(before.later()).isEqualTo(2);
    assertThat(before.overlapM2()).isZero();
  }

  @Test
  void landOfTwoApprovalsIsTold() {
    Overlay overlay = analysis.stock(analysis.day(null), null).computed().orElseThrow();
    Geometry common = land("粤府土审〔2015〕1号").intersection(land("粤府土审〔2022〕7号"));
    assertThat(overlay.overlapM2()).isPositive().isCloseTo(areaM2(common), offset(0.5));
  }

  @Test
  void severalRowsLeaveOpenWhatTheStatedAreaIsOf() {
    Overlay overlay = analysis.stock(analysis.day(null), null).computed().orElseThrow();
    overlay.approvals().forEach(each ->
        assertThat(each.statedM2()).isEqualTo(each.id().contains("2015") ? null : Double.valueOf(1000)));
  }

  /** Plots in the plane of the parcels. */
  private static Geometry land(String approval) {
    Snapshot layer = analysis.day(null).find(LayerKind.APPROVAL).orElseThrow();
    Crs plane = Crs.of(analysis.day(null).parcels().crs());
    return rows(layer).stream().filter(each -> each.id().equals(approval))
        .map(each -> Crs.of(layer.crs()).to(plane).apply(each.geometry())).reduce(Geometry::union).orElseThrow();
  }

  private static List<Geometry> supplied(DayLayers day, LocalDate today) {
    DayJudge judge = new DayJudge(day.asOf(), today);
    return rows(day.parcels()).stream().filter(each -> !judge.status(each).equals("未供"))
        .map(Feature::geometry).toList();
  }

  private static List<Feature> rows(Snapshot layer) {
    List<Feature> rows = new ArrayList<>();
    try (FeatureCursor cursor = workspace.store().features(layer, FeatureQuery.all())) {
      while (cursor.hasNext()) {
        rows.add(cursor.next());
      }
    }
    return rows;
  }

  /** Cut into short edges, taken to degrees and on to a cylindrical equal-area plane (CGCS2000, closed form). */
  private static double areaM2(Geometry land) {
    if (land.isEmpty()) {
      return 0;
    }
    Crs plane = Crs.of(analysis.day(null).parcels().crs());
    Geometry degrees = plane.to(Crs.of(Crs.DEGREES)).apply(Densifier.densify(land, 20));
    degrees.apply((CoordinateFilter) SampleStockTest::toEqualArea);
    degrees.geometryChanged();
    return degrees.getArea();
  }

  private static void toEqualArea(Coordinate point) {
    double a = 6_378_137;
    double flattening = 1 / 298.257222101;
    double e = Math.sqrt(flattening * (2 - flattening));
    double sine = Math.sin(Math.toRadians(point.y));
    double q = (1 - e * e) * (sine / (1 - e * e * sine * sine)
        - Math.log((1 - e * sine) / (1 + e * sine)) / (2 * e));
    point.x = a * Math.toRadians(point.x);
    point.y = a * q / 2;
  }
}
