package org.parkland.cluster;

import java.io.PrintStream;
import java.util.List;
import org.parkland.analysis.Figures;
import org.parkland.land.District;
import org.parkland.land.RedLine;

/** Figures to standard output; failures and cost to standard error. */
record ClusterPrinter(PrintStream out, PrintStream err) {
  private static final int SHOWN_PARCELS = 20;

  void figures(District district, Figures figures) {
    out.println("kind,unit,name,numeratorM2,denominatorM2,ratio,lowest,highest,status");
    for (int place : figures.places()) {
      RedLine line = figures.redLine(place);
      out.println(String.join(",", figures.unit(place).kind(), figures.unit(place).id(), figures.unit(place).name(),
          String.valueOf(line.numeratorM2()), String.valueOf(line.denominatorM2()), text(line.ratio()),
          text(line.lowest()), text(line.highest()), line.status().word()));
    }
    figures.findings().forEach(each -> err.println(
        each.problem() + " " + each.subject() + " " + each.areaM2() + " m²: " + each.detail()));
    if (district.synthetic()) {
      err.println("示例数据");
    }
  }

  private static String text(Double figure) {
    return figure == null ? "" : figure.toString();
  }

  /** What is missing from the figures because its partition failed. */
  void failures(List<Part.Failed> failed) {
    for (Part.Failed each : failed) {
      err.println("partition " + each.partition() + " failed, its " + each.parcels().size()
          + " parcels are in no figure: " + each.why());
      err.println("  " + String.join(", ", each.parcels().stream().limit(SHOWN_PARCELS).toList())
          + (each.parcels().size() > SHOWN_PARCELS ? ", …" : ""));
    }
  }

  void cost(Part sums, int partitions, double seconds) {
    err.printf("%s%n%d partitions, %.1f s, %.1f s of processor time, %.2f µs per parcel%n", sums.land().summary(),
        partitions, seconds, sums.cpuSeconds(), 1e6 * sums.cpuSeconds() / Math.max(1, sums.land().read()));
  }
}
