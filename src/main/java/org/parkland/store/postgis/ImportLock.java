package org.parkland.store.postgis;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Lets one transaction at a time change what Parkland keeps in a database. The lock goes with the transaction,
 * so it never outlives a process that was killed. Readers do not ask for it.
 */
final class ImportLock {
  /** Any number, the same in all versions: "parkland" in ASCII. */
  private static final long KEY = 0x7061726b6c616e64L;
  /** Long enough for the server to notice that the last writer is gone. */
  private static final String WAIT = "5s";
  /** Long enough for the server to notice that a client was killed. */
  private static final String WAIT_BRIEFLY = "1500ms";
  /** For what else is needed: the end of the audit, views that somebody reads. */
  private static final String WAIT_FOR_OTHERS = "10s";
  /** The server looks this often whether the writer is still there, while it works for it (PostgreSQL 14). */
  private static final String WATCH = "select set_config(name, '1s', true) from pg_settings"
      + " where name = 'client_connection_check_interval'";

  private ImportLock() {}

  /** Fails with SQLSTATE 55P03 if another transaction holds the lock for too long. */
  static void take(Connection transaction) throws SQLException {
    take(transaction, WAIT);
  }

  /** The same, but gives up sooner. */
  static void takeSoon(Connection transaction) throws SQLException {
    take(transaction, WAIT_BRIEFLY);
  }

  private static void take(Connection transaction, String wait) throws SQLException {
    try (Statement statement = transaction.createStatement()) {
      statement.execute("set local lock_timeout = '" + wait + "'");
      statement.execute("select pg_advisory_xact_lock(" + KEY + ")");
      statement.execute("set local lock_timeout = '" + WAIT_FOR_OTHERS + "'");
      statement.execute(WATCH);
    }
  }
}
