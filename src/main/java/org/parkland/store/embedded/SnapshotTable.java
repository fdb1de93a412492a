package org.parkland.store.embedded;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.parkland.land.LayerKind;
import org.parkland.land.Snapshot;

/** The list of snapshots. */
final class SnapshotTable {
  private SnapshotTable() {}

  static List<Snapshot> all(Connection connection) throws SQLException {
    List<Snapshot> snapshots = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select * from snapshot order by id")) {
      while (row.next()) {
        snapshots.add(snapshot(row));
      }
    }
    return snapshots;
  }

  /** Adds a snapshot and returns its number. */
  static long add(Connection connection, Snapshot draft, String table) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement("insert into snapshot (kind, name, as_of, crs,"
        + " edition, source, sha256, encoding, mapping, report, row_count, imported_at, imported_by, table_name)"
        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", Statement.RETURN_GENERATED_KEYS)) {
      Object[] values = {draft.kind().word(), draft.name(), draft.asOf().toString(), draft.crs(),
        draft.edition(), draft.source(), draft.sha256(), draft.encoding(), draft.mapping(), draft.report(),
        draft.count(), draft.importedAt().toString(), draft.importedBy(), table};
      for (int i = 0; i < values.length; i++) {
        insert.setObject(i + 1, values[i]);
      }
      insert.execute();
      return insert.getGeneratedKeys().getLong(1);
    }
  }

  static String tableOf(Connection connection, Snapshot snapshot) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select table_name from snapshot where id = ?")) {
      query.setLong(1, snapshot.id());
      return query.executeQuery().getString(1);
    }
  }

  /** A name for a new feature table that tells what it holds: {@code parcels_2025_12_31}. */
  static String newTable(Connection connection, Snapshot draft) throws SQLException {
    String layer = draft.name().equals(draft.kind().word())
        ? draft.kind().word() : draft.kind().word() + "_" + draft.name();
    String base = (layer + "_" + draft.asOf()).replaceAll("[^\\p{L}\\p{N}]+", "_");
    String name = base;
    for (int i = 2; isTaken(connection, name); i++) {
      name = base + "_" + i;
    }
    return name;
  }

  private static boolean isTaken(Connection connection, String name) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select count(*) from sqlite_master where lower(name) = lower(?)")) {
      query.setString(1, name);
      return query.executeQuery().getInt(1) > 0;
    }
  }

  private static Snapshot snapshot(ResultSet row) throws SQLException {
    return new Snapshot(row.getLong("id"), LayerKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getString("name"), LocalDate.parse(row.getString("as_of")), row.getString("crs"),
        row.getString("edition"), row.getString("source"), row.getString("sha256"),
        row.getString("encoding"), row.getString("mapping"), row.getString("report"),
        row.getLong("row_count"), Instant.parse(row.getString("imported_at")), row.getString("imported_by"));
  }
}
