package org.parkland.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.Callable;
import org.parkland.BadInput;
import org.parkland.analysis.LandAnalysis;
import org.parkland.analysis.Workspace;
import org.parkland.audit.Action;
import org.parkland.geometry.AreaMethod;
import org.parkland.land.State;
import org.parkland.print.Typeface;
import org.parkland.report.AreaUnit;
import org.parkland.report.LandReport;
import org.parkland.report.ReportOrder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code parkland report}: the report of the district or a unit as PDF. */
@Command(name = "report", mixinStandardHelpOptions = true,
    description = "Write the land analysis report of the district or a unit, as PDF.")
final class ReportCommand implements Callable<Integer> {
  @Mixin
  private DatabaseOptions database;

  @Option(names = "--out", paramLabel = "FILE", required = true, description = "PDF file to write, or a page where it ends in .html.")
  private Path out;

  @Option(names = "--unit", paramLabel = "ID", description = "The unit it is about (default: the district).")
  private String unit;

  @Option(names = "--as-of", paramLabel = "DATE", description = "Day of the figures (default: the newest parcels).")
  private LocalDate asOf;

  @Option(names = "--from", paramLabel = "DATE", description = "Earlier day of the ledger (default: the parcels before).")
  private LocalDate from;

  @Option(names = "--today", paramLabel = "DATE", description = "Day idle land is told for (default: the day of the data).")
  private LocalDate today;

  @Option(names = "--state", description = "State of the map: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
      defaultValue = "CURRENT")
  private State state;

  @Option(names = "--policy", paramLabel = "NAME", description = "Red-line policy (default: the district's).")
  private String policy;

  @Option(names = "--area", description = "${COMPLETION-CANDIDATES} areas (default: ${DEFAULT-VALUE}).",
      defaultValue = "ELLIPSOIDAL")
  private AreaMethod method;

  @Option(names = "--area-unit", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).", defaultValue = "HA")
  private AreaUnit areaUnit;

  @Option(names = "--candidates", paramLabel = "N", description = "Sites listed (default: ${DEFAULT-VALUE}).",
      defaultValue = "" + ReportOrder.USUAL_CANDIDATES)
  private int candidates;

  @Option(names = "--lang", paramLabel = "TAG", description = "zh-CN or en (default: ${DEFAULT-VALUE}).", defaultValue = "zh-CN")
  private String lang;

  @Override
  public Integer call() {
    if (candidates < 0) {
      throw new BadInput("--candidates " + candidates, "is no number of sites", "use 0 or more");
    }
    try (Workspace workspace = database.open()) {
      LandReport report = new LandReport(workspace, new LandAnalysis(workspace), Typeface.read(workspace.settings().web()));
      ReportOrder order = new ReportOrder(unit, asOf, from, today, state,
          workspace.policies().redLine().find(policy != null ? policy : workspace.district().policy()), method, areaUnit,
          PrintCommand.language(workspace, lang), candidates);
      PrintCommand.write(out, out.toString().endsWith(".html")
          ? report.html(order).getBytes(StandardCharsets.UTF_8) : report.pdf(order));
      Handout.note(workspace, Action.REPORT, "report", out, unit == null ? Map.of() : Map.of("unit", unit));
      return 0;
    }
  }
}
