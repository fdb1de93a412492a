package org.parkland.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.apache.sedona.spark.SedonaContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.sedona_sql.UDT.GeometryUDT;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.parkland.analysis.Definitions;
import org.parkland.analysis.Figures;
import org.parkland.bench.Mesh;
import org.parkland.bench.NestedUnits;
import org.parkland.config.Settings;
import org.parkland.config.SettingsReader;
import org.parkland.geometry.AreaMethod;
import org.parkland.land.LandUseRow;
import org.parkland.land.LayerKind;
import org.parkland.land.Parcel;
import org.parkland.land.State;
import org.parkland.land.Unit;
import org.parkland.sink.Column;
import org.parkland.sink.GeoPackageWriter;
import org.parkland.sink.SpatialReference;

/**
 * The overlay kernel in Spark beside Sedona's own SQL, on the same GeoParquet, threads and units: planar areas by
 * class and unit, from the file to the last figure.
 */
public final class SparkBench {
  private static final StructType LAND = new StructType().add("ZDDM", DataTypes.StringType)
      .add("YDYHFLDM", DataTypes.StringType).add(SparkRows.GEOMETRY, new GeometryUDT());
  private static final String SEDONA = """
      select u.unit, p.YDYHFLDM as code, sum(ST_Area(ST_Intersection(p.geometry, u.geometry))) as area_m2
      from parcels p join units u on ST_Intersects(p.geometry, u.geometry) group by u.unit, p.YDYHFLDM""";

  private final SparkSession spark;
  private final Path folder;
  private final long parcels;
  private final List<Unit> units;
  private final Metering metering = new Metering();

  private SparkBench(SparkSession spark, Path folder, long parcels, List<Unit> units) {
    this.spark = spark;
    this.folder = folder;
    this.parcels = parcels;
    this.units = units;
    spark.sparkContext().addSparkListener(metering);
  }

  /**
   * @param arguments number of parcels, an empty folder, and {@code alone} or {@code nested}, without Sedona's SQL, or
   *     {@code make}, which only writes land and units
   */
  public static void main(String[] arguments) throws IOException {
    String mode = arguments.length > 2 ? arguments[2] : "";
    List<Unit> units = mode.equals("nested") ? NestedUnits.ofTheMesh().units() : new Mesh(4, 1).units();
    SparkSession spark = SedonaContext.create(SedonaContext.builder().appName("bench").getOrCreate());
    new SparkBench(spark, Path.of(arguments[1]), Long.parseLong(arguments[0]), units).run(mode);
    spark.stop();
  }

  private record Making(long parcels) implements MapPartitionsFunction<Long, Row> {
    @Override
    public Iterator<Row> call(Iterator<Long> numbers) {
      Mesh mesh = new Mesh(parcels, 1);
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return numbers.hasNext();
        }

