package org.parkland.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.parkland.access.Actor;
import org.parkland.land.SavedScenario;

/** Versions of scenarios; the key (id, version) lets only one of two planners add a version. */
public final class ScenarioTable {
  private static final int ATTEMPTS = 20;
  private static final String INSERT = "insert into scenario (id, version, name, author, note, as_of, base, changes,"
      + " created_at, saved_by, saved_at, withdrawn) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
      + " on conflict do nothing";

  private ScenarioTable() {}

  public static List<SavedScenario> newest(Connection connection) throws SQLException {
    return read(connection.prepareStatement("select * from scenario s where version ="
        + " (select max(version) from scenario t where t.id = s.id) order by id"));
  }

  public static List<SavedScenario> versions(Connection connection, long id) throws SQLException {
    PreparedStatement query =
        connection.prepareStatement("select * from scenario where id = ? order by version desc");
    query.setLong(1, id);
    return read(query);
  }

  private static List<SavedScenario> read(PreparedStatement query) throws SQLException {
    List<SavedScenario> found = new ArrayList<>();
    try (query; ResultSet row = query.executeQuery()) {
      while (row.next()) {
        found.add(new SavedScenario(row.getLong("id"), row.getLong("version"), row.getString("name"),
            row.getString("author"), row.getString("note"), LocalDate.parse(row.getString("as_of")),
            row.getString("base"), row.getString("changes"), Instant.parse(row.getString("created_at")),
            row.getString("saved_by"), Instant.parse(row.getString("saved_at")), row.getString("withdrawn")));
      }
    }
    return found;
  }

  /** Tries the next free id until nobody else took it meanwhile. */
  public static SavedScenario add(Connection transaction, Actor actor, SavedScenario draft) throws SQLException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      SavedScenario wanted = draft.withId(nextId(transaction));
      if (append(transaction, actor, wanted)) {
        return wanted;
      }
    }
    throw new SQLException("others add scenarios all the time");
  }

  private static long nextId(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement("select coalesce(max(id), 0) + 1 from scenario");
        ResultSet row = query.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  /**
   * Adds a version, and says so in the audit.
   *
   * @return whether the version was free
   */
  public static boolean append(Connection transaction, Actor actor, SavedScenario next) throws SQLException {
    boolean added = insert(transaction, next);
    if (added) {
      AuditTable.append(transaction, actor, Deeds.saved(next));
    }
    return added;
  }

  private static boolean insert(Connection connection, SavedScenario next) throws SQLException {
    Object[] values = {next.id(), next.version(), next.name(), next.author(), next.note(), next.asOf().toString(),
      next.base(), next.changes(), next.createdAt().toString(), next.savedBy(), next.savedAt().toString(),
      next.withdrawn()};
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (int i = 0; i < values.length; i++) {
        insert.setObject(i + 1, values[i]);
      }
      return insert.executeUpdate() == 1;
    }
  }
}
