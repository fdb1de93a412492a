package org.parkland.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A PostgreSQL server with PostGIS of its own: in a temporary folder, on a free loopback port, gone when closed.
 * For benchmarks and tests; needs the Debian packages {@code postgresql} and {@code postgresql-15-postgis-3}.
 *
 * <p>Started as root it runs as user {@code postgres}, because the server refuses root. Settings are those of a
 * server meant for one large query at a time, without the disk flushes that only matter after a power cut.
 */
public final class TemporaryPostgis implements AutoCloseable {
  private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
  private static final List<String> SETTINGS = List.of(
      "shared_buffers=1GB", "work_mem=256MB", "maintenance_work_mem=256MB", "max_parallel_workers_per_gather=2",
      "fsync=off", "full_page_writes=off", "synchronous_commit=off", "listen_addresses=127.0.0.1");

  private final Path programs;
  private final Path folder;
  private final int port;
  private final Thread atExit = new Thread(this::stop);

  private TemporaryPostgis(Path programs, Path folder, int port) {
    this.programs = programs;
    this.folder = folder;
    this.port = port;
  }

  /**
   * Creates and starts a server, and in it the database {@code parkland} with PostGIS.
   *
   * @throws IllegalStateException if PostgreSQL or PostGIS is not installed, saying what to install
   */
  public static TemporaryPostgis start() {
    try {
      Path folder = Files.createTempDirectory("parkland-postgis");
      TemporaryPostgis server = new TemporaryPostgis(programs(), folder, freePort());
      Runtime.getRuntime().addShutdownHook(server.atExit);
      server.create();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path programs() throws IOException {
    if (Files.isDirectory(INSTALLED)) {
      try (Stream<Path> versions = Files.list(INSTALLED)) {
        return versions.map(each -> each.resolve("bin")).filter(each -> Files.isExecutable(each.resolve("initdb")))
            .max(Comparator.naturalOrder()).orElseThrow(TemporaryPostgis::notInstalled);
      }
    }
    throw notInstalled();
  }

  private static IllegalStateException notInstalled() {
    return new IllegalStateException("no PostgreSQL under " + INSTALLED
        + "; install it with: apt-get install postgresql postgresql-15-postgis-3");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void create() {
    if (isRoot()) {
      run("chown", "postgres", folder.toString());
    }
    run(asServer("initdb", "-D", data(), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"));
    launch();
    execute("postgres", "create database parkland");
    execute("parkland", "create extension postgis");
  }

  /** Stops the server in order and starts it again: its buffers are empty then, as after a start of the machine. */
  public void restart() {
    run(asServer("pg_ctl", "-D", data(), "-m", "fast", "-w", "stop"));
    launch();
  }

  private void launch() {
    StringBuilder options = new StringBuilder("-p " + port + " -k " + folder);
    SETTINGS.forEach(each -> options.append(" -c ").append(each));
    run(asServer("pg_ctl", "-D", data(), "-w", "-l", folder.resolve("log").toString(), "-o", options.toString(),
        "start"));
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  private String[] asServer(String program, String... arguments) {
    List<String> command = new ArrayList<>();
    if (isRoot()) {
      command.addAll(List.of("runuser", "-u", "postgres", "--"));
    }
    command.add(programs.resolve(program).toString());
    command.addAll(List.of(arguments));
    return command.toArray(String[]::new);
  }

  private void run(String... command) {
    try {
      Path log = Files.createTempFile("parkland-postgis", ".out");
      int exit = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
          .redirectOutput(log.toFile()).start().waitFor();
      String output = Files.readString(log);
      Files.delete(log);
      if (exit != 0) {
        throw new IllegalStateException(String.join(" ", command) + " ended with " + exit + ": " + output);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private void execute(String database, String sql) {
    try (Connection connection = DriverManager.getConnection(url(database), "postgres", null);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql + ": " + e.getMessage()
          + " (is postgresql-15-postgis-3 installed?)", e);
    }
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /** With the user in it and no password. */
  public String jdbcUrl() {
    return url("parkland") + "?user=postgres";
  }

  public Connection connect() throws SQLException {
    return DriverManager.getConnection(jdbcUrl());
  }

  @Override
  public void close() {
    stop();
    Runtime.getRuntime().removeShutdownHook(atExit);
  }

  private void stop() {
    if (Files.exists(folder.resolve("data").resolve("postmaster.pid"))) {
      run(asServer("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop"));
    }
    delete();
  }

  private void delete() {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(each -> each.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
