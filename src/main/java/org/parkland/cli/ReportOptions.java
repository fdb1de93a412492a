package org.parkland.cli;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parkland.analysis.Report;
import org.parkland.analysis.ReportQuery;
import org.parkland.analysis.Workspace;
import org.parkland.geometry.AreaMethod;
import org.parkland.land.RedLinePolicy;
import org.parkland.land.State;
import org.parkland.workbook.BookQuery;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The options that only some reports take. */
final class ReportOptions {
  /** Option of the command → parameter of the report. */
  private static final Map<String, String> PARAMETERS = new LinkedHashMap<>();

  /** What land-use balance and red line take when no other report is asked for. */
  private static final Set<String> OF_BALANCE =
      Set.of("--as-of", "--state", "--area", "--policy", "--units", "--levels", "--fail-on-breach");

  static {
    PARAMETERS.put("--as-of", "asOf");
    PARAMETERS.put("--state", "state");
    PARAMETERS.put("--area", "area");
    PARAMETERS.put("--policy", "policy");
    PARAMETERS.put("--against", "b");
    PARAMETERS.put("--unit", "unit");
    PARAMETERS.put("--by", "by");
    PARAMETERS.put("--level", "level");
    PARAMETERS.put("--from", "from");
    PARAMETERS.put("--to", "to");
    PARAMETERS.put("--control", "control");
    List.of("--units", "--levels", "--fail-on-breach").forEach(option -> PARAMETERS.put(option, null));
  }

  @Option(names = "--unit", paramLabel = "ID", description = "One unit (default: all, or the first where a report is about one).")
  private String unit;

  @Option(names = "--by", paramLabel = "KIND", description = "changes: divide by the units of this kind.")
  private String by;

  @Option(names = "--level", paramLabel = "1-3", description = "changes: level of the classes (default: as delivered).")
  private int level;

  @Option(names = "--from", paramLabel = "DATE", description = "ledger: the earlier day (default: the oldest parcels).")
  private LocalDate from;

  @Option(names = "--to", paramLabel = "DATE", description = "ledger: the later day (default: the newest parcels).")
  private LocalDate to;

  @Option(names = "--against", paramLabel = "NAME", description = "policies: the policy to compare with.")
  private String against;

  @Option(names = "--control", paramLabel = "M2", description = "reconciliation: adjust the parcels to this area.")
  private BigDecimal controlM2;

  /** Refuses options that would be passed over in silence. */
  void check(Report report, CommandSpec spec) {
    for (Map.Entry<String, String> each : PARAMETERS.entrySet()) {
      String option = each.getKey();
      boolean given = spec.commandLine().getParseResult().hasMatchedOption(option);
      if (given && !isTaken(report, option, each.getValue())) {
        throw new CommandLine.ParameterException(spec.commandLine(), report == null
            ? option + " needs a --report" : "the report " + report.word() + " does not take " + option);
      }
    }
    if (report == Report.POLICIES && against == null) {
      throw new CommandLine.ParameterException(spec.commandLine(), "the report policies needs --against NAME");
    }
    if (level < 0 || level > 3 || controlM2 != null && controlM2.signum() <= 0) {
      throw new CommandLine.ParameterException(spec.commandLine(), "--level is 1, 2 or 3; --control is an area");
    }
  }

  private static boolean isTaken(Report report, String option, String parameter) {
    if (report == null) {
      return OF_BALANCE.contains(option);
    }
    boolean first = report == Report.POLICIES && option.equals("--policy");
    return first || parameter != null && report.parameters().contains(parameter);
  }

  /** The same for a workbook. */
  BookQuery book(LocalDate asOf, State state, AreaMethod method, String policy) {
    return new BookQuery(asOf, null, from, to, state, method, unit, policy, false);
  }

  ReportQuery query(Workspace workspace, Report report, LocalDate asOf, State state, AreaMethod method, String policy) {
    RedLinePolicy first = workspace.policies().redLine().find(policy != null ? policy : workspace.district().policy());
    RedLinePolicy second = against == null ? null : workspace.policies().redLine().find(against);
    return new ReportQuery(report, asOf, state, method, first, second, unit, by, level, from, to, controlM2);
  }
}
