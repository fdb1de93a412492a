package org.parkland.store.embedded;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;
import org.parkland.store.sql.SqlNames;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Whether a database file is what it was: its length against its header, every snapshot's last row against its count,
 * and SQLite's own check of all pages, as far as the time allowed reaches. Only reads.
 */
public final class DamageCheck {
  private static final Logger LOG = LoggerFactory.getLogger(DamageCheck.class);
  private static final String MAGIC = "SQLite format 3\0";
  private static final int PAGE_SIZE_AT = 16;
  private static final int CHANGES_AT = 24;
  private static final int PAGES_AT = 28;
  private static final int VALID_FOR_AT = 92;
  private static final int LARGEST_PAGE = 65_536;

  private DamageCheck() {}

  /**
   * @param allowed for the check of all pages; the others take milliseconds
   * @return what is wrong, in words; empty if nothing was found
   */
  public static Optional<String> of(Path file, Duration allowed) {
    try {
      Optional<String> cut = length(file);
      return cut.isPresent() ? cut : read(file, allowed);
    } catch (IOException e) {
      return Optional.of("cannot be read (" + e.getMessage() + ")");
    }
  }

  /** Where no log of changes lies beside the file, its header says how long it is (SQLite file format, 1.3). */
  private static Optional<String> length(Path file) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
      byte[] magic = new byte[MAGIC.length()];
      if (bytes.length() < VALID_FOR_AT + Integer.BYTES || bytes.read(magic) < magic.length
          || !new String(magic, StandardCharsets.ISO_8859_1).equals(MAGIC)) {
        return Optional.of("its beginning is not that of a database");
      }
      long expected = pageBytes(bytes) * number(bytes, PAGES_AT);
      boolean current = number(bytes, CHANGES_AT) == number(bytes, VALID_FOR_AT) && !hasLog(file);
      return current && bytes.length() < expected
          ? Optional.of("it has " + bytes.length() + " of " + expected + " bytes") : Optional.empty();
    }
  }

  private static boolean hasLog(Path file) throws IOException {
    Path log = file.resolveSibling(file.getFileName() + "-wal");
    return Files.exists(log) && Files.size(log) > 0;
  }

  private static long pageBytes(RandomAccessFile bytes) throws IOException {
    bytes.seek(PAGE_SIZE_AT);
    int written = bytes.readUnsignedShort();
    return written == 1 ? LARGEST_PAGE : written;
  }

  private static long number(RandomAccessFile bytes, long at) throws IOException {
    bytes.seek(at);
    return bytes.readInt() & 0xFFFFFFFFL;
  }

  private static Optional<String> read(Path file, Duration allowed) {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath(), config.toProperties());
        Statement statement = connection.createStatement()) {
      Optional<String> missing = rows(connection, statement);
      return missing.isPresent() ? missing : pages(file, statement, allowed);
    } catch (SQLException e) {
      LOG.debug("{} cannot be checked", file, e);
      return isDamage(e) ? Optional.of("its pages do not fit together") : Optional.empty();
    }
  }

  /** What is merely locked or may not be read is another's business to tell. */
  private static boolean isDamage(SQLException e) {
    SQLiteErrorCode code = e instanceof SQLiteException sqlite ? sqlite.getResultCode() : null;
    return code != null && (code.code & 0xFF) == SQLiteErrorCode.SQLITE_CORRUPT.code
        || code == SQLiteErrorCode.SQLITE_NOTADB || code != null && code.name().startsWith("SQLITE_IOERR_SHORT_READ");
  }

  /** Rows of a snapshot are numbered from 1: the last number is their count. */
  private static Optional<String> rows(Connection connection, Statement statement) throws SQLException {
    try (ResultSet known = statement.executeQuery("select count(*) from sqlite_master where name = 'snapshot'")) {
      if (known.getInt(1) == 0) {
        return Optional.empty();
      }
    }
    try (ResultSet row = statement.executeQuery("select id, table_name, row_count from snapshot");
        Statement last = connection.createStatement()) {
      while (row.next()) {
        long found = last.executeQuery("select coalesce(max(fid), 0) from " + SqlNames.quoted(row.getString(2)))
            .getLong(1);
        if (found != row.getLong(3)) {
          return Optional.of("snapshot " + row.getLong(1) + " holds " + found + " of " + row.getLong(3) + " rows");
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> pages(Path file, Statement statement, Duration allowed) throws SQLException {
    Timer timer = new Timer("database-check", true);
    timer.schedule(new TimerTask() {
      @Override
      public void run() {
        interrupt(statement);
      }
    }, allowed.toMillis());
    try (ResultSet row = statement.executeQuery("pragma quick_check(1)")) {
      String answer = row.getString(1);
      return answer.equals("ok") ? Optional.empty() : Optional.of(answer.replaceAll("\\s+", " ").strip());
    } catch (SQLiteException e) {
      if (e.getResultCode() != SQLiteErrorCode.SQLITE_INTERRUPT) {
        throw e;
      }
      LOG.info("{}: {} ms did not suffice to check all pages; nothing is wrong with those that were", file,
          allowed.toMillis());
      return Optional.empty();
    } finally {
      timer.cancel();
    }
  }

  private static void interrupt(Statement statement) {
    try {
      statement.cancel();
    } catch (SQLException e) {
      LOG.debug("the check has ended already", e);
    }
  }
}
