package org.parkland.web;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** What a database file holds, apart from figures kept so that they need not be drawn again. */
final class DatabaseContent {
  private DatabaseContent() {}

  static String hash(Path database) {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String table : tables(connection)) {
        digest.update(table.getBytes());
        try (Statement statement = connection.createStatement();
            ResultSet rows = statement.executeQuery("select * from \"" + table + "\"")) {
          int columns = rows.getMetaData().getColumnCount();
          while (rows.next()) {
            for (int i = 1; i <= columns; i++) {
              byte[] cell = rows.getBytes(i);
              digest.update(cell == null ? new byte[] {0} : cell);
            }
          }
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (SQLException | java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** But for what reading adds to: results that are kept, and the record of what was handed out. */
  private static List<String> tables(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(
        "select name from sqlite_master where type = 'table' and sql not like '%virtual%' and name not like '%result%'"
            + " and name not like 'audit%'"
            + " order by name")) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    return tables;
  }
}
