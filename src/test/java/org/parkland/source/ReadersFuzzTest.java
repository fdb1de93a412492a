package org.parkland.source;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.parkland.BadInput;
import org.parkland.geometry.Crs;
import org.parkland.geometry.PrjText;
import org.parkland.geometry.UnknownCrsException;

/**
 * Whatever the bytes, a reader yields rows or refuses with {@link BadInput}; nothing else escapes, and neither memory
 * nor time is unbounded. Without JAZZER_FUZZ=1 the seeds are read once, which are the files of {@code broken} and
 * {@code accepted}; {@code bin/fuzz} goes on from them.
 */
class ReadersFuzzTest {
  private static final int MOST_ROWS = 2_000;
  private static final Path FOLDER = folder();

  @FuzzTest(maxDuration = "10m")
  void shapefile(byte[] zip) throws IOException {
    // The parts of a Shapefile are easier to vary inside one stored archive, which is unpacked here without checks.
    Path folder = Files.createDirectories(FOLDER.resolve("shp"));
    clear(folder);
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        String name = entry.getName();
        String ending = name.substring(Math.max(0, name.length() - 4));
        if (ending.matches("\\.(shp|dbf|prj|cpg)")) {
          Files.write(folder.resolve("layer" + ending), in.readNBytes(1 << 20));
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      return;
    }
    read(folder.resolve("layer.shp"));
  }

  @FuzzTest(maxDuration = "10m")
  void dbf(byte[] bytes) throws IOException {
    Path folder = Files.createDirectories(FOLDER.resolve("dbf"));
    Files.write(folder.resolve("layer.dbf"), bytes);
    try (DbfReader table = DbfReader.open(folder.resolve("layer.dbf"))) {
      table.decodeAs(DbfEncoding.decide(table, java.util.Optional.empty(), null).charset());
      for (long row = 0; row < Math.min(MOST_ROWS, table.count()); row++) {
        table.isDeleted(row);
        table.read(row);
      }
      table.notices();
    } catch (BadInput e) {
      // as it should be
    }
  }

  @FuzzTest(maxDuration = "10m")
  void shp(byte[] bytes) throws IOException {
    try (ShpReader shapes = ShpReader.open(file("layer.shp", bytes))) {
      for (int row = 0; row < MOST_ROWS && shapes.hasNext(); row++) {
        shapes.next();
      }
    } catch (BadInput e) {
      // as it should be
    }
  }

  @FuzzTest(maxDuration = "10m")
  void prj(byte[] bytes) {
    try {
      PrjText.read(new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1));
    } catch (UnknownCrsException e) {
      // as it should be
    }
  }

  @FuzzTest(maxDuration = "10m")
  void zip(byte[] bytes) throws IOException {
    read(file("layers.zip", bytes));
  }

  @FuzzTest(maxDuration = "10m")
  void geoPackage(byte[] bytes) throws IOException {
    read(file("layer.gpkg", bytes));
  }

  @FuzzTest(maxDuration = "10m")
  void geoJson(byte[] bytes) throws IOException {
    read(file("layer.geojson", bytes));
  }

  @FuzzTest(maxDuration = "10m")
  void flatGeobuf(byte[] bytes) throws IOException {
    read(file("layer.fgb", bytes));
  }

  @FuzzTest(maxDuration = "10m")
  void plotText(byte[] bytes) throws IOException {
    Path file = file("plots.txt", bytes);
    read(() -> PlotTextSource.open(file, Reading.AS_DELIVERED));
  }

  @FuzzTest(maxDuration = "10m")
  void csv(byte[] bytes) throws IOException {
    Path file = file("table.csv", bytes);
    read(() -> CsvSource.open(file, Reading.AS_DELIVERED));
  }

  /** Reads as the product does, but never hands the bytes to another program. */
  private static void read(Path file) {
    try {
      if (OtherFormat.of(Beginning.of(file)).isEmpty()) {
        Sources.layers(file, Reading.AS_DELIVERED);
        read(() -> Sources.open(file, Reading.AS_DELIVERED));
      }
    } catch (BadInput e) {
      // as it should be
    }
  }

  /** Opens a layer. */
  private interface Opening {
    FeatureSource open();
  }

  private static void read(Opening opening) {
    try (FeatureSource source = opening.open()) {
      for (int row = 0; row < MOST_ROWS && source.hasNext(); row++) {
        source.next();
      }
      source.notices();
    } catch (BadInput e) {
      // as it should be
    }
  }

  private static Path file(String name, byte[] bytes) throws IOException {
    return Files.write(FOLDER.resolve(name), bytes);
  }

  private static Path folder() {
    try {
      // The register of systems takes seconds to unpack once, which is no input's fault.
      PrjText.read(Crs.of("EPSG:4526").wkt());
      Path folder = Files.createTempDirectory("parkland-fuzz");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> clear(folder)));
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void clear(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path each : files.sorted(Comparator.reverseOrder()).filter(each -> !each.equals(folder)).toList()) {
        Files.delete(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
