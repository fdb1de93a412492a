package org.parkland.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.parkland.BadInput;
import org.parkland.analysis.Definitions;
import org.parkland.analysis.Workspace;
import org.parkland.config.Database;
import org.parkland.config.Setting;
import org.parkland.config.Settings;
import org.parkland.config.SettingsReader;
import picocli.CommandLine.Option;

/** Which district, which database and any other setting: the same options on every command. */
final class DatabaseOptions {
  @Option(names = "--district", paramLabel = "DIR",
      description = "District pack (default: the sample, gis-data/jianghai).")
  private Path district;

  @Option(names = "--db", paramLabel = "URL",
      description = "Database: a GeoPackage file or jdbc:postgresql://HOST/DATABASE, with user and password in the"
          + " URL or in PGUSER and PGPASSWORD (default: data/<district>.gpkg).")
  private String db;

  @Option(names = "--config", paramLabel = "FILE",
      description = "Settings to begin with (default: parkland.yaml in PARKLAND_HOME or its folder data, if there).")
  private Path config;

  @Option(names = "--set", paramLabel = "NAME=VALUE",
      description = "Any setting, over file and environment; 'parkland settings' lists them.")
  private Map<String, String> set = new LinkedHashMap<>();

  /** A setting by a flag of its own; null says nothing. */
  void set(Setting setting, Object value) {
    if (value != null) {
      set.put(setting.key(), value.toString());
    }
  }

  /** @throws BadInput if one of them does not fit */
  Settings settings() {
    set(Setting.DISTRICT, district);
    set(Setting.DB, db);
    return SettingsReader.read(config, set);
  }

  /** Opens the database to write into it; makes an empty one where there is none. */
  Workspace openForImport() {
    Settings settings = settings();
    return settings.values().isSet(Setting.DB) ? Workspace.open(settings) : Workspace.openOrBuild(settings);
  }

  /** Of the district, where no database is needed. */
  Definitions definitions() {
    return Definitions.read(settings());
  }

  /** Opens the database for reading figures or serving; the district's own is made when there is none. */
  Workspace open() {
    Settings settings = settings();
    if (!settings.values().isSet(Setting.DB)) {
      return Workspace.openOrBuild(settings);
    }
    if (settings.database() instanceof Database.File file && !Files.exists(file.path())) {
      throw new BadInput(file.path().toString(), "there is no such database",
          "check --db, or make it with 'parkland import'");
    }
    return Workspace.open(settings);
  }
}
