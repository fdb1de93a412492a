package org.parkland.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.parkland.land.Parcel;
import org.parkland.land.Unit;
import org.parkland.sink.Column;
import org.parkland.sink.GeoPackageWriter;
import org.parkland.sink.SpatialReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code analyze --source} over GeoPackages of growing size, each a process of its own: what one machine does in a
 * stream, and in how much memory. Start and warm-up of the virtual machine are told apart.
 */
@Command(name = "scale", mixinStandardHelpOptions = true,
    description = "Balances and red lines straight from files of growing size.")
final class ScaleBench implements Callable<Integer> {
  /** Parcels of the file that the virtual machine warms up with. */
  private static final long FIRST = 500_000;
  private static final List<Column> LAND = List.of(Column.text("ZDDM", 19), Column.text("YDYHFLDM", 10));
  private static final List<Column> UNITS =
      List.of(Column.text("id", 20), Column.text("kind", 20), Column.text("name", 20));

  @Option(names = "--parcels", split = ",", defaultValue = "100000,1000000,10000000",
      description = "how many, run by run (default: ${DEFAULT-VALUE})")
  private List<Long> sizes;

  @Option(names = "--heap", defaultValue = "2g", description = "of each run (default: ${DEFAULT-VALUE})")
  private String heap;

  @Option(names = "--folder", description = "where the files go (default: a temporary folder)")
  private Path under;

  @Option(names = "--warm-up", defaultValue = "60",
      description = "seconds in which a first file is read, before the measured one (default: ${DEFAULT-VALUE})")
  private int warmUpSeconds;

  @Option(names = "--nested", description = "43,370 units on three levels instead of 12")
  private boolean nested;

  private final Map<String, Object> result = new LinkedHashMap<>();

  @Override
  public Integer call() throws Exception {
    Path folder = under == null ? Files.createTempDirectory("parkland-scale") : Files.createTempDirectory(under, "scale");
    try {
      result.put("bench", "scale");
      result.put("load", Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
      List<Unit> made = nested ? NestedUnits.ofTheMesh().units() : new Mesh(4, 1).units();
      result.put("units", made.size());
      Path units = units(folder, made);
      Path first = land(folder, FIRST);
      for (long size : sizes) {
        measure(units, first, land(folder, size), new Mesh(size, 1).size());
      }
    } finally {
      delete(folder);
    }
    Table.print(result);
    return 0;
  }

  private void measure(Path units, Path first, Path land, long size) throws Exception {
    for (Path each : List.of(first, land)) {
      Files.copy(each, OutputStream.nullOutputStream());
    }
    MeasuredProcess run = MeasuredProcess.run(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx" + heap, "-cp",
        System.getProperty("java.class.path"), StreamRun.class.getName(), units.toString(), first.toString(),
        land.toString(), String.valueOf(size), String.valueOf(warmUpSeconds)));
    double seconds = printed(run, "seconds");
    result.put("startAndWarmUpSeconds." + size, printed(run, "warmUpSeconds"));
    result.put("warmUpCpuSeconds." + size, printed(run, "warmUpCpuSeconds"));
    result.put("seconds." + size, seconds);
    result.put("microsecondsPerParcel." + size, seconds * 1e6 / size);
    result.put("cpuMicrosecondsPerParcel." + size, printed(run, "cpuSeconds") * 1e6 / size);
    result.put("parcelsPerSecond." + size, Math.round(size / seconds));
    result.put("bytesPerParcel." + size, Files.size(land) / size);
    result.put("peakMb." + size, run.peakMb());
    Files.delete(land);
  }

  private static double printed(MeasuredProcess run, String name) {
    return run.output().lines().filter(each -> each.startsWith(name + " "))
        .mapToDouble(each -> Double.parseDouble(each.substring(name.length() + 1))).findFirst().orElseThrow();
  }

  private static Path land(Path folder, long parcels) throws IOException {
    Path file = folder.resolve("parcels-" + parcels + ".gpkg");
    try (GeoPackageWriter writer = new GeoPackageWriter(file, "parcels", SpatialReference.CGCS2000_CM_114E, LAND)) {
      for (Iterator<Parcel> mesh = new Mesh(parcels, 1).parcels(); mesh.hasNext();) {
        Parcel parcel = mesh.next();
        writer.write(parcel.geometry(), parcel.id(), parcel.landUse());
      }
    }
    return file;
  }

  private static Path units(Path folder, List<Unit> units) throws IOException {
    Path file = folder.resolve("units.gpkg");
    try (GeoPackageWriter writer = new GeoPackageWriter(file, "units", SpatialReference.CGCS2000_CM_114E, UNITS)) {
      for (Unit unit : units) {
        writer.write(unit.geometry(), unit.id(), unit.kind(), unit.name());
      }
    }
    return file;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path each : files.toList()) {
        Files.delete(each);
      }
    }
    Files.delete(folder);
  }
}
