package org.parkland.bench.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Parkland in a process of its own, which may be killed. */
public final class ChildProcess implements AutoCloseable {
  private static final String SERVES = " at http://";
  private static final int LONGEST_START_S = 90;

  private final Process process;
  private final Path log;

  private ChildProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** @param options of the virtual machine @param arguments of the program */
  public static ChildProcess start(Path log, List<String> options, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
        "org.parkland.cli.Parkland"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    return new ChildProcess(process, log);
  }

  /**
   * Waits until a server serves.
   *
   * @return its address
   * @throws IllegalStateException with what it said if it ends instead, or takes too long
   */
  public String awaitAddress() throws IOException, InterruptedException {
    long untilNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_START_S);
    while (process.isAlive() && System.nanoTime() < untilNs) {
      String said = said();
      int at = said.indexOf(SERVES);
      if (at >= 0 && said.indexOf('\n', at) > 0) {
        return said.substring(at + SERVES.length() - "http://".length(), said.indexOf('\n', at)).strip();
      }
      Thread.sleep(20);
    }
    throw new IllegalStateException("the server did not start: " + said());
  }

  public String said() throws IOException {
    return Files.readString(log);
  }

  /** SIGKILL; nothing of the process runs any more when this returns. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** SIGTERM. @return the exit code */
  public int stop() throws InterruptedException {
    process.destroy();
    return process.waitFor();
  }

  /** @return the exit code; 137 of one that was killed */
  public int await() throws InterruptedException {
    return process.waitFor();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
