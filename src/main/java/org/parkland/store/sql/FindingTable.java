package org.parkland.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.parkland.land.Finding;
import org.parkland.land.FindingChunk;

/** Findings about snapshots, a row a chunk. The same statements in both homes. */
public final class FindingTable {
  private static final String LIST = "select step, code, severity, part, findings, null as content from finding"
      + " where snapshot = ? order by step, code, part";
  private static final String READ = "select step, code, severity, part, findings, content from finding"
      + " where snapshot = ? and step = ? and code = ? and part = ?";
  private static final String ADD =
      "insert into finding (snapshot, step, code, severity, part, findings, content) values (?, ?, ?, ?, ?, ?, ?)";

  private FindingTable() {}

  public static List<FindingChunk> list(Connection connection, long snapshot) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(LIST)) {
      query.setLong(1, snapshot);
      return chunks(query);
    }
  }

  public static FindingChunk read(Connection connection, long snapshot, FindingChunk listed) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(READ)) {
      SnapshotTable.bind(query, List.of(snapshot, listed.step(), listed.code(), listed.part()));
      return chunks(query).get(0);
    }
  }

  private static List<FindingChunk> chunks(PreparedStatement query) throws SQLException {
    List<FindingChunk> chunks = new ArrayList<>();
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        chunks.add(new FindingChunk(row.getString(1), row.getString(2),
            Finding.Severity.valueOf(row.getString(3).toUpperCase(Locale.ROOT)), row.getInt(4), row.getInt(5),
            row.getBytes(6)));
      }
    }
    return chunks;
  }

  public static void add(Connection connection, long snapshot, List<FindingChunk> chunks) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(ADD)) {
      for (FindingChunk each : chunks) {
        SnapshotTable.bind(insert, List.of(snapshot, each.step(), each.code(), each.severity().word(), each.part(),
            each.count(), each.content()));
        insert.execute();
      }
    }
  }

  public static void remove(Connection connection, long snapshot, String step) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("delete from finding where snapshot = ? and step = ?")) {
      SnapshotTable.bind(delete, List.of(snapshot, step));
      delete.execute();
    }
  }
}
