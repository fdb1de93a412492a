package org.parkland.store.embedded;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.parkland.BadInput;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Connections to the database file: idle readers are kept, each writer gets its own. */
final class Connections implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Connections.class);
  private static final int WAIT_MS = 5_000;
  private static final int WAIT_BRIEFLY_MS = 200;
  private static final int CACHE_KIB = 64 * 1024;

  /** Something done with a connection. */
  interface Work<T> {
    T run(Connection connection) throws SQLException;
  }

  /** Something done inside one transaction. */
  interface Change {
    void run(Connection connection) throws SQLException;
  }

  private final String url;
  private final String file;
  private final ImportMark mark;
  private final AuditSpool spool;
  private final EmbeddedDialect dialect = new EmbeddedDialect(this);
  private final ConcurrentLinkedQueue<Connection> idle = new ConcurrentLinkedQueue<>();
  private volatile boolean closed;

  Connections(Path file) {
    this.file = file.toString();
    this.mark = new ImportMark(file);
    this.spool = new AuditSpool(file);
    this.url = "jdbc:sqlite:" + file.toAbsolutePath();
  }

  /** A reader, from the idle ones if there is one; give it back with {@link #release}. */
  Connection reader() throws SQLException {
    if (closed) {
      throw new IllegalStateException(file + " is closed");
    }
    Connection connection = idle.poll();
    return connection != null ? connection : open(true);
  }

  /** As {@link #reader}, with the failure told in the user's words. */
  Connection openReader(String what) {
    try {
      return reader();
    } catch (SQLException e) {
      throw failure(what, e);
    }
  }

  ImportMark mark() {
    return mark;
  }

  AuditSpool spool() {
    return spool;
  }

  EmbeddedDialect dialect() {
    return dialect;
  }

  void release(Connection connection) {
    idle.add(connection);
    if (closed) {
      closeIdle();
    }
  }

  /** A connection that may write; the caller closes it. */
  Connection writer() throws SQLException {
    return open(false);
  }

  <T> T read(Work<T> work) throws SQLException {
    Connection connection = reader();
    try {
      return work.run(connection);
    } finally {
      release(connection);
    }
  }

  /** As {@link #read}, with the failure told in the user's words. */
  <T> T reading(String what, Work<T> work) {
    try {
      return read(work);
    } catch (SQLException e) {
      throw failure(what, e);
    }
  }

  void write(Change change) throws SQLException {
    write(change, writer());
  }

  /** As {@link #write}, with an answer; entries of the audit that wait come before the change's own. */
  <T> T change(Work<T> work) throws SQLException {
    List<T> answer = new ArrayList<>();
    write(connection -> {
      spool.drain(connection);
      answer.add(work.run(connection));
    });
    return answer.get(0);
  }

  /** As {@link #write}, but gives up at once while another writes. */
  void writeUnlessBusy(Change change) throws SQLException {
    Connection connection = writer();
    try (Statement pragma = connection.createStatement()) {
      pragma.execute("pragma busy_timeout = " + WAIT_BRIEFLY_MS);
    }
    write(change, connection);
  }

  private static void write(Change change, Connection opened) throws SQLException {
    try (Connection connection = opened) {
      connection.setAutoCommit(false);
      change.run(connection);
      connection.commit();
    }
  }

  /** Whether another holds the write lock. */
  static boolean isBusy(SQLException e) {
    SQLiteErrorCode code = code(e);
    return code == SQLiteErrorCode.SQLITE_BUSY || code == SQLiteErrorCode.SQLITE_BUSY_SNAPSHOT;
  }

  private static SQLiteErrorCode code(SQLException e) {
    return e instanceof SQLiteException sqlite ? sqlite.getResultCode() : null;
  }

  BadInput failure(String what, SQLException e) {
    SQLiteErrorCode code = code(e);
    if (isBusy(e)) {
      return new BadInput(file, "another import is under way" + mark.find().map(each -> " (" + each.what() + ")").orElse(""),
          "wait until it has ended and try again", e);
    }
    if (code != null && (code == SQLiteErrorCode.SQLITE_CORRUPT || code.name().startsWith("SQLITE_CORRUPT_"))
        || code == SQLiteErrorCode.SQLITE_NOTADB) {
      return new BadInput(file, "the database is damaged", "stop the server; its next start looks at the file and"
          + " names the newest backup", e);
    }
    if (code == SQLiteErrorCode.SQLITE_FULL || code == SQLiteErrorCode.SQLITE_IOERR_WRITE) {
      return new BadInput(file, "the disk is full", "make room; what was stored before is intact", e);
    }
    if (code == SQLiteErrorCode.SQLITE_READONLY || code == SQLiteErrorCode.SQLITE_CANTOPEN) {
      return new BadInput(file, "cannot be written", "check the permissions of the file and its folder", e);
    }
    return new BadInput(file, "the database cannot " + what, "restore a backup if this happens again", e);
  }

  private Connection open(boolean reader) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(WAIT_MS);
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    config.setCacheSize(-CACHE_KIB);
    Connection connection = DriverManager.getConnection(url, config.toProperties());
    if (reader) {
      try (var pragma = connection.createStatement()) {
        pragma.execute("pragma query_only = on");
      }
    }
    return connection;
  }

  @Override
  public void close() {
    closed = true;
    closeIdle();
  }

  private void closeIdle() {
    for (Connection each = idle.poll(); each != null; each = idle.poll()) {
      try {
        each.close();
      } catch (SQLException e) {
        LOG.warn("closing {} failed", file, e);
      }
    }
  }
}
