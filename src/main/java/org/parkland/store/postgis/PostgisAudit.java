package org.parkland.store.postgis;

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

/** The audit on the server. The row of the head is locked for moments only: an import adds its entry at its end. */
record PostgisAudit(Connections connections, Actor actor) implements AuditLog {
  private static final String READ = "read the audit";

  @Override
  public void append(Deed deed) {
    connections.changing("write the audit", connection -> {
      AuditTable.append(connection, actor, deed);
      return null;
    });
  }

  @Override
  public List<AuditEntry> newest(AuditFilter filter, int limit, long offset) {
    return connections.reading(READ, connection -> AuditTable.newest(connection, filter, limit, offset));
  }

  @Override
  public long count(AuditFilter filter) {
    return connections.reading(READ, connection -> AuditTable.count(connection, filter));
  }

  @Override
  public void each(Consumer<AuditEntry> reader) {
    connections.reading(READ, connection -> {
      AuditTable.each(connection, reader);
      return null;
    });
  }

  @Override
  public Head head() {
    return connections.reading(READ, AuditTable::head);
  }

  @Override
  public ChainCheck.Verdict verify(Head given) {
    return connections.reading(READ, connection -> {
      atOneMoment(connection);
      return AuditTable.verify(connection, given);
    });
  }

  /** To be called before anything is read in the transaction. */
  static void atOneMoment(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set transaction isolation level repeatable read");
    }
  }
}
