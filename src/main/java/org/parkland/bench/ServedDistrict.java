package org.parkland.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.parkland.analysis.Workspace;
import org.parkland.config.Database;
import org.parkland.config.Settings;

/**
 * A district served as its users have it: by {@code bin/parkland}, in a process of its own. What measures shares neither
 * its compiler nor its memory.
 */
final class ServedDistrict implements AutoCloseable {
  private static final Path HOME = Path.of("").toAbsolutePath();
  private static final Duration REST = Duration.ofMillis(500);
  static final Path SAMPLE = HOME.resolve("gis-data/jianghai");

  private final Process process;
  private final String address;

  private ServedDistrict(Process process, String address) {
    this.process = process;
    this.address = address;
  }

  /**
   * @param pack the district's folder
   * @param database embedded, filled from the pack where it is not there yet
   * @param heap as the virtual machine's {@code -Xmx} wants it
   * @param log gets what the server tells of errors
   */
  static ServedDistrict start(Path pack, Path database, String heap, Path log) throws IOException {
    Workspace.openOrBuild(Settings.standard(HOME, pack, new Database.File(database))).close();
    ProcessBuilder builder = new ProcessBuilder(HOME.resolve("bin/parkland").toString(), "serve", "--port", "0",
        "--set", "logRequests=false", "--district", pack.toString(), "--db", database.toString());
    builder.environment().put("JAVA_OPTS", "-Xmx" + heap);
    builder.redirectError(log.toFile());
    Process process = builder.start();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.contains(" at http://")) {
        return new ServedDistrict(process, line.replaceFirst(".* at ", ""));
      }
    }
    throw new IOException("the server did not start; see " + log);
  }

  String address() {
    return address;
  }

  /** Waits until the server has nothing left to do: not for itself, nor for a visitor who has gone. */
  void awaitRest() {
    Duration before;
    do {
      before = worked();
      LockSupport.parkNanos(REST.toNanos());
    } while (worked().minus(before).compareTo(REST.dividedBy(20)) > 0);
  }

  private Duration worked() {
    return process.info().totalCpuDuration().orElseThrow();
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      process.waitFor(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
