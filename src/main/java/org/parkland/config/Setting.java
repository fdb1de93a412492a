package org.parkland.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Everything that can be set, with what holds where nobody says otherwise. Its name stands in {@code parkland.yaml} and
 * behind {@code --set}; the variable of the environment is {@link #variable()}.
 */
public enum Setting {
  DISTRICT("district", "gis-data/jianghai", SettingKind.TEXT,
      "folder of the district pack; a relative one is looked for in PARKLAND_HOME too"),
  DB("db", "", SettingKind.ADDRESS,
      "GeoPackage file or jdbc:postgresql://HOST/DATABASE; empty for data/<district>.gpkg"),
  HOST("host", "127.0.0.1", SettingKind.TEXT, "address to listen on"),
  PORT("port", "8080", SettingKind.whole(0, 65_535), "port to listen on; 0 for any free one"),
  PROXIES("proxies", "", SettingKind.TEXT,
      "addresses of the office's reverse proxies, separated by commas: what they say of a request's origin is believed"),
  BASEMAPS("basemaps", "data/basemaps.yaml", SettingKind.TEXT, "list of base maps, see docs/basemaps.yaml"),
  BACKUPS("backups", "data/backups", SettingKind.TEXT, "folder of backups; a relative one is in PARKLAND_HOME"),
  OGR2OGR("ogr2ogr", "", SettingKind.TEXT, "GDAL's program ogr2ogr; empty for the one on the PATH"),
  TILES_MIB("tilesMib", "4096", SettingKind.whole(1, 1 << 30), "most the folder of kept tiles holds, MiB"),

  BODY_MIB("bodyMib", "20", SettingKind.whole(1, 1024),
      "largest body of a request that is no upload, MiB; a correction carries its evidence in Base64"),
  HEADER_KIB("headerKib", "16", SettingKind.whole(4, 1024), "longest address with headers of a request, KiB"),
  UPLOAD_MIB("uploadMib", "4096", SettingKind.whole(1, 1 << 20), "largest file that may be sent, MiB"),
  UPLOADS("uploads", "32", SettingKind.whole(1, 10_000), "files sent and not yet imported, at most"),
  JSON_DEPTH("jsonDepth", "64", SettingKind.whole(8, 1000), "levels that JSON may nest in a request"),
  FILTER_KIB("filterKib", "48", SettingKind.whole(1, 1024), "longest CQL2 filter, KiB"),
  FILTER_DEPTH("filterDepth", "40", SettingKind.whole(2, 500), "levels that a filter may nest"),
  FILTER_LIST("filterList", "1000", SettingKind.whole(2, 100_000), "values of one list in a filter"),
  FILTER_POINTS("filterPoints", "5000", SettingKind.whole(5, 1_000_000), "points of one shape in a filter"),
  ZIP_MIB("zipMib", "20480", SettingKind.whole(1, 1 << 20), "most that an archive unpacks to, MiB"),
  ZIP_ENTRIES("zipEntries", "1000", SettingKind.whole(1, 100_000), "most entries of an archive"),
  ZIP_RATIO("zipRatio", "250", SettingKind.whole(10, 100_000), "how much larger than packed an entry may be"),
  COLUMNS("columns", "1000", SettingKind.whole(10, 10_000), "most columns of a layer"),
  GEOMETRY_POINTS("geometryPoints", "2000000", SettingKind.whole(100, 100_000_000), "most points of one shape in a file"),
  GEOMETRY_RINGS("geometryRings", "200000", SettingKind.whole(10, 10_000_000), "most rings of one shape in a file"),
  GDAL_SECONDS("gdalSeconds", "600", SettingKind.whole(1, 86_400), "longest conversion by ogr2ogr, seconds"),
  GDAL_MIB("gdalMib", "8192", SettingKind.whole(1, 1 << 20), "largest file that ogr2ogr may write, MiB"),
  GDAL_MEMORY_MIB("gdalMemoryMib", "4096", SettingKind.whole(256, 1 << 20),
      "most address space of ogr2ogr, MiB; held where the system has prlimit"),

  REQUEST_SECONDS("requestSeconds", "60", SettingKind.whole(1, 3600),
      "longest the head of a request, its body, or the taking of a portion of the answer may take"),
  IDLE_SECONDS("idleSeconds", "30", SettingKind.whole(1, 3600), "longest silence of a connection"),
  BYTES_PER_SECOND("bytesPerSecond", "1000", SettingKind.whole(1, 1 << 30),
      "a body that comes so fast on average may take longer than that"),
  IMPORT_MINUTES("importMinutes", "360", SettingKind.whole(1, 10_000), "longest import in the background"),
  STOP_SECONDS("stopSeconds", "20", SettingKind.whole(0, 3600), "how long a stopping server lets requests end"),

  CONNECTIONS("connections", "2000", SettingKind.whole(1, 100_000), "open connections, at most"),
  LIGHT("light", "16", SettingKind.whole(1, 1000), "requests let in at once that are not heavy"),
  LIGHT_PER_PROCESSOR("lightPerProcessor", "2", SettingKind.whole(1, 1000),
      "of those, worked on at once for each processor, unless they take long"),
  LIGHT_WAITING("lightWaiting", "200", SettingKind.whole(0, 100_000), "requests that may wait for that"),
  LIGHT_PATIENCE_MS("lightPatienceMs", "2000", SettingKind.whole(1, 600_000), "longest one waits, milliseconds"),
  HEAVY("heavy", "2", SettingKind.whole(1, 1000), "reports, prints, exports and rankings worked on at once"),
  HEAVY_WAITING("heavyWaiting", "8", SettingKind.whole(0, 100_000), "such requests that may wait for that"),
  HEAVY_PATIENCE_MS("heavyPatienceMs", "60000", SettingKind.whole(1, 600_000), "longest one waits, milliseconds"),
  IMPORTS_WAITING("importsWaiting", "8", SettingKind.whole(1, 1000), "imports that may wait for the one that runs"),

  LOG("log", "text", SettingKind.oneOf("text", "json"), "form of the log on standard error"),
  LOG_REQUESTS("logRequests", "true", SettingKind.FLAG, "whether each request is a line of the log");

  private static final String PREFIX = "PARKLAND_";

  private final String key;
  private final String standard;
  private final SettingKind kind;
  private final String help;

  Setting(String key, String standard, SettingKind kind, String help) {
    this.key = key;
    this.standard = standard;
    this.kind = kind;
    this.help = help;
  }

  /** Its name in files and behind {@code --set}. */
  public String key() {
    return key;
  }

  /** What holds where nobody says otherwise. */
  public String standard() {
    return standard;
  }

  public SettingKind kind() {
    return kind;
  }

  /** One line for whoever sets it. */
  public String help() {
    return help;
  }

  /** Its name in the environment: tilesMib is PARKLAND_TILES_MIB. */
  public String variable() {
    return PREFIX + key.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT);
  }

  static Optional<Setting> find(String key) {
    return Arrays.stream(values()).filter(each -> each.key.equals(key)).findFirst();
  }
}
