package org.parkland;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.parkland.analysis.Workspace;
import org.parkland.config.Database;
import org.parkland.config.Settings;

/** The sample district in a database of the tests' own, built once a process by the product's own way. */
public final class SampleDistrict {
  /** Each of the processes that share the tests has its own. */
  private static final Path DATABASE =
      Path.of("target/sample-district-" + System.getProperty("tests.fork", "1"), "jianghai.gpkg");
  private static boolean built;

  private SampleDistrict() {}

  /** The sample's database file; tests must not write into it. */
  public static synchronized Path database() {
    if (!built) {
      removeOld();
      Workspace.openOrBuild(settings(DATABASE)).close();
      built = true;
    }
    return DATABASE;
  }

  public static Workspace open() {
    return Workspace.open(settings(database()));
  }

  /** Settings over a database file of one's own, with the repository's standards, policies and page. */
  public static Settings settings(Path database) {
    return settings(new Database.File(database));
  }

  /** The same over any database. */
  public static Settings settings(Database database) {
    return Settings.standard(Path.of("").toAbsolutePath(), Path.of("gis-data/jianghai"), database);
  }

  private static void removeOld() {
    Path folder = DATABASE.getParent();
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
