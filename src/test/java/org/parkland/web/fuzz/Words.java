package org.parkland.web.fuzz;

import java.util.List;
import java.util.Random;

/** Values that mean something to some route, values that are meant to break one, and mixtures of both. */
final class Words {
  private static final List<String> GOOD = List.of("2025-12-31", "2020-12-31", "2026-12-31", "Z1", "M2", "T1", "zone", "town",
      "current", "planned", "ellipsoidal", "planar", "100102", "1001", "05", "1", "2", "10", "50", "0.5", "EPSG:4490", "EPSG:4526",
      "EPSG:3857", "zh", "en", "csv", "geojson", "gpkg", "fgb", "shp", "xlsx", "txt", "UTF-8", "GBK", "true", "false", "rank",
      "area", "-area", "parcels", "units", "protection", "440704001009GB00804", "113.0,22.5,113.2,22.7", "A4", "a3",
      "landscape", "20000", "units:zone,protection:1", "area=30,road=5", "land_use = '100102'", "json", "html", "class", "unit",
      "http://www.opengis.net/def/crs/OGC/1.3/CRS84", "2024-01-01/..", "geometry,land_use", "registered_area_m2 > 5000");
  private static final List<String> BAD = List.of("", " ", "-1", "0", "1e999", "NaN", "Infinity", "-Infinity", "1d", "0x1p3",
      "99999999999999999999", "2147483648", "-2147483648", "9223372036854775808", "2025-02-30", "+999999999-12-31",
      "-999999999-01-01", "0000-01-01", "9999-12-31", "10000-01-01", "' OR 1=1 --", "'; DROP TABLE parkland_snapshots; --",
      "\" OR \"\"=\"", "1) UNION SELECT 1,2,3 --", "%", "%%%%%%%%", "_", "\\", "../../../../etc/passwd",
      "..\\..\\windows", "/etc/passwd", "C:\\x", "\u0000", "a\u0000b", "\r\nSet-Cookie: a=b", "<img src=x onerror=alert(1)>",
      "=HYPERLINK(\"http://x\")", "${jndi:ldap://127.0.0.1/a}", "{{7*7}}", "#{7*7}", "\uD800", "\uFFFF", "𠀀𠀀", "٣",
      "٢٠٢٥-١٢-٣١", "İ", "ß", ",", ",,,,", "=", "a=b=c", "a=", "[", "{", "(((((((((", "null", "undefined", "true,false",
      "180,90,-180,-90", "1,2,3", "1,2,3,4,5,6", "NaN,NaN,NaN,NaN", "-180,-90,180,90", "1e308,1e308,1e309,1e309",
      "EPSG:0", "EPSG:999999999999", "EPSG:-1", "EPSG:4326", "CRS:84", "jdbc:postgresql://127.0.0.1/x", "file:///etc/passwd",
      "http://127.0.0.1:1/", "/vsicurl/http://127.0.0.1:1/x", "utf-16", "x-unknown", "../", "..%2f", "aux.zip", "CON");
  private static final List<String> PROPERTIES =
      List.of("land_use", "id", "registered_area_m2", "holder", "geometry", "started_on", "name", "nothing", "\"id\"");
  private static final List<String> RELATIONS = List.of("=", "<>", "<", ">=", "LIKE", "IN", "BETWEEN", "IS NULL", "~");

  private final Random random;

  Words(Random random) {
    this.random = random;
  }

  <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  String value() {
    return switch (random.nextInt(12)) {
      case 0, 1, 2, 3, 4 -> one(GOOD);
      case 5, 6, 7 -> one(BAD);
      case 8 -> one(GOOD) + one(BAD);
      case 9 -> mutated(one(GOOD));
      case 10 -> filter(0);
      default -> one(BAD).repeat(1 + random.nextInt(200));
    };
  }

  String good() {
    return one(GOOD);
  }

  String bad() {
    return one(BAD);
  }

  private String mutated(String text) {
    StringBuilder built = new StringBuilder(text);
    for (int i = random.nextInt(3); i >= 0; i--) {
      int at = random.nextInt(built.length() + 1);
      switch (random.nextInt(3)) {
        case 0 -> built.insert(at, (char) random.nextInt(random.nextBoolean() ? 128 : 0x10000));
        case 1 -> built.delete(at, Math.min(built.length(), at + 1));
        default -> built.append(built.substring(Math.min(at, built.length())));
      }
    }
    return built.toString();
  }

  /** A condition in CQL2 text or near it. */
  String filter(int depth) {
    if (depth > 6 || random.nextInt(3) == 0) {
      return one(PROPERTIES) + " " + one(RELATIONS) + " " + operand();
    }
    return switch (random.nextInt(5)) {
      case 0 -> "(" + filter(depth + 1) + ")";
      case 1 -> "NOT " + filter(depth + 1);
      case 2 -> "S_INTERSECTS(geometry, " + shape() + ")";
      case 3 -> "CASEI(" + one(PROPERTIES) + ") = CASEI('" + one(GOOD) + "')";
      default -> filter(depth + 1) + (random.nextBoolean() ? " AND " : " OR ") + filter(depth + 1);
    };
  }

  private String operand() {
    return switch (random.nextInt(6)) {
      case 0 -> "'" + one(GOOD) + "'";
      case 1 -> "'" + one(BAD).replace("'", "''") + "'";
      case 2 -> "('a', 'b', 1)";
      case 3 -> "1 AND " + one(BAD);
      case 4 -> "DATE('" + one(GOOD) + "')";
      default -> one(BAD);
    };
  }

  private String shape() {
    return switch (random.nextInt(6)) {
      case 0 -> "BBOX(113,22,114,23)";
      case 1 -> "POLYGON((113 22,114 22,114 23,113 22))";
      case 2 -> "POLYGON((0 0,0 0,0 0,0 0))";
      case 3 -> "POINT(1e308 1e308)";
      case 4 -> "GEOMETRYCOLLECTION(GEOMETRYCOLLECTION(POINT(1 2)),POLYGON((113 22,114 23,114 22,113 23,113 22)))";
      default -> "POLYGON((NaN 1,2 3,4 5,NaN 1))";
    };
  }
}
