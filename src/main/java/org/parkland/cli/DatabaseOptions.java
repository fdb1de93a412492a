package org.parkland.cli;

import java.nio.file.Path;
import org.parkland.config.Settings;
import picocli.CommandLine.Option;

/** Which district and which database: the same two options on every command. */
final class DatabaseOptions {
  @Option(names = "--district", paramLabel = "DIR",
      description = "District pack (default: the sample, gis-data/jianghai).")
  private Path district;

  @Option(names = "--db", paramLabel = "URL",
      description = "Database: a GeoPackage file or a JDBC URL (default: data/<district>.gpkg).")
  private String db;

  Settings settings() {
    return settings(null, null);
  }

  Settings settings(String host, Integer port) {
    return Settings.of(district, db, host, port);
  }

  /** Whether the user named a database, so that it is not to be filled with a sample. */
  boolean isOwnDatabase() {
    return db != null;
  }
}
