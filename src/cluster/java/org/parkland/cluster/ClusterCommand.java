package org.parkland.cluster;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.apache.sedona.spark.SedonaContext;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.parkland.BadInput;
import org.parkland.analysis.Definitions;
import org.parkland.analysis.Figures;
import org.parkland.config.ServerAddress;
import org.parkland.config.Settings;
import org.parkland.config.SettingsReader;
import org.parkland.geometry.AreaMethod;
import org.parkland.land.LayerKind;
import org.parkland.land.RedLinePolicy;
import org.parkland.land.State;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine;

/** {@code parkland cluster}: balances and red lines of any number of units, on Spark. */
@Command(name = "cluster", mixinStandardHelpOptions = true,
    description = "Land-use balance and red line of every unit, on a Spark cluster.")
final class ClusterCommand implements Callable<Integer> {
  private static final int BAD_INPUT = 3;

  @Option(names = "--land", paramLabel = "PATH",
      description = "GeoParquet, Shapefile (not zipped) or GeoPackage, at a path every machine can read.")
  private String land;

  @Option(names = "--db", paramLabel = "URL", description = "Draw the figures of a Parkland database on PostGIS, where"
      + " the server then shows them.")
  private String db;

  @Option(names = "--jdbc", paramLabel = "URL", description = "Read the land from a PostGIS table instead.")
  private String jdbc;

  @Option(names = "--table", paramLabel = "SCHEMA.TABLE", description = "Table or view, with --jdbc.")
  private String table;

  @Option(names = "--geometry", paramLabel = "COLUMN", defaultValue = "geom", description = "Of the table (default: ${DEFAULT-VALUE}).")
  private String geometry;

  @Option(names = "--number", paramLabel = "COLUMN", defaultValue = "fid",
      description = "Whole number by whose ranges the table is read in parallel (default: ${DEFAULT-VALUE}).")
  private String number;

  @Option(names = "--layer", description = "The layer to take where a GeoPackage holds several.")
  private String layer;

  @Option(names = "--crs", paramLabel = "EPSG:n", description = "Of the land; needed for GeoParquet and tables.")
  private String crs;

  @Option(names = "--map", paramLabel = "FIELD=COLUMN", description = "Take an attribute from a column.")
  private Map<String, String> columns = new LinkedHashMap<>();

  @Option(names = "--unit-layer", paramLabel = "FILE",
      description = "Units, any number of layers and levels (default: the district's).")
  private List<Path> units = new ArrayList<>();

  @Option(names = "--district", paramLabel = "DIR", description = "District pack (default: the sample).")
  private Path district;

  @Option(names = "--state", defaultValue = "CURRENT", description = "${COMPLETION-CANDIDATES} use (default: ${DEFAULT-VALUE}).")
  private State state;

  @Option(names = "--as-of", paramLabel = "DATE", description = "Day the land describes.")
  private LocalDate asOf;

  @Option(names = "--policy", paramLabel = "NAME", description = "Red-line policy (default: the district's).")
  private String policy;

  @Option(names = "--area", defaultValue = "ELLIPSOIDAL", description = "${COMPLETION-CANDIDATES} areas (default: ${DEFAULT-VALUE}).")
  private AreaMethod method;

  @Option(names = "--partitions", description = "Share the land out anew into so many parts (default: as it is read).")
  private int partitions;

  @Option(names = "--out", paramLabel = "DIR", description = "Write red lines, balances and pieces as GeoParquet.")
  private String out;

  @Option(names = "--pieces", description = "Write the pieces too: one row a parcel and unit.")
  private boolean pieces;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new ClusterCommand()).setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler((e, line, parsed) -> {
          if (e instanceof BadInput) {
            System.err.println(e.getMessage());
            return BAD_INPUT;
          }
          throw e;
        }).execute(arguments));
  }

  @Override
  public Integer call() {
    Definitions definitions = Definitions.read(SettingsReader.of(district, null));
    SparkSession spark = SedonaContext.create(SedonaContext.builder().appName("parkland").getOrCreate());
    try {
      run(definitions, spark);
      return 0;
    } finally {
      spark.stop();
    }
  }

  private void run(Definitions definitions, SparkSession spark) {
    if (db == null) {
      ServerAddress server = table == null ? null : ServerAddress.of(jdbc);
      LandTable read = table == null ? LandTable.open(spark, land, layer)
          : LandTable.ofPostgis(spark, server.url(), server.properties(null), table, geometry, number);
      run(definitions, spark, read, null);
      return;
    }
    try (StoredLand stored = new StoredLand(SettingsReader.of(district, db), asOf, state)) {
      columns = stored.columns();
      units = List.of(stored.units());
      asOf = stored.asOf();
      run(definitions, spark, stored.table(spark), stored);
    }
  }

  private void run(Definitions definitions, SparkSession spark, LandTable read, StoredLand stored) {
    long start = System.nanoTime();
    Job job = ship(definitions, spark.sparkContext(), read, stored);
    Dataset<Row> rows = partitions > 0 ? read.rows().repartition(partitions) : read.rows();
    ClusterRun run = new ClusterRun(job, rows);
    Part sums = run.sums();
    ClusterPrinter printer = new ClusterPrinter(System.out, System.err);
    printer.failures(sums.failed());
    if (sums.land() == null) {
      throw new BadInput(read.name(), "no partition could be worked off", "see the reasons above");
    }
    RedLinePolicy wanted = definitions.policies().redLine()
        .find(policy != null ? policy : definitions.district().policy());
    Figures figures = Kernel.of(job).figures().figures(sums.land(), state, wanted, asOf);
    printer.figures(definitions.district(), figures);
    if (out != null) {
      write(new FigureTables(spark, figures), run);
    }
    if (stored != null && sums.failed().isEmpty()) {
      stored.keep(sums.land(), method);
    }
    printer.cost(sums, run.partitions(), (System.nanoTime() - start) / 1e9);
    Kernel.release(job);
  }

  /** Sends what every machine needs, and says how it is called there. */
  private Job ship(Definitions definitions, SparkContext spark, LandTable read, StoredLand stored) {
    Settings settings = SettingsReader.of(district, null);
    spark.addFile(settings.standards().toString(), true);
    spark.addFile(settings.policies().toString(), true);
    List<Path> layers = units.isEmpty() ? definitions.district().layers().stream()
        .filter(each -> each.kind() == LayerKind.UNITS).map(each -> each.file()).toList() : units;
    layers.forEach(each -> spark.addFile(each.toString()));
    String system = crs != null ? crs : read.crs();
    if (system == null) {
      throw new BadInput(read.name(), "does not say its coordinate reference system", "name it with --crs EPSG:n");
    }
    Job job = new Job(UUID.randomUUID().toString(), read.name(), state.layer(), system, columns,
        layers.stream().map(each -> each.getFileName().toString()).toList(), method,
        stored == null ? null : stored.codes(), stored == null ? null : stored.open());
    return stored != null ? job : job.reading(Kernel.decide(job, read.rows(), definitions.importRules()));
  }

  /** Spark makes each folder whole or not at all, and takes back what a task had begun before it failed. */
  private void write(FigureTables figures, ClusterRun run) {
    figures.redLines().coalesce(1).write().mode("overwrite").format("geoparquet").save(out + "/red-line.parquet");
    figures.landUse().coalesce(1).write().mode("overwrite").parquet(out + "/land-use.parquet");
    if (pieces) {
      run.pieces().write().mode("overwrite").format("geoparquet").save(out + "/pieces.parquet");
    }
  }
}
