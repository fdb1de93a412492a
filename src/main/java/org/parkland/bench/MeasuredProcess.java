package org.parkland.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A program run to its end.
 *
 * @param seconds from start to end, with its own start-up
 * @param peakMb largest resident memory seen, heap and all
 * @param output what it printed
 */
record MeasuredProcess(double seconds, long peakMb, String output) {
  private static final int LOOK_EVERY_MS = 50;

  /** @throws IllegalStateException with its output if it fails */
  static MeasuredProcess run(List<String> command) throws IOException, InterruptedException {
    Path log = Files.createTempFile("parkland-bench", ".out");
    try {
      long start = System.nanoTime();
      Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
      long peakMb = 0;
      while (process.isAlive()) {
        peakMb = Math.max(peakMb, peakMb(process.pid()));
        Thread.sleep(LOOK_EVERY_MS);
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      if (process.exitValue() != 0) {
        throw new IllegalStateException(String.join(" ", command) + " failed: " + Files.readString(log));
      }
      return new MeasuredProcess(seconds, peakMb, Files.readString(log));
    } finally {
      Files.delete(log);
    }
  }

  /** The largest so far (VmHWM in proc(5)); 0 when the process has just gone. */
  private static long peakMb(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream().filter(each -> each.startsWith("VmHWM"))
          .mapToLong(each -> Long.parseLong(each.replaceAll("\\D", "")) / 1024).findFirst().orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }
}
