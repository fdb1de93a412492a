package org.parkland.config;

import java.nio.file.Files;
import java.nio.file.Path;
import org.parkland.BadInput;

/**
 * Settings of a run.
 *
 * @param home the folder that holds {@code gis-data} and {@code web}
 * @param district folder of the district pack
 * @param database where the snapshots are
 * @param host address to listen on
 * @param port to listen on; 0 for any free one
 * @param mostUploadBytes the largest file that may be sent to the server
 */
public record Settings(Path home, Path district, Database database, String host, int port, long mostUploadBytes) {
  /** 4 GB: a Shapefile ends at 2 GB a part. */
  public static final long DEFAULT_UPLOAD_BYTES = 4L << 30;
  private static final long DEFAULT_TILE_BYTES = 4L << 30;
  public static final String DEFAULT_HOST = "127.0.0.1";
  public static final int DEFAULT_PORT = 8080;

  public Settings {
    if (!Files.isDirectory(home.resolve("gis-data"))) {
      throw new BadInput(home.toString(), "holds no gis-data folder", "set PARKLAND_HOME to the folder that does");
    }
    if (port < 0 || port > 65_535) {
      throw new BadInput("--port " + port, "is no port", "use 1 to 65535, or 0 for any free one");
    }
  }

  /** With the default limit of uploads. */
  public Settings(Path home, Path district, Database database, String host, int port) {
    this(home, district, database, host, port, DEFAULT_UPLOAD_BYTES);
  }

  /**
   * Fills in what was not given.
   *
   * @param district folder, or null for the sample district
   * @param db file path or JDBC URL, or null for the district's own database
   */
  public static Settings of(Path district, String db, String host, Integer port) {
    Path home = findHome();
    Path pack = district != null ? district : home.resolve("gis-data/jianghai");
    return new Settings(home, pack, database(home, pack, db), host != null ? host : DEFAULT_HOST,
        port != null ? port : DEFAULT_PORT);
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

  /** The list of base maps, which need not exist: what PARKLAND_BASEMAPS names, or {@code data/basemaps.yaml}. */
  public Path baseMaps() {
    String named = System.getProperty("parkland.basemaps", System.getenv("PARKLAND_BASEMAPS"));
    return named != null ? Path.of(named) : home.resolve("data/basemaps.yaml");
  }

  /** Where backups lie: what PARKLAND_BACKUPS names, or {@code data/backups}. */
  public Path backups() {
    String named = System.getProperty("parkland.backups", System.getenv("PARKLAND_BACKUPS"));
    return named != null ? Path.of(named) : home.resolve("data/backups");
  }

  private static Path findHome() {
    String home = System.getenv("PARKLAND_HOME");
    return Path.of(home != null ? home : System.getProperty("parkland.home", "")).toAbsolutePath();
  }

  /** The folder for tiles drawn from the database. */
  public Path tiles() {
    return database.tiles(home);
  }

  /**
   * The most that the folder of tiles may hold: MiB in PARKLAND_TILES_MIB, 4 GB without it.
   *
   * @throws BadInput if it is no whole number above 0
   */
  public long mostTileBytes() {
    String named = System.getProperty("parkland.tiles.mib", System.getenv("PARKLAND_TILES_MIB"));
    if (named == null) {
      return DEFAULT_TILE_BYTES;
    }
    if (!named.strip().matches("[1-9][0-9]{0,8}")) {
      throw new BadInput("PARKLAND_TILES_MIB=" + named, "is no size", "give a whole number of MiB, such as 4096");
    }
    return Long.parseLong(named.strip()) << 20;
  }

  /** The folder for files that were sent and are not imported yet. */
  public Path uploads() {
    return database.uploads(home);
  }

  /** The same settings with another limit. */
  public Settings withUploadLimit(long bytes) {
    return new Settings(home, district, database, host, port, bytes);
  }

  /** The same settings over another database. */
  public Settings with(Database other) {
    return new Settings(home, district, other, host, port, mostUploadBytes);
  }

  private static Database database(Path home, Path district, String db) {
    return db != null ? Database.of(db)
        : new Database.File(home.resolve("data").resolve(district.toAbsolutePath().getFileName() + ".gpkg"));
  }
}
