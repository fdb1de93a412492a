package org.parkland.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.Callable;
import org.parkland.analysis.LandAnalysis;
import org.parkland.analysis.Workspace;
import org.parkland.audit.Action;
import org.parkland.geometry.AreaMethod;
import org.parkland.land.State;
import org.parkland.workbook.BookQuery;
import org.parkland.workbook.TemplateFiller;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code parkland fill TEMPLATE.xlsx --out FILE}. */
@Command(name = "fill", mixinStandardHelpOptions = true,
    description = "Fill an office's own workbook: cells such as {{redLine.ratio}} become figures (docs/templates.md).")
final class FillCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "TEMPLATE", description = "A plain .xlsx workbook.")
  private Path template;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "The filled workbook.")
  private Path out;

  @Option(names = "--as-of", paramLabel = "DATE", description = "Day of the figures (default: the newest parcels).")
  private LocalDate asOf;

  @Option(names = "--today", paramLabel = "DATE", description = "Day the law is asked for (default: the day of the data).")
  private LocalDate today;

  @Option(names = "--from", paramLabel = "DATE", description = "Earlier day of the ledger.")
  private LocalDate from;

  @Option(names = "--to", paramLabel = "DATE", description = "Later day of the ledger.")
  private LocalDate to;

  @Option(names = "--state", description = "${COMPLETION-CANDIDATES} use (default: ${DEFAULT-VALUE}).", defaultValue = "CURRENT")
  private State state;

  @Option(names = "--unit", paramLabel = "ID", description = "The unit single values speak of (default: the first).")
  private String unit;

  @Option(names = "--policy", paramLabel = "NAME", description = "Red-line policy (default: the district's).")
  private String policy;

  @Mixin
  private DatabaseOptions database;

  @Override
  public Integer call() {
    try (Workspace workspace = database.open()) {
      new TemplateFiller(workspace, new LandAnalysis(workspace)).fill(template,
          new BookQuery(asOf, today, from, to, state, AreaMethod.ELLIPSOIDAL, unit, policy, false), out);
      Handout.note(workspace, Action.EXPORT, "filled template", out, Map.of("template", template.toString()));
      System.out.println(out);
    }
    return 0;
  }
}
