package org.parkland.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.parkland.analysis.Workspace;
import org.parkland.config.Database;
import org.parkland.config.Settings;

/** The sample, served by a process of its own from a database of its own. */
final class ServedSample implements AutoCloseable {
  private final Process process;
  private final String address;

  private ServedSample(Process process, String address) {
    this.process = process;
    this.address = address;
  }

  static ServedSample start(Path folder) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes = System.getProperty("java.class.path");
    Path home = Path.of("").toAbsolutePath();
    Path database = folder.resolve("load.gpkg");
    Workspace.openOrBuild(Settings.standard(home, home.resolve("gis-data/jianghai"), new Database.File(database))).close();
    ProcessBuilder builder = new ProcessBuilder(java, "-Xmx1g", "-cp", classes, "org.parkland.cli.Parkland", "serve", "--port", "0",
        "--set", "logRequests=false", "--db", database.toString());
    builder.redirectError(folder.resolve("log").toFile());
    Process process = builder.start();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.contains(" at http://")) {
        return new ServedSample(process, line.replaceFirst(".* at ", ""));
      }
    }
    throw new IOException("the server did not start; see " + folder.resolve("log"));
  }

  String address() {
    return address;
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
