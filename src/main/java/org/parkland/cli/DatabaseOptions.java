package org.parkland.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.parkland.BadInput;
import org.parkland.analysis.Definitions;
import org.parkland.analysis.Workspace;
import org.parkland.config.Database;
import org.parkland.config.Settings;
import picocli.CommandLine.Option;

/** Which district and which database: the same two options on every command. */
final class DatabaseOptions {
  @Option(names = "--district", paramLabel = "DIR",
      description = "District pack (default: the sample, gis-data/jianghai).")
  private Path district;

  @Option(names = "--db", paramLabel = "URL",
      description = "Database: a GeoPackage file or jdbc:postgresql://HOST/DATABASE, with user and password in the"
          + " URL or in PGUSER and PGPASSWORD (default: data/<district>.gpkg).")
  private String db;

  /** Opens the database to write into it; makes an empty one where there is none. */
  Workspace openForImport() {
    Settings settings = Settings.of(district, db, null, null);
    return db == null ? Workspace.openOrBuild(settings) : Workspace.open(settings);
  }

  /** Opens the database for reading figures; the sample's own is made when there is none. */
  Workspace open() {
    return open(null, null);
  }

  /** Of the district, where no database is needed. */
  Definitions definitions() {
    return Definitions.read(Settings.of(district, db, null, null));
  }

  /** The same for a server. */
  Workspace open(String host, Integer port) {
    Settings settings = Settings.of(district, db, host, port);
    if (db == null) {
      return Workspace.openOrBuild(settings);
    }
    if (settings.database() instanceof Database.File file && !Files.exists(file.path())) {
      throw new BadInput(file.path().toString(), "there is no such database",
          "check --db, or make it with 'parkland import'");
    }
    return Workspace.open(settings);
  }
}
