package org.parkland.bench;

import java.io.IOException;
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
 * {@code analyze --source} over GeoPackages of growing size, each a process of its own from start to end: what one
 * machine does in a stream, and in how much memory.
 */
@Command(name = "scale", mixinStandardHelpOptions = true,
    description = "Balances and red lines straight from files of growing size.")
final class ScaleBench implements Callable<Integer> {
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

  private final Map<String, Object> result = new LinkedHashMap<>();

  @Override
  public Integer call() throws Exception {
    Path folder = under == null ? Files.createTempDirectory("parkland-scale") : Files.createTempDirectory(under, "scale");
    try {
      result.put("bench", "scale");
      result.put("load", Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
      Path units = units(folder);
      double start = read(land(folder, 4), units).seconds();
      result.put("startSeconds", start);
      for (long size : sizes) {
        Path land = land(folder, size);
        Files.copy(land, java.io.OutputStream.nullOutputStream());
        MeasuredProcess run = read(land, units);
        result.put("seconds." + size, run.seconds());
        result.put("microsecondsPerParcel." + size, (run.seconds() - start) * 1e6 / size);
        result.put("parcelsPerSecond." + size, Math.round(size / (run.seconds() - start)));
        result.put("bytesPerParcel." + size, Files.size(land) / size);
        result.put("peakMb." + size, run.peakMb());
        Files.delete(land);
      }
    } finally {
      delete(folder);
    }
    Table.print(result);
    return 0;
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

  private static Path units(Path folder) throws IOException {
    Path file = folder.resolve("units.gpkg");
    try (GeoPackageWriter writer = new GeoPackageWriter(file, "units", SpatialReference.CGCS2000_CM_114E, UNITS)) {
      for (Unit unit : new Mesh(4, 1).units()) {
        writer.write(unit.geometry(), unit.id(), unit.kind(), unit.name());
      }
    }
    return file;
  }

  private MeasuredProcess read(Path land, Path units) throws Exception {
    return MeasuredProcess.run(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx" + heap, "-cp", System.getProperty("java.class.path"), "org.parkland.cli.Parkland", "analyze",
        "--source", land.toString(), "--unit-layer", units.toString()));
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
