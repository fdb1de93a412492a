package org.parkland.cli;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.parkland.land.Finding;

/** Findings as lines for a terminal. */
final class FindingPrinter {
  private FindingPrinter() {}

  /** {@code 3 overlap, 1 gap}, or that there is nothing. */
  static String summary(Map<String, Long> counts) {
    return counts.isEmpty() ? "nothing found"
        : counts.entrySet().stream().map(each -> each.getValue() + " " + each.getKey())
            .collect(Collectors.joining(", "));
  }

  static void print(List<Finding> findings, int most) {
    for (Finding each : findings.subList(0, Math.min(most, findings.size()))) {
      System.out.println("  " + each.severity().word() + (each.row() == 0 ? "" : " row " + each.row())
          + (each.id() == null ? "" : " " + each.id()) + ": " + each.message());
    }
    if (findings.size() > most) {
      System.out.println("  … and more; all are kept with the snapshot");
    }
  }
}
