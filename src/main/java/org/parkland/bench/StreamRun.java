package org.parkland.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.parkland.analysis.Definitions;
import org.parkland.analysis.StreamedFigures;
import org.parkland.analysis.StreamedLand;
import org.parkland.config.SettingsReader;
import org.parkland.geometry.AreaMethod;
import org.parkland.ingest.ImportRequest;
import org.parkland.ingest.Progress;
import org.parkland.land.LayerKind;
import org.parkland.land.RedLinePolicy;
import org.parkland.land.State;

/**
 * A stream in a process of its own, as {@code analyze --source} runs it: start, units, a first file again and again while
 * the virtual machine is still compiling, then the file that is measured, as often as makes at least half a million rows.
 */
public final class StreamRun {
  private static final long LEAST_ROWS = 500_000;

  private StreamRun() {}

  /** @param arguments files: units, warm-up, land; number of rows of the land; seconds of the warm-up */
  public static void main(String[] arguments) {
    Definitions definitions = Definitions.read(SettingsReader.of(null, null));
    List<RedLinePolicy> policies = definitions.policies().redLine().policies();
    StreamedFigures figures = new StreamedFigures(definitions.importRules(), policies, AreaMethod.ELLIPSOIDAL);
    long start = System.nanoTime();
    long cpu = cpuNanos();
    figures.addUnits(ImportRequest.of(Path.of(arguments[0]), LayerKind.UNITS, null));
    long warm = start + TimeUnit.SECONDS.toNanos(Long.parseLong(arguments[4]));
    do {
      read(figures, policies.get(0), arguments[1], 0);
    } while (System.nanoTime() < warm);
    print("warmUpSeconds", System.nanoTime() - start, 1);
    print("warmUpCpuSeconds", cpuNanos() - cpu, 1);
    long rows = Long.parseLong(arguments[3]);
    long times = Math.max(1, LEAST_ROWS / rows);
    start = System.nanoTime();
    cpu = cpuNanos();
    for (long i = 0; i < times; i++) {
      read(figures, policies.get(0), arguments[2], rows);
    }
    print("seconds", System.nanoTime() - start, times);
    print("cpuSeconds", cpuNanos() - cpu, times);
  }

  private static void read(StreamedFigures figures, RedLinePolicy policy, String file, long rows) {
    StreamedLand land = figures.read(
        List.of(ImportRequest.of(Path.of(file), LayerKind.PARCELS, null)), Progress.NONE);
    if (rows > 0 && land.read() != rows) {
      throw new IllegalStateException(file + " has " + land.read() + " rows, not " + rows);
    }
    figures.figures(land, State.CURRENT, policy, null);
  }

  /** Of all threads, which other programs on the machine do not stretch. */
  private static long cpuNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
  }

  private static void print(String name, long nanos, long times) {
    System.out.println(name + " " + nanos / 1e9 / times);
  }
}
