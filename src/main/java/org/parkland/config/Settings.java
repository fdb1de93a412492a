package org.parkland.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.parkland.BadInput;

/**
 * Settings of a run, checked. {@link SettingsReader} gathers them.
 *
 * @param home the folder that holds {@code gis-data} and {@code web}
 * @param district folder of the district pack
 * @param database where the snapshots are
 * @param values of every setting
 */
public record Settings(Path home, Path district, Database database, Values values) {
  public Settings {
    if (!Files.isDirectory(home.resolve("gis-data"))) {
      throw new BadInput(home.toString(), "holds no gis-data folder", "set PARKLAND_HOME to the folder that does");
    }
  }

  /** With the standards in everything but the place; listens on any free port. */
  public static Settings standard(Path home, Path district, Database database) {
    return new Settings(home, district, database, Values.STANDARD).with(Setting.PORT, "0");
  }

  /** With district and database as the values name them. */
  static Settings of(Path home, Values values) {
    Path named = Path.of(values.text(Setting.DISTRICT));
    Path district = Files.exists(named) ? named : home.resolve(named);
    String db = values.text(Setting.DB);
    return new Settings(home, district, db.isEmpty()
        ? new Database.File(home.resolve("data").resolve(district.toAbsolutePath().getFileName() + ".gpkg"))
        : Database.of(db), values);
  }

  /** Address to listen on. */
  public String host() {
    return values.text(Setting.HOST);
  }

  /** To listen on; 0 for any free one. */
  public int port() {
    return values.whole(Setting.PORT);
  }

  public Path standards() {
    return home.resolve("gis-data/standards");
  }

  public Path policies() {
    return home.resolve("gis-data/policies");
  }

  public Path web() {
    return home.resolve("web");
  }

  /** The list of base maps, which need not exist. */
  public Path baseMaps() {
    return home.resolve(values.text(Setting.BASEMAPS));
  }

  /** Where backups lie. */
  public Path backups() {
    return home.resolve(values.text(Setting.BACKUPS));
  }

  /** The folder for tiles drawn from the database. */
  public Path tiles() {
    return database.tiles(home);
  }

  /** Addresses of the office's reverse proxies. */
  public Set<String> proxies() {
    return Arrays.stream(values.text(Setting.PROXIES).split(",")).map(String::strip).filter(each -> !each.isEmpty())
        .collect(Collectors.toSet());
  }

  /** The folder for files that were sent and are not imported yet. */
  public Path uploads() {
    return database.uploads(home);
  }

  /**
   * The same with one setting changed.
   *
   * @throws BadInput if the value does not fit
   */
  public Settings with(Setting setting, String value) {
    return new Settings(home, district, database, values.with(setting, value, "program"));
  }

  /** The same settings over another database. */
  public Settings with(Database other) {
    return new Settings(home, district, other, values);
  }
}
