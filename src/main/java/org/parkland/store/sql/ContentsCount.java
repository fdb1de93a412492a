package org.parkland.store.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.parkland.store.Contents;

/** Counts what a database holds. */
public final class ContentsCount {
  private final Dialect dialect;

  public ContentsCount(Dialect dialect) {
    this.dialect = dialect;
  }

  /** @param connection in a transaction that sees one moment */
  public Contents of(Connection connection) throws SQLException {
    List<Contents.Held> held = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select id, kind, as_of, table_name from snapshot order by id")) {
      while (row.next()) {
        held.add(new Contents.Held(row.getLong(1), row.getString(2), row.getString(3),
            count(connection, SqlNames.quoted(row.getString(4)))));
      }
    }
    return new Contents(List.copyOf(held), count(connection, "withdrawal"), countIfThere(connection, "correction"),
        countIfThere(connection, "scenario"), AuditTable.head(connection));
  }

  /** In a file these tables appear with their first row. */
  private long countIfThere(Connection connection, String table) throws SQLException {
    try (var query = connection.prepareStatement(dialect.countOfTables())) {
      query.setString(1, table);
      try (ResultSet row = query.executeQuery()) {
        return row.next() && row.getLong(1) > 0 ? count(connection, table) : 0;
      }
    }
  }

  private static long count(Connection connection, String quotedTable) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from " + quotedTable)) {
      row.next();
      return row.getLong(1);
    }
  }
}
