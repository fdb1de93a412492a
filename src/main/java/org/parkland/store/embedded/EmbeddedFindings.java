package org.parkland.store.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.parkland.land.FindingChunk;
import org.parkland.land.Snapshot;
import org.parkland.store.FindingShelf;
import org.parkland.store.sql.FindingTable;

/** Findings in the file; their table is made with the first ones, so that older files take some, too. */
record EmbeddedFindings(Connections connections) implements FindingShelf {
  private static final List<String> TABLE = List.of(
      """
      create table if not exists finding (
        snapshot integer not null, step text not null, code text not null, severity text not null,
        part integer not null, findings integer not null, content blob not null,
        primary key (snapshot, step, code, part))""",
      "insert or ignore into gpkg_contents (table_name, data_type, identifier, description)"
          + " values ('finding', 'attributes', 'finding', 'Findings of imports and checks')");

  /** Adds to the transaction of the connection. */
  static void add(Connection connection, Snapshot snapshot, List<FindingChunk> chunks) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : TABLE) {
        statement.execute(sql);
      }
    }
    FindingTable.add(connection, snapshot.id(), chunks);
  }

  @Override
  public List<FindingChunk> list(Snapshot snapshot) {
    return connections.reading("list the findings", connection ->
        exists(connection) ? FindingTable.list(connection, snapshot.id()) : List.of());
  }

  private static boolean exists(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeQuery("select count(*) from sqlite_master where name = 'finding'").getInt(1) > 0;
    }
  }

  @Override
  public FindingChunk read(Snapshot snapshot, FindingChunk listed) {
    return connections.reading("read the findings",
        connection -> FindingTable.read(connection, snapshot.id(), listed));
  }

  @Override
  public void replace(Snapshot snapshot, String step, List<FindingChunk> chunks) {
    try {
      connections.write(connection -> {
        add(connection, snapshot, List.of());
        FindingTable.remove(connection, snapshot.id(), step);
        FindingTable.add(connection, snapshot.id(), chunks);
      });
    } catch (SQLException e) {
      throw connections.failure("keep the findings", e);
    }
  }
}
