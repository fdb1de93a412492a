package org.parkland.store.postgis;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.parkland.land.FindingChunk;
import org.parkland.land.Snapshot;
import org.parkland.store.FindingShelf;
import org.parkland.store.sql.FindingTable;

/** Findings on the server. */
record PostgisFindings(Connections connections) implements FindingShelf {
  @Override
  public List<FindingChunk> list(Snapshot snapshot) {
    return connections.reading("list the findings", connection -> FindingTable.list(connection, snapshot.id()));
  }

  @Override
  public FindingChunk read(Snapshot snapshot, FindingChunk listed) {
    return connections.reading("read the findings",
        connection -> FindingTable.read(connection, snapshot.id(), listed));
  }

  @Override
  public void replace(Snapshot snapshot, String step, List<FindingChunk> chunks) {
    try (Connection connection = connections.writer()) {
      connection.setAutoCommit(false);
      FindingTable.remove(connection, snapshot.id(), step);
      FindingTable.add(connection, snapshot.id(), chunks);
      connection.commit();
    } catch (SQLException e) {
      throw connections.failure("keep the findings", e);
    }
  }
}
