package org.parkland.store.postgis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parkland.store.sql.BegunImport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A row that everybody sees while an import runs. Its own transaction cannot show it before its end, so the row is
 * written over a connection of its own, by who holds the {@link ImportLock}; where the lock is free and a row is
 * there, its process was killed.
 */
record ImportMark(Connections connections) {
  private static final Logger LOG = LoggerFactory.getLogger(ImportMark.class);
  private static final String TABLE = PostgisStore.SCHEMA + ".import_under_way";

  /** The import that is, or was, under way. */
  Optional<BegunImport> find() {
    try (Connection connection = connections.writer()) {
      return all(connection).stream().findFirst();
    } catch (SQLException e) {
      LOG.debug("{} cannot be read", TABLE, e);
      return Optional.empty();
    }
  }

  private static List<BegunImport> all(Connection connection) throws SQLException {
    List<BegunImport> found = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select table_name, source, begun_by, begun_at from " + TABLE)) {
      while (row.next()) {
        found.add(BegunImport.of(List.of(row.getString(1), row.getString(2), row.getString(3), row.getString(4))));
      }
    }
    return found;
  }

  /** With the lock held: says what was cut off before, and marks the import that begins. */
  void set(BegunImport begun) throws SQLException {
    try (Connection connection = connections.writer()) {
      tell(connection);
      try (PreparedStatement insert =
          connection.prepareStatement("insert into " + TABLE + " values (?, ?, ?, ?)")) {
        for (int i = 0; i < begun.values().size(); i++) {
          insert.setString(i + 1, begun.values().get(i));
        }
        insert.execute();
      }
    }
  }

  private void tell(Connection connection) throws SQLException {
    for (BegunImport each : all(connection)) {
      LOG.warn("{}: {}", connections.location(), each.cutOff());
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("delete from " + TABLE);
    }
  }

  /** In the import's own transaction, right before its commit: the mark goes when the snapshot appears. */
  static void removeWithin(Connection transaction) throws SQLException {
    try (Statement statement = transaction.createStatement()) {
      statement.execute("delete from " + TABLE);
    }
  }

  /** After an import has been rolled back; another one's mark stays. */
  void remove(BegunImport ended) {
    try (Connection connection = connections.writer();
        PreparedStatement delete =
            connection.prepareStatement("delete from " + TABLE + " where table_name = ? and begun_at = ?")) {
      delete.setString(1, ended.table());
      delete.setString(2, ended.at().toString());
      delete.execute();
    } catch (SQLException e) {
      LOG.debug("the mark of an import that ended cannot be removed", e);
    }
  }

  /** At the opening of a database: cleans up after a killed process, unless an import is really under way. */
  void recover(Connection connection) {
    try {
      if (!all(connection).isEmpty()) {
        connection.setAutoCommit(false);
        ImportLock.takeSoon(connection);
        tell(connection);
        connection.commit();
      }
    } catch (SQLException e) {
      LOG.debug("{} is in use, or may only be read", TABLE, e);
    }
  }
}
