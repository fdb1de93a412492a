package org.parkland.idle;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Processor seconds of this process, all threads together: the same on a busy machine as on an idle one. */
final class Stopwatch {
  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final long start = PROCESS.getProcessCpuTime();

  double cpuSeconds() {
    return (PROCESS.getProcessCpuTime() - start) / 1e9;
  }
}
