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
import org.locationtech.jts.geom.Envelope;
import org.parkland.BadInput;
import org.parkland.geometry.Crs;
import org.parkland.land.Attribute;
import org.parkland.land.Schema;
import org.parkland.sink.GeoPackageTables;
import org.parkland.store.sql.SqlNames;
import org.sqlite.SQLiteConfig;

/** The tables of the file beside those every GeoPackage has: the list of snapshots, and a table per snapshot. */
final class GeoPackageSchema {
  /** The first version of our own tables. */
  private static final List<String> TABLES = List.of(
      """
      create table snapshot (
        id integer primary key autoincrement not null, kind text not null, name text not null,
        as_of date not null, crs text not null, edition text, source text not null, sha256 text not null,
        encoding text, mapping text not null, report text not null, row_count integer not null,
        imported_at datetime not null, imported_by text not null, table_name text not null unique)""",
      "create table result (key text not null primary key, value blob not null)",
      "create table parkland (version integer not null)",
      "insert into gpkg_contents (table_name, data_type, identifier, description)"
          + " values ('snapshot', 'attributes', 'snapshot', 'Imports of layers')");

  /** What each later version added; a step that has been released never changes. */
  private static final List<List<String>> STEPS = List.of(
      List.of(
          """
          create table withdrawal (
            snapshot integer primary key not null references snapshot (id), reason text not null,
            withdrawn_by text not null, withdrawn_at text not null)""",
          """
          create trigger withdrawal_stays before delete on withdrawal
            begin select raise(abort, 'a withdrawal is never taken back'); end""",
          """
          create trigger withdrawal_keeps_values before update on withdrawal
            begin select raise(abort, 'a withdrawal is never changed'); end""",
          "insert into gpkg_contents (table_name, data_type, identifier, description)"
              + " values ('withdrawal', 'attributes', 'withdrawal', 'Snapshots that are no longer current')"),
      EmbeddedAudit.TABLES, EmbeddedAccounts.TABLES);

  /** Version of our own tables; a file of an older one is upgraded, of a newer one refused. */
  static final int VERSION = 1 + STEPS.size();

  private GeoPackageSchema() {}

  static void create(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      execute(statement, GeoPackageTables.IDENTITY);
      execute(statement, GeoPackageTables.CORE_TABLES);
      execute(statement, TABLES);
      statement.execute("insert into parkland values (1)");
    }
    upgrade(connection);
  }

  /** Takes the steps that are missing. The version is read under the lock: another program may have been quicker. */
  static void upgrade(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (int version = version(statement); version < VERSION; version++) {
        execute(statement, STEPS.get(version - 1));
      }
      statement.execute("update parkland set version = " + VERSION);
    }
  }

  private static int version(Statement statement) throws SQLException {
    return statement.executeQuery("select version from parkland").getInt(1);
  }

  private static void execute(Statement statement, List<String> all) throws SQLException {
    for (String sql : all) {
      statement.execute(sql);
    }
  }

  /**
   * Looks into the file without writing: a database of another program must stay as it is, to the last bit.
   *
   * @return its version
   * @throws BadInput if it is none of Parkland's, or of a newer version
   */
  static int requireOurs(Path file) {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath(), config.toProperties());
        Statement statement = connection.createStatement()) {
      return requireOurs(file, statement);
    } catch (SQLException e) {
      throw new BadInput(file.toString(), "is no database, or a damaged one",
          "choose another path with --db, or restore a backup", e);
    }
  }

  private static int requireOurs(Path file, Statement statement) throws SQLException {
    ResultSet known = statement.executeQuery("select count(*) from sqlite_master where name = 'parkland'");
    if (known.getInt(1) == 0) {
      throw new BadInput(file.toString(), "is a database of another program",
          "bring its layers in with 'parkland import', or name a new file with --db");
    }
    int version = version(statement);
    if (version > VERSION) {
      throw new BadInput(file.toString(), "was written by version " + version + " of the database layout,"
          + " this program knows " + VERSION, "use the newer program");
    }
    return version;
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
      statement.execute(GeoPackageTables.spatialIndex(table));
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
      execute(statement, GeoPackageTables.triggers(table));
    }
  }

  /** The box a table was announced with; null if it has no rows. */
  static Envelope extent(Connection connection, String table) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(
        "select min_x, max_x, min_y, max_y from gpkg_contents where table_name = ?")) {
      query.setString(1, table);
      try (ResultSet row = query.executeQuery()) {
        boolean known = row.next() && row.getDouble(1) <= row.getDouble(2);
        return known ? new Envelope(row.getDouble(1), row.getDouble(2), row.getDouble(3), row.getDouble(4)) : null;
      }
    }
  }

  /** The words beside a table's name in other programs. */
  static void describe(Connection connection, String table, String words) throws SQLException {
    update(connection, "update gpkg_contents set description = ? where table_name = ?", words, table);
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
