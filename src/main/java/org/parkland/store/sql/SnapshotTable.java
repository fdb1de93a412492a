package org.parkland.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.parkland.BadInput;
import org.parkland.access.Actor;
import org.parkland.land.LayerKind;
import org.parkland.land.Snapshot;
import org.parkland.land.Withdrawal;

/** The list of snapshots: the table {@code snapshot}. */
public final class SnapshotTable {
  private static final String IMPORTED_AT = "imported_at";
  /** In the order in which {@link #values} gives them. */
  private static final List<String> COLUMNS = List.of("kind", "name", "as_of", "crs", "edition", "source", "sha256",
      "encoding", "mapping", "report", "row_count", IMPORTED_AT, "imported_by", "table_name");

  private final Dialect dialect;

  public SnapshotTable(Dialect dialect) {
    this.dialect = dialect;
  }

  /** Oldest import first. */
  public List<Snapshot> all(Connection connection) throws SQLException {
    String columns = COLUMNS.stream()
        .map(each -> each.equals(IMPORTED_AT) ? dialect.instantText(each) + " as " + each : each)
        .collect(Collectors.joining(", "));
    List<Snapshot> snapshots = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select id, " + columns + ", reason, withdrawn_by, withdrawn_at"
            + " from snapshot left join withdrawal on withdrawal.snapshot = snapshot.id order by id")) {
      while (row.next()) {
        snapshots.add(snapshot(row));
      }
    }
    return snapshots;
  }

  /**
   * Adds a snapshot whose rows are stored, and says so in the audit.
   *
   * @return as it will be listed, with its number
   */
  public Snapshot add(Connection transaction, Actor actor, Snapshot draft, long count, String report, String table)
      throws SQLException {
    Snapshot stored = insert(transaction, draft, count, report, table);
    AuditTable.append(transaction, actor, Deeds.imported(stored));
    return stored;
  }

  private Snapshot insert(Connection connection, Snapshot draft, long count, String report, String table)
      throws SQLException {
    String parameters = COLUMNS.stream().map(dialect::parameter).collect(Collectors.joining(", "));
    try (PreparedStatement insert = connection.prepareStatement("insert into snapshot ("
        + String.join(", ", COLUMNS) + ") values (" + parameters + ")", new String[] {"id"})) {
      Snapshot whole = whole(0, draft, count, report);
      bind(insert, values(whole, table));
      insert.execute();
      try (ResultSet keys = insert.getGeneratedKeys()) {
        keys.next();
        return whole(keys.getLong(1), draft, count, report);
      }
    }
  }

  /**
   * Withdraws a snapshot, and says so in the audit.
   *
   * @param location of the store, for the message
   * @throws BadInput if there is none with that number, or it is withdrawn already
   */
  public Snapshot withdraw(
      Connection connection, Actor actor, String location, long id, Withdrawal withdrawal) throws SQLException {
    Snapshot found = all(connection).stream().filter(each -> each.id() == id).findFirst().orElseThrow(
        () -> new BadInput(location, "holds no snapshot " + id, "see 'parkland snapshots'"));
    if (found.isWithdrawn()) {
      throw new BadInput("snapshot " + id, "is withdrawn already (" + found.withdrawal().reason() + ")",
          "see 'parkland snapshots'");
    }
    try (PreparedStatement insert = connection.prepareStatement("insert into withdrawal (snapshot, reason,"
        + " withdrawn_by, withdrawn_at) values (?, ?, ?, ?)")) {
      bind(insert, List.of(id, withdrawal.reason(), withdrawal.by(), withdrawal.at().toString()));
      insert.execute();
    }
    AuditTable.append(connection, actor, Deeds.withdrawn(found, withdrawal));
    return found.withdrawn(withdrawal);
  }

  /** The table that holds the rows of a snapshot. */
  public String tableOf(Connection connection, Snapshot snapshot) throws SQLException {
    return (String) single(connection, "select table_name from snapshot where id = ?", snapshot.id());
  }

  /** A name that no table has yet. */
  public String newTable(Connection connection, Snapshot draft) throws SQLException {
    return SqlNames.newTable(draft,
        name -> ((Number) single(connection, dialect.countOfTables(), name)).longValue() > 0);
  }

  private static Object single(Connection connection, String sql, Object value) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setObject(1, value);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? row.getObject(1) : null;
      }
    }
  }

  static void bind(PreparedStatement statement, List<?> values) throws SQLException {
    for (int i = 0; i < values.size(); i++) {
      statement.setObject(i + 1, values.get(i));
    }
  }

  private static List<Object> values(Snapshot whole, String table) {
    List<Object> values = new ArrayList<>(List.of(whole.kind().word(), whole.name(), whole.asOf().toString(),
        whole.crs()));
    values.add(whole.edition());
    values.addAll(List.of(whole.source(), whole.sha256()));
    values.add(whole.encoding());
    values.addAll(List.of(whole.mapping(), whole.report(), whole.count(), whole.importedAt().toString(),
        whole.importedBy(), table));
    return values;
  }

  /** Times are kept to the microsecond: that is what both databases have. */
  private static Snapshot whole(long id, Snapshot draft, long count, String report) {
    return new Snapshot(id, draft.kind(), draft.name(), draft.asOf(), draft.crs(), draft.edition(),
        draft.source(), draft.sha256(), draft.encoding(), draft.mapping(), report, count,
        draft.importedAt().truncatedTo(ChronoUnit.MICROS), draft.importedBy());
  }

  private static Snapshot snapshot(ResultSet row) throws SQLException {
    return new Snapshot(row.getLong("id"), LayerKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getString("name"), LocalDate.parse(row.getString("as_of")), row.getString("crs"),
        row.getString("edition"), row.getString("source"), row.getString("sha256"),
        row.getString("encoding"), row.getString("mapping"), row.getString("report"),
        row.getLong("row_count"), Instant.parse(row.getString(IMPORTED_AT)), row.getString("imported_by"),
        withdrawal(row));
  }

  private static Withdrawal withdrawal(ResultSet row) throws SQLException {
    String reason = row.getString("reason");
    return reason == null ? null
        : new Withdrawal(reason, row.getString("withdrawn_by"), Instant.parse(row.getString("withdrawn_at")));
  }
}
