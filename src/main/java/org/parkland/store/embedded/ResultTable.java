package org.parkland.store.embedded;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** Results drawn from snapshots. The table comes with the first of them: files made before have none. */
final class ResultTable {
  private ResultTable() {}

  static Optional<byte[]> find(Connection connection, String key) throws SQLException {
    if (!exists(connection)) {
      return Optional.empty();
    }
    try (PreparedStatement query = connection.prepareStatement("select value from result where key = ?")) {
      query.setString(1, key);
      ResultSet row = query.executeQuery();
      return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
    }
  }

  static void put(Connection connection, String key, byte[] value) throws SQLException {
    try (Statement create = connection.createStatement()) {
      create.execute("create table if not exists result (key text not null primary key, value blob not null)");
    }
    try (PreparedStatement insert = connection.prepareStatement("insert or replace into result values (?, ?)")) {
      insert.setString(1, key);
      insert.setBytes(2, value);
      insert.execute();
    }
  }

  private static boolean exists(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from sqlite_master where name = 'result'")) {
      return row.getInt(1) > 0;
    }
  }
}
