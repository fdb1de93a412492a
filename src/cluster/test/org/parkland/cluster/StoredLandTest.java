package org.parkland.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.sedona.spark.SedonaContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.parkland.analysis.FigureQuery;
import org.parkland.analysis.Figures;
import org.parkland.analysis.LandAnalysis;
import org.parkland.analysis.Workspace;
import org.parkland.bench.TemporaryPostgis;
import org.parkland.config.Settings;
import org.parkland.config.SettingsReader;
import org.parkland.geometry.AreaMethod;
import org.parkland.ingest.ImportRequest;
import org.parkland.ingest.Progress;
import org.parkland.land.Doubt;
import org.parkland.land.LayerKind;
import org.parkland.land.OverlayFinding.Problem;
import org.parkland.land.State;

/** A database on PostGIS whose figures are drawn by Spark and shown by the server. */
class StoredLandTest {
  @TempDir
  Path folder;

  @Test
  void theServerShowsWhatTheClusterSummed() {
    Settings embedded = SettingsReader.of(null, folder.resolve("sample.gpkg").toString());
    try (TemporaryPostgis server = TemporaryPostgis.start();
        Workspace judge = Workspace.openOrBuild(embedded);
        SparkSession spark = session()) {
      Settings settings = SettingsReader.of(null, server.jdbcUrl());
      try (Workspace workspace = Workspace.open(settings)) {
        workspace.importPack();
      }
      for (State state : State.values()) {
        draw(spark, settings, state);
        assertSame(settings, judge, state);
      }
    }
  }

  /** Two squares in the middle of the sample, of classes of the third survey that may be several of ours. */
  private static final String SURVEYED = """
      {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4526"}},"features":[
      {"type":"Feature","properties":{"ZDDM":"B","DLBM":"05","DLMC":"商业服务业用地"},"geometry":{"type":"Polygon",
      "coordinates":[[[%1$d,%2$d],[%3$d,%2$d],[%3$d,%4$d],[%1$d,%4$d],[%1$d,%2$d]]]}},
      {"type":"Feature","properties":{"ZDDM":"P","DLBM":"08","DLMC":"公共管理与公共服务用地"},"geometry":{"type":"Polygon",
      "coordinates":[[[%3$d,%2$d],[%5$d,%2$d],[%5$d,%4$d],[%3$d,%4$d],[%3$d,%2$d]]]}}]}""";

  @Test
  void codesThatACrosswalkLeftOpenWidenTheIntervalAsInTheServer() throws IOException {
    Settings embedded = SettingsReader.of(null, folder.resolve("open.gpkg").toString());
    try (TemporaryPostgis server = TemporaryPostgis.start();
        Workspace judge = Workspace.openOrBuild(embedded); SparkSession spark = session()) {
      Coordinate middle = judge.store().extent(new LandAnalysis(judge).day(null).parcels()).centre();
      long x = Math.round(middle.x);
      long y = Math.round(middle.y);
      Path file = Files.writeString(folder.resolve("survey.geojson"),
          SURVEYED.formatted(x, y, x + 500, y + 500, x + 1_000));
      Settings settings = SettingsReader.of(null, server.jdbcUrl());
      try (Workspace workspace = Workspace.open(settings)) {
        workspace.importPack();
        for (Workspace each : List.of(workspace, judge)) {
          each.importer().run(ImportRequest.of(file, LayerKind.PARCELS, LocalDate.of(2026, 6, 30)), Progress.NONE);
        }
      }
      draw(spark, settings, State.CURRENT);
      assertSame(settings, judge, State.CURRENT);
      Figures figures = figures(judge, State.CURRENT);
      assertThat(figures.places()).anyMatch(place -> figures.doubts().get(place).stream()
          .anyMatch(each -> each.cause() == Doubt.Cause.AMBIGUOUS_CODE));
    }
  }

  private static SparkSession session() {
    return SedonaContext.create(SedonaContext.builder().master("local[2]").appName("test")
        .config("spark.ui.enabled", false).config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1").getOrCreate());
  }

  private static void draw(SparkSession spark, Settings settings, State state) {
    try (StoredLand stored = new StoredLand(settings, null, state)) {
      spark.sparkContext().addFile(settings.standards().toString(), true);
      spark.sparkContext().addFile(settings.policies().toString(), true);
      Path units = stored.units();
      spark.sparkContext().addFile(units.toString());
      LandTable table = stored.table(spark);
      Job job = new Job(UUID.randomUUID().toString(), table.name(), state.layer(), table.crs(), stored.columns(),
          List.of(units.getFileName().toString()), AreaMethod.ELLIPSOIDAL, stored.codes(), stored.open());
      Part part = new ClusterRun(job, table.rows().repartition(3)).sums();
      assertThat(part.failed()).isEmpty();
      stored.keep(part.land(), AreaMethod.ELLIPSOIDAL);
    }
  }

  private static void assertSame(Settings settings, Workspace judge, State state) {
    try (Workspace workspace = Workspace.open(settings)) {
      Figures shown = figures(workspace, state);
      Figures expected = figures(judge, state);
      assertThat(shown.findings()).as("drawn by the cluster").anyMatch(each -> each.problem() == Problem.NOT_SEARCHED);
      assertThat(expected.findings()).noneMatch(each -> each.problem() == Problem.NOT_SEARCHED);
      assertThat(shown.places()).hasSameSizeAs(expected.places());
      for (int place : expected.places()) {
        assertThat(shown.redLine(place)).as(expected.unit(place).id()).isEqualTo(expected.redLine(place));
        assertThat(shown.landUse(place, true)).isEqualTo(expected.landUse(place, true));
      }
    }
  }

  private static Figures figures(Workspace workspace, State state) {
    LandAnalysis analysis = new LandAnalysis(workspace);
    return analysis.figures().draw(analysis.day(null), new FigureQuery(state,
        workspace.policies().redLine().find(workspace.district().policy()), AreaMethod.ELLIPSOIDAL));
  }
}
