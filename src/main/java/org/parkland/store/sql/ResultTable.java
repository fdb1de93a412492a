package org.parkland.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Results drawn from snapshots, by key. The same statements in both homes. */
public final class ResultTable {
  private ResultTable() {}

  public static Optional<byte[]> find(Connection connection, String key) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement("select value from result where key = ?")) {
      query.setString(1, key);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
      }
    }
  }

  public static void put(Connection connection, String key, byte[] value) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement("insert into result (key, value) values (?, ?)"
        + " on conflict (key) do update set value = excluded.value")) {
      insert.setString(1, key);
      insert.setBytes(2, value);
      insert.execute();
    }
  }
}
