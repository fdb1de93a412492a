package org.parkland.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.sedona.spark.SedonaContext;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parkland.analysis.Definitions;
import org.parkland.analysis.FigureQuery;
import org.parkland.analysis.Figures;
import org.parkland.analysis.LandAnalysis;
import org.parkland.analysis.Workspace;
import org.parkland.config.Settings;
import org.parkland.config.SettingsReader;
import org.parkland.geometry.AreaMethod;
import org.parkland.land.LayerKind;
import org.parkland.land.RedLine;
import org.parkland.land.RedLinePolicy;
import org.parkland.land.State;

/** The sample on two local Spark threads, judged by the embedded engine. */
class SampleOnSparkTest {
  private static final String CRS = "EPSG:4526";

  @TempDir
  static Path folder;
  private static SparkSession spark;
  private static Definitions definitions;
  private static Dataset<Row> parcels;
  private static Figures embedded;
  private static Job job;

  @BeforeAll
  static void start() throws IOException {
    Path unpacked = unpack(Path.of("gis-data/jianghai/parcels-2025.zip"));
    spark = SedonaContext.create(SedonaContext.builder().master("local[2,3]").appName("test")
        .config("spark.ui.enabled", false).config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1").config("spark.sql.shuffle.partitions", 4).getOrCreate());
    Settings settings = SettingsReader.of(null, folder.resolve("sample.gpkg").toString());
    definitions = Definitions.read(settings);
    spark.sparkContext().addFile(settings.standards().toString(), true);
    spark.sparkContext().addFile(settings.policies().toString(), true);
    spark.sparkContext().addFile("gis-data/jianghai/units.geojson");
    job = new Job(UUID.randomUUID().toString(), "parcels-2025", LayerKind.PARCELS, CRS, Map.of(),
        List.of("units.geojson"), AreaMethod.ELLIPSOIDAL, null, null);
    LandTable table = LandTable.open(spark, unpacked.toString(), null);
    assertThat(table.crs()).isEqualTo(CRS);
    parcels = table.rows().cache();
    try (Workspace workspace = Workspace.openOrBuild(settings)) {
      LandAnalysis analysis = new LandAnalysis(workspace);
      embedded = analysis.figures().draw(analysis.day(null),
          new FigureQuery(State.CURRENT, policy(), AreaMethod.ELLIPSOIDAL));
    }
  }

  private static Path unpack(Path zip) throws IOException {
    Path shp = null;
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Path file = folder.resolve(entry.getName());
        Files.copy(in, file);
        shp = entry.getName().endsWith(".shp") ? file : shp;
      }
    }
    return shp;
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  private static RedLinePolicy policy() {
    return definitions.policies().redLine().find(definitions.district().policy());
  }

  private static Figures figures(Part part) {
    return Kernel.of(job).figures().figures(part.land(), State.CURRENT, policy(), null);
  }

  private static void assertEmbeddedFigures(Figures figures) {
    assertThat(figures.places()).hasSameSizeAs(embedded.places());
    for (int place : embedded.places()) {
      RedLine expected = embedded.redLine(place);
      RedLine line = figures.redLine(place);
      assertThat(figures.unit(place).id()).isEqualTo(embedded.unit(place).id());
      assertThat(line.numeratorM2()).isEqualTo(expected.numeratorM2());
      assertThat(line.denominatorM2()).isEqualTo(expected.denominatorM2());
      assertThat(line.ratio()).isEqualTo(expected.ratio());
      assertThat(line.lowest()).isEqualTo(expected.lowest());
      assertThat(line.highest()).isEqualTo(expected.highest());
      assertThat(line.status()).isEqualTo(expected.status());
      assertThat(figures.landUse(place, true)).isEqualTo(embedded.landUse(place, true));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 37})
  void figuresAreTheSameToTheLastBitWhateverTheNumberOfPartitions(int partitions) {
    Part part = new ClusterRun(job, parcels.repartition(partitions)).sums();

    assertThat(part.failed()).isEmpty();
    assertThat(part.land().read()).isEqualTo(7_988);
    assertEmbeddedFigures(figures(part));
  }

  /** Fails while it is read: half of a partition's rows have come when it breaks off. */
  private record Breaking(int partition, int attempts) implements MapPartitionsFunction<Row, Row> {
    @Override
    public Iterator<Row> call(Iterator<Row> rows) {
      if (TaskContext.getPartitionId() != partition || TaskContext.get().attemptNumber() >= attempts) {
        return rows;
      }
      List<Row> some = new ArrayList<>();
      for (int i = 0; i < 100 && rows.hasNext(); i++) {
        some.add(rows.next());
      }
      Iterator<Row> first = some.iterator();
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return true;
        }

        @Override
        public Row next() {
          if (!first.hasNext()) {
            throw new IllegalStateException("the machine has lost its disk");
          }
          return first.next();
        }
      };
    }
  }

  private static Dataset<Row> breaking(int attempts) {
    return parcels.repartition(4).mapPartitions(new Breaking(1, attempts), Encoders.row(parcels.schema()));
  }

  @Test
  void aTaskThatDiesChangesNothing() {
    Part part = new ClusterRun(job, breaking(2)).sums();

    assertThat(part.failed()).isEmpty();
    assertEmbeddedFigures(figures(part));
  }

  @Test
  void aPartitionThatCannotBeReadIsListedWithItsParcels() {
    Part part = new ClusterRun(job, breaking(99)).sums();

    assertThat(part.failed()).hasSize(1);
    Part.Failed failed = part.failed().get(0);
    assertThat(failed.partition()).isEqualTo(1);
    assertThat(failed.why()).contains("lost its disk");
    assertThat(failed.parcels()).hasSize(101).last().asString().contains("cannot be read");
    assertThat(part.land().read()).isBetween(5_900L, 6_100L);
    RedLine whole = figures(part).redLine(0);
    assertThat(whole.denominatorM2()).isLessThan(embedded.redLine(0).denominatorM2());
    assertThat(whole.lowest()).as("the missing land may be anything").isLessThan(embedded.redLine(0).ratio());
    assertThat(whole.highest()).isGreaterThan(embedded.redLine(0).ratio());
    assertThat(whole.status()).isEqualTo(RedLine.Status.CANNOT_TELL);
  }

  @Test
  void piecesAsGeoParquetAddUpToTheFigures() {
    String out = folder.resolve("pieces.parquet").toString();
    new ClusterRun(job, parcels.repartition(3)).pieces().write().format("geoparquet").save(out);

    Dataset<Row> pieces = spark.read().format("geoparquet").load(out);
    Map<String, Double> sums = new HashMap<>();
    pieces.groupBy("unit").sum("area_m2").collectAsList()
        .forEach(row -> sums.put(row.getString(0), row.getDouble(1)));
    for (int place : embedded.places()) {
      assertThat(sums.get(embedded.unit(place).id())).isCloseTo(embedded.coveredM2(place),
          within(1e-9 * embedded.coveredM2(place)));
    }
    pieces.createOrReplaceTempView("pieces");
    Row worst = spark.sql("select max(abs(ST_Area(geometry) - area_m2) / area_m2) from pieces where area_m2 > 1000")
        .first();
    assertThat(worst.getDouble(0)).as("planar area of the shape, which differs by the scale of the zone")
        .isLessThan(5e-4);
  }

  @Test
  void geoParquetComesInAsItWentOut() {
    String out = folder.resolve("parcels.parquet").toString();
    parcels.repartition(5).write().format("geoparquet").save(out);

    LandTable table = LandTable.open(spark, out, null);

    assertEmbeddedFigures(figures(new ClusterRun(job, table.rows()).sums()));
  }
}
