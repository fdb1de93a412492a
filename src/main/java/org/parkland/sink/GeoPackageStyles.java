package org.parkland.sink;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** The table {@code layer_styles}, in which QGIS and GeoServer look for the style of a layer of a GeoPackage. */
public final class GeoPackageStyles {
  /** Creates the table; as QGIS itself lays it out. */
  public static final String TABLE = "CREATE TABLE IF NOT EXISTS layer_styles (id INTEGER PRIMARY KEY AUTOINCREMENT"
      + " NOT NULL, f_table_catalog TEXT(256), f_table_schema TEXT(256), f_table_name TEXT(256), f_geometry_column"
      + " TEXT(256), styleName TEXT(30), styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, description TEXT,"
      + " owner TEXT(30), ui TEXT(30), update_time DATETIME)";

  private static final String CONTENTS = "INSERT OR IGNORE INTO gpkg_contents (table_name, data_type, identifier,"
      + " description, last_change) VALUES ('layer_styles', 'attributes', 'layer_styles', '', ?)";
  private static final String STYLE = "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name,"
      + " f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, description, owner, update_time)"
      + " VALUES ('', '', ?, 'geom', ?, ?, ?, 1, '', '', ?)";

  private GeoPackageStyles() {}

  /**
   * Adds the default style of a layer, with the table where it is missing.
   *
   * @param time ISO 8601, UTC
   */
  public static void add(Connection connection, String layer, LayerStyle style, String time) throws SQLException {
    try (Statement create = connection.createStatement()) {
      create.execute(TABLE);
    }
    run(connection, CONTENTS, time);
    run(connection, STYLE, layer, style.name(), style.qml(), style.sld(), time);
  }

  private static void run(Connection connection, String sql, String... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
