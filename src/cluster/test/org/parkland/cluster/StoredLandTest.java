package org.parkland.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.apache.sedona.spark.SedonaContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parkland.analysis.FigureQuery;
import org.parkland.analysis.Figures;
import org.parkland.analysis.LandAnalysis;
import org.parkland.analysis.Workspace;
import org.parkland.bench.TemporaryPostgis;
import org.parkland.config.Settings;
import org.parkland.config.SettingsReader;
import org.parkland.geometry.AreaMethod;
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
        SparkSession spark = SedonaContext.create(SedonaContext.builder().master("local[2]").appName("test")
            .config("spark.ui.enabled", false).config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1").getOrCreate())) {
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

  private static void draw(SparkSession spark, Settings settings, State state) {
    try (StoredLand stored = new StoredLand(settings, null, state)) {
      spark.sparkContext().addFile(settings.standards().toString(), true);
      spark.sparkContext().addFile(settings.policies().toString(), true);
      Path units = stored.units();
      spark.sparkContext().addFile(units.toString());
      LandTable table = stored.table(spark);
      Job job = new Job(UUID.randomUUID().toString(), table.name(), state.layer(), table.crs(), stored.columns(),
          List.of(units.getFileName().toString()), AreaMethod.ELLIPSOIDAL);
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
