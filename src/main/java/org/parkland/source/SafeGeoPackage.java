package org.parkland.source;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.parkland.BadInput;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteLimits;

/** Opens a database file that somebody else has made: its schema is a program, and must not run. */
final class SafeGeoPackage {
  /** Of a text or a shape: what a cell may claim to be. */
  private static final int LONGEST_CELL_BYTES = 256 << 20;
  /** A view or a virtual table could compute without end. */
  private static final String COMPUTED =
      "(select name from sqlite_master where type = 'view' or type = 'table' and rootpage = 0)";

  private SafeGeoPackage() {}

  /** Read-only, without extensions, and with the tables that tell of layers looked at first. */
  static Connection connect(Path gpkg) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.enableLoadExtension(false);
    Connection connection = DriverManager.getConnection("jdbc:sqlite:" + gpkg.toAbsolutePath(), config.toProperties());
    try (Statement statement = connection.createStatement()) {
      connection.unwrap(SQLiteConnection.class).setLimit(SQLiteLimits.SQLITE_LIMIT_LENGTH, LONGEST_CELL_BYTES);
      statement.execute("pragma trusted_schema = off");
      statement.execute("pragma cell_size_check = on");
      for (String each : new String[] {"gpkg_geometry_columns", "gpkg_contents", "gpkg_spatial_ref_sys"}) {
        requireStored(gpkg, connection, each);
      }
      return connection;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /** @throws BadInput if the rows of the table are not stored but computed */
  static void requireStored(Path gpkg, Connection connection, String table) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select 1 from " + COMPUTED + " where lower(name) = lower(?)")) {
      query.setString(1, table);
      try (ResultSet computed = query.executeQuery()) {
        if (computed.next()) {
          throw new BadInput(gpkg.toString(), "has '" + table + "' as a view, not as a table",
              "open it in QGIS and save its layers to a new GeoPackage");
        }
      }
    }
  }
}
