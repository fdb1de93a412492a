package org.parkland.sink;

import java.util.List;

/** The SQL of one layer in a file of its own, the same bytes every time. */
final class GeoPackageSchema {
  /** Written as last_change, so that equal layers give equal files. */
  static final String LAST_CHANGE = "2025-12-31T00:00:00.000Z";

  static final List<String> PRAGMAS = List.of("PRAGMA page_size=4096", "PRAGMA journal_mode=OFF",
      "PRAGMA synchronous=OFF", "PRAGMA locking_mode=EXCLUSIVE");

  private GeoPackageSchema() {}

  static String featureTable(String table, String shapes, List<Column> columns) {
    StringBuilder sql = new StringBuilder("CREATE TABLE ").append(GeoPackageTables.quoted(table))
        .append(" (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom ").append(shapes);
    for (Column column : columns) {
      sql.append(", ").append(GeoPackageTables.quoted(column.name())).append(' ').append(sqlType(column));
    }
    return sql.append(')').toString();
  }

  private static String sqlType(Column column) {
    return switch (column.type()) {
      case TEXT -> column.width() == 0 ? "TEXT" : "TEXT(" + column.width() + ")";
      case INTEGER -> "INTEGER";
      case DECIMAL -> "DOUBLE";
      case DATE -> "DATE";
      case FLAG -> "BOOLEAN";
    };
  }

  static String insert(String table, List<Column> columns) {
    return "INSERT INTO " + GeoPackageTables.quoted(table) + " VALUES (?,?" + ",?".repeat(columns.size()) + ")";
  }
}
