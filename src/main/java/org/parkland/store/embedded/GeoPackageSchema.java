package org.parkland.store.embedded;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.parkland.BadInput;
import org.parkland.geometry.Crs;
import org.parkland.land.Attribute;
import org.parkland.land.Schema;
import org.parkland.store.sql.SqlNames;
import org.sqlite.SQLiteConfig;

/** The tables of the file: those a GeoPackage must have, the list of snapshots, and a table per snapshot. */
final class GeoPackageSchema {
  /** Version of our own tables; a file of a newer one is refused. */
  private static final int VERSION = 1;
  private static final int APPLICATION_ID = 0x47504B47;
  private static final int GEOPACKAGE_1_3 = 10300;

  private static final List<String> TABLES = List.of(
      """
      create table gpkg_spatial_ref_sys (
        srs_name text not null, srs_id integer not null primary key, organization text not null,
        organization_coordsys_id integer not null, definition text not null, description text)""",
      """
      create table gpkg_contents (
        table_name text not null primary key, data_type text not null, identifier text unique,
        description text default '',
        last_change datetime not null default (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
        min_x double, min_y double, max_x double, max_y double, srs_id integer,
        constraint fk_gc_r_srs_id foreign key (srs_id) references gpkg_spatial_ref_sys(srs_id))""",
      """
      create table gpkg_geometry_columns (
        table_name text not null, column_name text not null, geometry_type_name text not null,
        srs_id integer not null, z tinyint not null, m tinyint not null,
        constraint pk_geom_cols primary key (table_name, column_name),
        constraint uk_gc_table_name unique (table_name),
        constraint fk_gc_tn foreign key (table_name) references gpkg_contents(table_name),
        constraint fk_gc_srs foreign key (srs_id) references gpkg_spatial_ref_sys (srs_id))""",
      """
      create table gpkg_extensions (
        table_name text, column_name text, extension_name text not null, definition text not null,
        scope text not null,
        constraint ge_tce unique (table_name, column_name, extension_name))""",
      """
      create table snapshot (
        id integer primary key autoincrement not null, kind text not null, name text not null,
        as_of date not null, crs text not null, edition text, source text not null, sha256 text not null,
        encoding text, mapping text not null, report text not null, row_count integer not null,
        imported_at datetime not null, imported_by text not null, table_name text not null unique)""",
      "create table result (key text not null primary key, value blob not null)",
      "create table parkland (version integer not null)",
      """
      insert into gpkg_spatial_ref_sys values
        ('Undefined cartesian SRS', -1, 'NONE', -1, 'undefined', null),
        ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', null)""",
      "insert into gpkg_contents (table_name, data_type, identifier, description)"
          + " values ('snapshot', 'attributes', 'snapshot', 'Imports of layers')");

  private GeoPackageSchema() {}

  static void create(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("pragma application_id = " + APPLICATION_ID);
      statement.execute("pragma user_version = " + GEOPACKAGE_1_3);
      for (String table : TABLES) {
        statement.execute(table);
      }
      statement.execute("insert into parkland values (" + VERSION + ")");
    }
    addSrs(connection, Crs.of("EPSG:4326"));
  }

  /** Looks into the file without writing: a database of another program must stay as it is, to the last bit. */
  static void requireOurs(Path file) {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath(), config.toProperties());
        Statement statement = connection.createStatement()) {
      requireOurs(file, statement);
    } catch (SQLException e) {
      throw new BadInput(file.toString(), "is no database, or a damaged one",
          "choose another path with --db, or restore a backup", e);
    }
  }

  private static void requireOurs(Path file, Statement statement) throws SQLException {
    ResultSet known = statement.executeQuery("select count(*) from sqlite_master where name = 'parkland'");
    if (known.getInt(1) == 0) {
      throw new BadInput(file.toString(), "is a database of another program",
          "bring its layers in with 'parkland import', or name a new file with --db");
    }
    int version = statement.executeQuery("select version from parkland").getInt(1);
    if (version != VERSION) {
      throw new BadInput(file.toString(), "was written by version " + version + " of the database layout,"
          + " this program knows " + VERSION, "use the newer program");
    }
  }

  static void addSrs(Connection connection, Crs crs) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(
        "insert or ignore into gpkg_spatial_ref_sys values (?, ?, 'EPSG', ?, ?, null)")) {
      insert.setString(1, crs.name());
      insert.setInt(2, crs.epsg());
      insert.setInt(3, crs.epsg());
      insert.setString(4, crs.wkt());
      insert.execute();
    }
  }

  /** Creates the feature table of a snapshot, without its index, which is cheaper to fill at the end. */
  static void createFeatureTable(Connection connection, String table, Schema schema, Crs crs)
      throws SQLException {
    String columns = schema.attributes().stream()
        .map(each -> ", " + SqlNames.quoted(each.name()) + " " + sqlType(each)).collect(Collectors.joining());
    try (Statement statement = connection.createStatement()) {
      statement.execute("create table " + SqlNames.quoted(table) + " (fid integer primary key autoincrement not null,"
          + " geom geometry, source_row integer not null" + columns + ", extra text)");
      statement.execute("create virtual table " + SqlNames.quoted(index(table))
          + " using rtree(id, minx, maxx, miny, maxy)");
    }
    addSrs(connection, crs);
  }

  /** Announces the table to other programs, with its extent and index. */
  static void register(Connection connection, String table, String title, Crs crs, double[] extent)
      throws SQLException {
    update(connection, "insert into gpkg_contents (table_name, data_type, identifier, min_x, min_y, max_x, max_y,"
        + " srs_id) values (?, 'features', ?, ?, ?, ?, ?, ?)", table, title, extent[0], extent[1], extent[2],
        extent[3], crs.epsg());
    update(connection, "insert into gpkg_geometry_columns values (?, 'geom', 'GEOMETRY', ?, 0, 0)", table,
        crs.epsg());
    update(connection, "insert into gpkg_extensions values (?, 'geom', 'gpkg_rtree_index',"
        + " 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only')", table);
    try (Statement statement = connection.createStatement()) {
      statement.execute("create index " + SqlNames.quoted(table + "_id") + " on " + SqlNames.quoted(table) + " (id)");
      for (String trigger : RtreeTriggers.of(table)) {
        statement.execute(trigger);
      }
    }
  }

  static String index(String table) {
    return "rtree_" + table + "_geom";
  }

  private static String sqlType(Attribute attribute) {
    return switch (attribute.type()) {
      case TEXT, CLASS -> "text";
      case NUMBER, AREA -> "double";
      case DATE -> "date";
      case FLAG -> "boolean";
    };
  }

  private static void update(Connection connection, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.execute();
    }
  }
}
