package org.parkland.store.postgis;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.parkland.BadInput;
import org.parkland.config.ServerAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Connections to the server: a bounded number of readers, the idle ones kept; each writer gets its own. */
final class Connections implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Connections.class);
  /** A server allows 100 connections by default, and Parkland is not its only guest. */
  private static final int MOST_READERS = 16;
  private static final int WAIT_SECONDS = 30;
  private static final int PROBE_SECONDS = 5;
  /** SQLSTATE of a lock that was not to be had in time. */
  static final String LOCKED = "55P03";
  private static final int PATIENCE_MS = 3_000;
  private static final int LONGEST_CHANGE_MS = 30_000;
  /** Of one statement, or one portion of a stream of rows. */
  private static final int LONGEST_READ_MS = 60_000;
  /** Beyond its own limits the server is given this long to say so; then the connection is cut. */
  private static final int GRACE_MS = 10_000;
  /** After so long a pause a server or a firewall may have dropped the connection. */
  private static final long TRUSTED_NS = TimeUnit.SECONDS.toNanos(5);

  /** Something done with a connection. */
  interface Work<T> {
    T run(Connection connection) throws SQLException;
  }

  private record Idle(Connection connection, long sinceNs) {}

  private final ServerAddress address;
  private final String searchPath;
  private final ConcurrentLinkedDeque<Idle> idle = new ConcurrentLinkedDeque<>();
  private final Semaphore places = new Semaphore(MOST_READERS, true);
  private volatile boolean closed;

  Connections(ServerAddress address, String searchPath) {
    this.address = address;
    this.searchPath = searchPath;
  }

  /**
   * A connection in a read-only transaction; give it back with {@link #release}.
   *
   * @throws BadInput if all are in use for too long
   */
  Connection reader() throws SQLException {
    if (!hasPlace()) {
      throw new BadInput(address.location(), "all " + MOST_READERS + " connections are in use", "try again later");
    }
    try {
      Connection kept = kept();
      return kept != null ? kept : open();
    } catch (SQLException e) {
      places.release();
      throw e;
    }
  }

  private boolean hasPlace() {
    try {
      return places.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** An idle connection that still answers, or null. */
  private Connection kept() throws SQLException {
    for (Idle each = idle.pollFirst(); each != null; each = idle.pollFirst()) {
      boolean fresh = System.nanoTime() - each.sinceNs < TRUSTED_NS;
      if (fresh || each.connection.isValid(PROBE_SECONDS)) {
        return each.connection;
      }
      discard(each.connection);
    }
    return null;
  }

  private Connection open() throws SQLException {
    Connection connection = writer();
    try (Statement statement = connection.createStatement()) {
      statement.execute("set lock_timeout = '" + PATIENCE_MS + "ms'; set statement_timeout = '" + LONGEST_READ_MS
          + "ms'");
    }
    connection.setNetworkTimeout(Runnable::run, LONGEST_READ_MS + GRACE_MS);
    connection.setReadOnly(true);
    connection.setAutoCommit(false);
    return connection;
  }

  /** Takes a reader back, whatever state it is in. */
  void release(Connection connection) {
    try {
      connection.rollback();
      keep(connection);
    } catch (SQLException e) {
      discard(connection);
    } finally {
      places.release();
    }
  }

  private void keep(Connection connection) {
    if (closed) {
      discard(connection);
    } else {
      idle.addFirst(new Idle(connection, System.nanoTime()));
    }
  }

  /** A connection that may write; the caller closes it. */
  Connection writer() throws SQLException {
    return DriverManager.getConnection(address.url(), address.properties(searchPath));
  }

  /**
   * A small change in one transaction, with the failure told in the user's words. Who holds a lock it needs keeps it
   * waiting for seconds, not for ever.
   */
  <T> T changing(String what, Work<T> work) {
    try (Connection connection = writer()) {
      connection.setAutoCommit(false);
      connection.setNetworkTimeout(Runnable::run, LONGEST_CHANGE_MS + GRACE_MS);
      try (Statement statement = connection.createStatement()) {
        statement.execute("set local lock_timeout = '" + PATIENCE_MS + "ms'; set local statement_timeout = '"
            + LONGEST_CHANGE_MS + "ms'");
      }
      T result = work.run(connection);
      connection.commit();
      return result;
    } catch (SQLException e) {
      throw refusal(what, e);
    }
  }

  /** Reads, once more over a new connection where the first was cut; with the failure told in the user's words. */
  <T> T reading(String what, Work<T> work) {
    try {
      return read(work);
    } catch (SQLException e) {
      if (!isCut(e)) {
        throw refusal(what, e);
      }
      forgetIdle();
    }
    try {
      return read(work);
    } catch (SQLException e) {
      throw refusal(what, e);
    }
  }

  /** As {@link #failure}, where no import is what others' locks belong to. */
  private BadInput refusal(String what, SQLException e) {
    return LOCKED.equals(e.getSQLState()) ? new BadInput(address.location(), "cannot " + what
        + " now: somebody else holds a lock", "try again; pg_locks tells who it is", e) : failure(what, e);
  }

  private <T> T read(Work<T> work) throws SQLException {
    Connection connection = reader();
    try {
      return work.run(connection);
    } finally {
      release(connection);
    }
  }

  /** Whether the connection is gone: the server was restarted, or something on the way gave it up. */
  static boolean isCut(SQLException e) {
    String state = String.valueOf(e.getSQLState());
    return state.startsWith("08") || state.equals("57P01") || state.equals("57P02");
  }

  /** The others were made to the same server, and are gone as well. */
  void forgetIdle() {
    for (Idle each = idle.pollFirst(); each != null; each = idle.pollFirst()) {
      discard(each.connection);
    }
  }

  Connection openReader(String what) {
    try {
      return reader();
    } catch (SQLException e) {
      throw failure(what, e);
    }
  }

  BadInput failure(String what, SQLException e) {
    if (isCut(e)) {
      forgetIdle();
    }
    return ServerFailure.of(address.location(), what, e);
  }

  String location() {
    return address.location();
  }

  ImportMark mark() {
    return new ImportMark(this);
  }

  private static void discard(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      LOG.debug("closing a connection failed", e);
    }
  }

  @Override
  public void close() {
    closed = true;
    forgetIdle();
  }
}
