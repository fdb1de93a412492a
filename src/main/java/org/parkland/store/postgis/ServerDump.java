package org.parkland.store.postgis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.parkland.BadInput;
import org.parkland.config.ServerAddress;
import org.parkland.store.Contents;
import org.parkland.store.sql.ContentsCount;

/**
 * The schema as a file of PostgreSQL's own {@code pg_dump}: it keeps types, triggers and rights as no program of ours
 * would, and every administrator can restore it without Parkland. Dump and counts see the same moment, because the dump
 * reads the snapshot of the transaction that counts.
 */
final class ServerDump {
  private static final String MISSING = "apt install postgresql-client";

  private ServerDump() {}

  static Contents write(Connections connections, ServerAddress address, Path file) {
    return connections.reading("be backed up", connection -> {
      PostgisAudit.atOneMoment(connection);
      try (Statement statement = connection.createStatement()) {
        String moment;
        try (ResultSet row = statement.executeQuery("select pg_export_snapshot()")) {
          row.next();
          moment = row.getString(1);
        }
        run(address, List.of("pg_dump", "--format=custom", "--schema=" + PostgisStore.SCHEMA, "--no-owner",
            "--no-privileges", "--snapshot=" + moment, "--file=" + file));
        run(address, List.of("pg_restore", "--file=/dev/null", file.toString()));
        return new ContentsCount(new PostgisDialect(connections, new Parts())).of(connection);
      }
    });
  }

  /**
   * Puts a dump into a database that has none of it.
   *
   * @throws BadInput if it has, or the dump cannot be read; the database is then as it was
   */
  static void restore(ServerAddress address, Path file) {
    Connections plain = new Connections(address, null);
    try (Connection connection = plain.writer()) {
      PostgisVersion.require(address.location(), connection);
      requireEmpty(address, connection);
    } catch (SQLException e) {
      throw plain.failure("be opened", e);
    }
    run(address, List.of("pg_restore", "--exit-on-error", "--single-transaction", "--no-owner", "--no-privileges",
        "--dbname=" + address.database(), file.toString()));
  }

  private static void requireEmpty(ServerAddress address, Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(
            "select count(*) from pg_namespace where nspname = '" + PostgisStore.SCHEMA + "'")) {
      row.next();
      if (row.getInt(1) > 0) {
        throw new BadInput(address.location(), "has a schema " + PostgisStore.SCHEMA + " already, which is never"
            + " overwritten", "restore into a new database (createdb, CREATE EXTENSION postgis)");
      }
    }
  }

  private static void run(ServerAddress address, List<String> command) {
    Path said = null;
    try {
      said = Files.createTempFile("parkland", ".out");
      ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command)).redirectErrorStream(true)
          .redirectOutput(said.toFile());
      builder.environment().putAll(address.environment());
      Process process = builder.start();
      try {
        if (process.waitFor() != 0) {
          throw new BadInput(address.location(), command.get(0) + " failed: " + lastLine(said),
              "see that its version is not older than the server's, and that there is room");
        }
      } finally {
        process.destroy();
      }
    } catch (IOException e) {
      throw new BadInput(command.get(0), "cannot be run", "install it: " + MISSING, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BadInput(command.get(0), "was interrupted", "try again", e);
    } finally {
      if (said != null) {
        said.toFile().delete();
      }
    }
  }

  /** It names tables and reasons, never a password: that goes by the environment. */
  private static String lastLine(Path said) throws IOException {
    List<String> lines = Files.readAllLines(said);
    return lines.isEmpty() ? "no reason given" : lines.get(lines.size() - 1);
  }
}