        @Override
        public Row next() {
          Parcel parcel = mesh.parcel(numbers.next());
          return RowFactory.create(parcel.id(), parcel.landUse(), parcel.geometry());
        }
      };
    }
  }

  private void run(String mode) throws IOException {
    String land = folder.resolve("parcels.parquet").toString();
    long size = new Mesh(parcels, 1).size();
    spark.range(0, size, 1, 8).as(Encoders.LONG())
        .mapPartitions(new Making(parcels), Encoders.row(LAND)).write().format("geoparquet").save(land);
    Job job = ship();
    if (mode.equals("make")) {
      return;
    }
    long prepared = System.nanoTime();
    Kernel.of(job);
    print("parcels", size);
    print("units", units.size());
    print("unitsPreparedSeconds", (System.nanoTime() - prepared) / 1e9);
    print("bytesPerParcel", Files.walk(Path.of(land)).mapToLong(each -> each.toFile().length()).sum() / size);
    Map<String, Double> ours = new HashMap<>();
    for (int partitions : new int[] {1, 2, 4}) {
      // Read as so many parts; nothing is shuffled.
      Dataset<Row> rows = spark.read().format("geoparquet").load(land).coalesce(partitions);
      sums(job, rows);
      metering.reset();
      long start = System.nanoTime();
      Part part = sums(job, rows);
      print("kernelSeconds." + partitions, (System.nanoTime() - start) / 1e9);
      print("kernelCpuSeconds." + partitions, part.cpuSeconds());
      print("bytesReadPerParcel." + partitions, metering.bytesRead() / (double) size);
      print("bytesShuffled." + partitions, metering.bytesShuffled());
      print("bytesToDriver." + partitions, metering.bytesReturned());
      ours = byClass(Kernel.of(job).figures().figures(part.land(), State.CURRENT,
          Definitions.read(SettingsReader.of(null, null)).policies().redLine().policies().get(0), null));
    }
    print("peakMb", peakMb());
    if (mode.isEmpty()) {
      compare(land, ours);
    }
  }

  /** Largest resident memory so far, driver and executor in one process (VmHWM in proc(5)). */
  private static long peakMb() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream().filter(each -> each.startsWith("VmHWM"))
        .mapToLong(each -> Long.parseLong(each.replaceAll("\\D", "")) / 1024).findFirst().orElse(0);
  }

  private static Part sums(Job job, Dataset<Row> rows) {
    return new ClusterRun(job, rows).sums();
  }

  private static Map<String, Double> byClass(Figures figures) {
    Map<String, Double> sums = new HashMap<>();
    for (int place : figures.places()) {
      for (LandUseRow row : figures.landUse(place, false)) {
        sums.put(figures.unit(place).id() + " " + row.code(), row.areaM2());
      }
    }
    return sums;
  }

  private void compare(String land, Map<String, Double> ours) {
    spark.read().format("geoparquet").load(land).createOrReplaceTempView("parcels");
    StructType schema = new StructType().add("unit", DataTypes.StringType)
        .add(SparkRows.GEOMETRY, new GeometryUDT());
    List<Row> rows = new ArrayList<>();
    units.forEach(each -> rows.add(RowFactory.create(each.id(), each.geometry())));
    spark.createDataFrame(rows, schema).createOrReplaceTempView("units");
    long start = System.nanoTime();
    List<Row> theirs = spark.sql(SEDONA).collectAsList();
    print("sedonaSqlSeconds", (System.nanoTime() - start) / 1e9);
    double worst = 0;
    for (Row row : theirs) {
      double expected = row.getDouble(2);
      worst = Math.max(worst,
          Math.abs(ours.getOrDefault(row.getString(0) + " " + row.getString(1), 0.0) - expected) / expected);
    }
    print("figuresCompared", (double) LongStream.of(theirs.size(), ours.size()).max().orElse(0));
    print("maxRelativeDifference", worst);
  }

  private Job ship() throws IOException {
    Settings settings = SettingsReader.of(null, null);
    Path file = folder.resolve("units.gpkg");
    try (GeoPackageWriter writer = new GeoPackageWriter(file, "units", SpatialReference.CGCS2000_CM_114E,
        List.of(Column.text("id", 20), Column.text("kind", 20), Column.text("name", 20)))) {
      for (Unit unit : units) {
        writer.write(unit.geometry(), unit.id(), unit.kind(), unit.name());
      }
    }
    spark.sparkContext().addFile(settings.standards().toString(), true);
    spark.sparkContext().addFile(settings.policies().toString(), true);
    spark.sparkContext().addFile(file.toString());
    return new Job(UUID.randomUUID().toString(), "mesh", LayerKind.PARCELS, Mesh.CRS, Map.of(),
        List.of("units.gpkg"), AreaMethod.PLANAR, null, null);
  }

  private static void print(String name, double value) {
    System.out.printf("%-26s %s%n", name, value == Math.rint(value) && value < 1e15 ? String.valueOf((long) value)
        : Math.abs(value) < 1e-3 ? String.format("%.1e", value) : String.format("%.3f", value));
  }
}
