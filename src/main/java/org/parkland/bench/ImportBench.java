package org.parkland.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.parkland.demo.DemoDistrict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Imports of the synthetic district's parcels, from a Shapefile in GBK and from a GeoPackage, into both stores,
 * beside {@code ogr2ogr} doing the same load. Each load is a process of its own and counts from its start to its end;
 * both write through the same file system and the same server. {@code ogr2ogr} loads only; Parkland also decides
 * encoding, reference system and codes, checks and repairs every shape, and takes the SHA-256 of the file.
 * The checks of the layer as a whole, which {@code ogr2ogr} has nothing like, are measured apart.
 */
@Command(name = "import", mixinStandardHelpOptions = true,
    description = "Imports a million parcels into both stores, beside ogr2ogr.")
final class ImportBench implements Callable<Integer> {
  private static final String LAYER = "parcels-2025";
  private static final String HEAP = "JAVA_OPTS=-Xmx1g";

  @Option(names = "--parcels", defaultValue = "1000000", description = "how many (default: ${DEFAULT-VALUE})")
  private int parcels;

  @Option(names = "--seed", defaultValue = "1")
  private long seed;

  @Option(names = "--runs", defaultValue = "1", description = "the best of each counts (default: ${DEFAULT-VALUE})")
  private int runs;

  @Option(names = "--folder", description = "where the files go (default: a temporary folder)")
  private Path under;

  private final Map<String, Object> result = new LinkedHashMap<>();
  private Path folder;

  @Override
  public Integer call() throws Exception {
    folder = under == null ? Files.createTempDirectory("parkland-import") : Files.createTempDirectory(under, "import");
    try (TemporaryPostgis server = TemporaryPostgis.start()) {
      result.put("bench", "import");
      result.put("load", Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
      Path shapefile = shapefile();
      Path geopackage = geopackage(shapefile);
      for (Path source : List.of(shapefile, geopackage)) {
        Files.copy(source, java.io.OutputStream.nullOutputStream());
        embedded(source);
        postgis(source, server);
        if (source.equals(shapefile)) {
          check("Embedded", folder.resolve("ours.gpkg").toString());
          check("Postgis", server.jdbcUrl());
        }
      }
    } finally {
      delete(folder);
    }
    Table.print(result);
    return 0;
  }

  private Path shapefile() throws Exception {
    DemoDistrict.write(parcels, seed, folder, (step, done, total) -> { });
    MeasuredProcess.run(List.of("unzip", "-q", "-o", folder.resolve(LAYER + ".zip").toString(), "-d", folder.toString()));
    return folder.resolve(LAYER + ".shp");
  }

  private Path geopackage(Path shapefile) throws Exception {
    Path file = folder.resolve(LAYER + ".gpkg");
    MeasuredProcess.run(ogr2ogr("GPKG", file.toString(), shapefile));
    return file;
  }

  private void embedded(Path source) throws Exception {
    compare(source, "Embedded", () -> parkland(source, fresh("ours.gpkg").toString()),
        () -> ogr2ogr("GPKG", fresh("theirs.gpkg").toString(), source));
  }

  private void postgis(Path source, TemporaryPostgis server) throws Exception {
    String theirs = server.jdbcUrl().replaceAll(".*:(\\d+)/.*", "PG:host=127.0.0.1 port=$1 dbname=parkland user=postgres");
    compare(source, "Postgis", () -> {
      execute(server, "drop schema if exists parkland cascade");
      return parkland(source, server.jdbcUrl());
    }, () -> {
      execute(server, "drop table if exists theirs");
      List<String> command = new ArrayList<>(ogr2ogr("PostgreSQL", theirs, source));
      command.addAll(List.of("-nln", "theirs", "-nlt", "GEOMETRY", "--config", "PG_USE_COPY", "YES"));
      return command;
    });
  }

  private static void execute(TemporaryPostgis server, String sql) throws Exception {
    try (var connection = server.connect(); var statement = connection.createStatement()) {
      statement.execute(sql);
      statement.execute("checkpoint");
    }
  }

  private void compare(Path source, String store, Callable<List<String>> ours, Callable<List<String>> theirs)
      throws Exception {
    String name = (source.toString().endsWith(".shp") ? "shapefile" : "geopackage") + store;
    List<MeasuredProcess> mine = new ArrayList<>();
    List<MeasuredProcess> others = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      others.add(MeasuredProcess.run(theirs.call()));
      mine.add(MeasuredProcess.run(ours.call()));
    }
    result.putIfAbsent("read", mine.get(0).output().lines().findFirst().orElse("").replaceFirst(".*?: ", ""));
    result.put(name + "Seconds", best(mine));
    result.put(name + "Ogr2ogrSeconds", best(others));
    result.put(name + "Ratio", best(mine) / best(others));
    result.put(name + "CpuSeconds", mine.stream().mapToDouble(MeasuredProcess::cpuSeconds).min().orElse(0));
    result.put(name + "Ogr2ogrCpuSeconds", others.stream().mapToDouble(MeasuredProcess::cpuSeconds).min().orElse(0));
    result.put(name + "PeakMb", mine.stream().mapToLong(MeasuredProcess::peakMb).max().orElse(0));
  }

  /** What follows an import unless it is told not to: overlaps, gaps, missing vertices, land outside. */
  private void check(String store, String database) throws Exception {
    MeasuredProcess check = MeasuredProcess.run(
        List.of("env", HEAP, "bin/parkland", "check", "parcels", "--db", database));
    result.put("layerCheck" + store + "Seconds", check.seconds());
    result.put("layerCheck" + store + "PeakMb", check.peakMb());
    result.put("layerCheck" + store + "Findings", check.output().lines().skip(1).findFirst().orElse(""));
  }

  private static double best(List<MeasuredProcess> all) {
    return all.stream().mapToDouble(MeasuredProcess::seconds).min().orElse(0);
  }

  private static List<String> parkland(Path source, String database) {
    return List.of("env", HEAP, "bin/parkland", "import", source.toString(), "--as", "parcels",
        "--date", "2025-12-31", "--db", database, "--no-check");
  }

  private static List<String> ogr2ogr(String format, String target, Path source) {
    List<String> command = new ArrayList<>(List.of("ogr2ogr", "-f", format, target, source.toString()));
    if (source.toString().endsWith(".shp")) {
      command.addAll(List.of("-oo", "ENCODING=GBK"));
    }
    return command;
  }

  private Path fresh(String name) throws IOException {
    for (String suffix : List.of("", "-wal", "-shm", "-journal")) {
      Files.deleteIfExists(folder.resolve(name + suffix));
    }
    return folder.resolve(name);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
