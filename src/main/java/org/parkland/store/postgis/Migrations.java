package org.parkland.store.postgis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.parkland.BadInput;

/**
 * Brings the schema to the version of this program: every step that is missing, in order, in one transaction.
 *
 * @param steps SQL of version 1, 2, …; a step that has been released never changes
 */
record Migrations(List<String> steps) {
  private static final List<String> FILES = List.of("001-snapshots.sql", "002-results.sql", "003-corrections.sql",
      "004-findings.sql", "005-withdrawals.sql", "006-scenarios.sql", "007-audit.sql", "008-accounts.sql",
      "009-parts.sql");
  private static final String KNOWN = "select to_regclass('" + PostgisStore.SCHEMA + ".version') is not null";
  private static final String VERSION = "select coalesce(max(version), 0) from " + PostgisStore.SCHEMA + ".version";
  private static final String TABLE = """
      create schema if not exists parkland;
      create table if not exists parkland.version (
        version integer primary key, applied_at timestamptz not null default now())""";

  static Migrations shipped() {
    return new Migrations(FILES.stream().map(Migrations::read).toList());
  }

  private static String read(String file) {
    try (InputStream in = Migrations.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param connection with the schema first in its search path; its transaction is ended
   * @throws BadInput if the database is of a newer version
   */
  void apply(String location, Connection connection) throws SQLException {
    if (version(connection) < steps.size()) {
      upgrade(connection);
    }
    int version = version(connection);
    if (version > steps.size()) {
      throw new BadInput(location, "was written by version " + version + " of the database layout, this program"
          + " knows " + steps.size(), "use the newer program");
    }
  }

  /** Looks at the version again under the lock: another program may have been quicker. */
  private void upgrade(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      ImportLock.take(connection);
      statement.execute(TABLE);
      for (int version = version(connection) + 1; version <= steps.size(); version++) {
        statement.execute(steps.get(version - 1));
        statement.execute("insert into " + PostgisStore.SCHEMA + ".version values (" + version + ")");
      }
      connection.commit();
    } catch (SQLException e) {
      connection.rollback();
      throw e;
    } finally {
      connection.setAutoCommit(true);
    }
  }

  private static int version(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return first(statement, KNOWN).equals("t") ? Integer.parseInt(first(statement, VERSION)) : 0;
    }
  }

  private static String first(Statement statement, String sql) throws SQLException {
    try (ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
