package org.parkland.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.parkland.access.Actor;
import org.parkland.audit.AuditEntry;
import org.parkland.audit.AuditFilter;
import org.parkland.audit.ChainCheck;
import org.parkland.audit.Deed;
import org.parkland.audit.Head;

/**
 * The tables {@code audit} and {@code audit_head}. The head is one row: who adds an entry changes it, and so waits for
 * whoever adds one at the same time; the chain cannot fork. The same statements in both homes.
 */
public final class AuditTable {
  private static final String COLUMNS =
      "sequence, id, at, actor, role, address, action, object, before, after, previous, hash";
  private static final String INSERT = "insert into audit (" + COLUMNS + ") values ("
      + COLUMNS.replaceAll("\\w+", "?") + ")";
  private static final int FETCHED_ROWS = 1_000;

  private AuditTable() {}

  /** A name for an entry that has no number yet. */
  public static String newId() {
    return UUID.randomUUID().toString().replace("-", "");
  }

  /** Adds what is done now, in the transaction that does it. */
  public static void append(Connection transaction, Actor actor, Deed deed) throws SQLException {
    append(transaction, newId(), Instant.now(), actor, deed);
  }

  /** Adds what was done at another time. */
  public static void append(Connection transaction, String id, Instant at, Actor actor, Deed deed)
      throws SQLException {
    try (Statement statement = transaction.createStatement()) {
      statement.executeUpdate("update audit_head set sequence = sequence");
    }
    AuditEntry entry = AuditEntry.after(head(transaction), id, at, actor, deed);
    try (PreparedStatement insert = transaction.prepareStatement(INSERT);
        PreparedStatement head = transaction.prepareStatement("update audit_head set sequence = ?, hash = ?")) {
      SnapshotTable.bind(insert, values(entry));
      insert.executeUpdate();
      SnapshotTable.bind(head, List.of(entry.sequence(), entry.hash()));
      head.executeUpdate();
    }
  }

  private static List<Object> values(AuditEntry entry) {
    return Arrays.asList(entry.sequence(), entry.id(), entry.time(), entry.actor(), entry.role(),
        entry.address(), entry.action(), entry.object(), entry.before(), entry.after(), entry.previous(), entry.hash());
  }

  public static Head head(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select sequence, hash from audit_head")) {
      return row.next() ? new Head(row.getLong(1), row.getString(2)) : Head.START;
    }
  }

  /** Whether the chain has an entry of that name. */
  public static boolean has(Connection connection, String id) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement("select 1 from audit where id = ?")) {
      query.setString(1, id);
      try (ResultSet row = query.executeQuery()) {
        return row.next();
      }
    }
  }

  public static long count(Connection connection, AuditFilter filter) throws SQLException {
    Map<String, Object> where = where(filter);
    try (PreparedStatement query = connection.prepareStatement("select count(*) from audit" + clause(where))) {
      SnapshotTable.bind(query, List.copyOf(where.values()));
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  public static List<AuditEntry> newest(Connection connection, AuditFilter filter, int limit, long offset)
      throws SQLException {
    Map<String, Object> where = where(filter);
    List<AuditEntry> found = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement("select " + COLUMNS + " from audit" + clause(where)
        + " order by sequence desc limit " + limit + " offset " + offset)) {
      SnapshotTable.bind(query, List.copyOf(where.values()));
      read(query, found::add);
    }
    return found;
  }

  public static void each(Connection connection, Consumer<AuditEntry> reader) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement("select " + COLUMNS + " from audit order by sequence")) {
      query.setFetchSize(FETCHED_ROWS);
      read(query, reader);
    }
  }

  /** @param connection in a transaction that sees one moment */
  public static ChainCheck.Verdict verify(Connection connection, Head given) throws SQLException {
    ChainCheck check = new ChainCheck(given);
    each(connection, check::accept);
    return check.end(head(connection));
  }

  private static void read(PreparedStatement query, Consumer<AuditEntry> reader) throws SQLException {
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        reader.accept(new AuditEntry(row.getLong(1), row.getString(2), Instant.parse(row.getString(3)),
            row.getString(4), row.getString(5), row.getString(6), row.getString(7), row.getString(8),
            row.getString(9), row.getString(10), row.getString(11), row.getString(12)));
      }
    }
  }

  /** Condition → the value of its parameter. Times are texts of one length, and so compare as times do. */
  private static Map<String, Object> where(AuditFilter filter) {
    Map<String, Object> all = new LinkedHashMap<>();
    put(all, "actor = ?", filter.actor());
    put(all, "action = ?", filter.action() == null ? null : filter.action().word());
    put(all, "lower(object) like ? escape '!'", filter.object() == null ? null
        : "%" + filter.object().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%");
    put(all, "at >= ?", filter.from() == null ? null : AuditEntry.time(filter.from()));
    put(all, "at < ?", filter.until() == null ? null : AuditEntry.time(filter.until()));
    put(all, "sequence <= ?", filter.upTo() == 0 ? null : filter.upTo());
    return all;
  }

  private static void put(Map<String, Object> all, String condition, Object value) {
    if (value != null) {
      all.put(condition, value);
    }
  }

  private static String clause(Map<String, Object> where) {
    return where.isEmpty() ? "" : where.keySet().stream().collect(Collectors.joining(" and ", " where ", ""));
  }
}
