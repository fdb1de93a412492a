package org.parkland.store.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;
import org.parkland.access.Actor;
import org.parkland.audit.AuditEntry;
import org.parkland.audit.AuditFilter;
import org.parkland.audit.ChainCheck;
import org.parkland.audit.Deed;
import org.parkland.audit.Head;
import org.parkland.store.AuditLog;
import org.parkland.store.sql.AuditTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The audit in the file. */
record EmbeddedAudit(Connections connections, Actor actor) implements AuditLog {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedAudit.class);
  static final List<String> TABLES = List.of(
      """
      create table audit (
        sequence integer primary key not null, id text not null unique, at text not null, actor text not null,
        role text not null, address text not null, action text not null, object text not null,
        before text, after text, previous text not null, hash text not null)""",
      "create table audit_head (sequence integer not null, hash text not null)",
      "insert into audit_head values (" + Head.START.sequence() + ", '" + Head.START.hash() + "')",
      """
      create trigger audit_keeps_rows before delete on audit
        begin select raise(abort, 'the audit is never shortened'); end""",
      """
      create trigger audit_keeps_values before update on audit
        begin select raise(abort, 'the audit is never changed'); end""",
      """
      create trigger audit_head_stays before delete on audit_head
        begin select raise(abort, 'the audit is never shortened'); end""");

  @Override
  public void append(Deed deed) {
    try {
      connections.writeUnlessBusy(connection -> {
        connections.spool().drain(connection);
        AuditTable.append(connection, actor, deed);
      });
    } catch (SQLException e) {
      if (!Connections.isBusy(e)) {
        throw connections.failure("write the audit", e);
      }
      connections.spool().put(actor, deed);
    }
  }

  @Override
  public List<AuditEntry> newest(AuditFilter filter, int limit, long offset) {
    settle();
    return connections.reading("read the audit",
        connection -> AuditTable.newest(connection, filter, limit, offset));
  }

  @Override
  public long count(AuditFilter filter) {
    settle();
    return connections.reading("read the audit", connection -> AuditTable.count(connection, filter));
  }

  @Override
  public void each(Consumer<AuditEntry> reader) {
    settle();
    connections.reading("read the audit", connection -> {
      AuditTable.each(connection, reader);
      return null;
    });
  }

  @Override
  public Head head() {
    settle();
    return connections.reading("read the audit", AuditTable::head);
  }

  @Override
  public ChainCheck.Verdict verify(Head given) {
    settle();
    return connections.reading("read the audit",
        connection -> atOneMoment(connection, each -> AuditTable.verify(each, given)));
  }

  /** Whatever others write meanwhile is not seen. */
  static <T> T atOneMoment(Connection connection, Connections.Work<T> work) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("begin deferred");
      try {
        return work.run(connection);
      } finally {
        statement.execute("rollback");
      }
    }
  }

  /** What waits for its place gets it, where no import is under way. */
  void settle() {
    if (connections.spool().isEmpty()) {
      return;
    }
    try {
      connections.writeUnlessBusy(connections.spool()::drain);
    } catch (SQLException e) {
      LOG.debug("entries of the audit go on waiting", e);
    }
  }
}
