package org.parkland.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.parkland.BadInput;
import org.parkland.analysis.Definitions;
import org.parkland.analysis.FigureQuery;
import org.parkland.analysis.Figures;
import org.parkland.analysis.LandAnalysis;
import org.parkland.analysis.Policies;
import org.parkland.analysis.Report;
import org.parkland.analysis.ReportQuery;
import org.parkland.analysis.Workspace;
import org.parkland.geometry.AreaMethod;
import org.parkland.land.District;
import org.parkland.land.RedLine;
import org.parkland.land.RedLinePolicy;
import org.parkland.land.State;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code parkland analyze}: land-use balance and red line of every unit. */
@Command(name = "analyze", mixinStandardHelpOptions = true,
    description = "Land-use balance and red line of every unit.")
final class AnalyzeCommand implements Callable<Integer> {
  @Mixin
  private DatabaseOptions database;

  @Option(names = "--as-of", paramLabel = "DATE", description = "Day of the figures (default: the newest parcels).")
  private LocalDate asOf;

  @Option(names = "--state", description = "${COMPLETION-CANDIDATES} use (default: ${DEFAULT-VALUE}).", defaultValue = "CURRENT")
  private State state;

  @Option(names = "--units", paramLabel = "KIND", split = ",", description = "Only these kinds of units, such as zone,base.")
  private Set<String> kinds = Set.of();

  @Option(names = "--policy", paramLabel = "NAME", description = "Red-line policy (default: the district's).")
  private String policy;

  @Option(names = "--area", description = "${COMPLETION-CANDIDATES} areas (default: ${DEFAULT-VALUE}).", defaultValue = "ELLIPSOIDAL")
  private AreaMethod method;

  @Option(names = "--no-overlaps", description = "Do not look for parcels that overlap each other where the figures are not"
      + " drawn yet, which takes long for tens of millions; the figures then say so.")
  private boolean sumOnly;

  @Option(names = "--levels", description = "Add the sums of parent classes as rows of their own.")
  private boolean levels;

  @Option(names = "--fail-on-breach", description = "Exit with 1 if a shown unit breaches the red line.")
  private boolean failOnBreach;

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).", defaultValue = "TEXT")
  private Format format;

  @Option(names = "--report", paramLabel = "REPORT",
      description = "Another report instead: ${COMPLETION-CANDIDATES}.")
  private Report report;

  @ArgGroup(exclusive = false, heading = "%nFor some of the reports:%n")
  private ReportOptions options = new ReportOptions();

  @Mixin
  private WorkbookOption workbook = new WorkbookOption();

  @Spec
  private CommandSpec spec;

  @ArgGroup(exclusive = false, heading = "%nStraight from files:%n")
  private SourceOptions source;

  @Override
  public Integer call() {
    options.check(report, spec);
    workbook.check(format, spec);
    return source != null ? streamed() : stored();
  }

  private int stored() {
    try (Workspace workspace = database.open()) {
      LandAnalysis analysis = new LandAnalysis(workspace);
      if (format == Format.XLSX) {
        workbook.write(workspace, analysis, workbook.nameOf(report, spec), options.book(asOf, state, method, policy));
        return 0;
      }
      if (report != null) {
        SheetPrinter.print(analysis.reports().draw(query(workspace)), format);
        return 0;
      }
      RedLinePolicy wanted = redLine(workspace.policies(), workspace.district());
      if (sumOnly) {
        analysis.figures().sumOnly(analysis.day(asOf), state, method);
      }
      return print(workspace.district(),
          analysis.figures().draw(analysis.day(asOf), new FigureQuery(state, wanted, method)));
    }
  }

  private int streamed() {
    WorkbookOption.refuse(format, "analyze --source");
    if (report != null) {
      throw new BadInput("--report " + report, "needs a database", "import the layers, or leave out --source");
    }
    Definitions definitions = database.definitions();
    RedLinePolicy wanted = redLine(definitions.policies(), definitions.district());
    return print(definitions.district(), source.draw(definitions, asOf, state, wanted, method));
  }

  private RedLinePolicy redLine(Policies policies, District district) {
    return policies.redLine().find(policy != null ? policy : district.policy());
  }

  private int print(District district, Figures figures) {
    List<Integer> places = places(figures);
    new FigurePrinter(district, levels, format).print(figures, places);
    return failOnBreach && places.stream().anyMatch(place -> figures.redLine(place).status() == RedLine.Status.BREACH)
        ? Parkland.BREACH : 0;
  }

  private ReportQuery query(Workspace workspace) {
    return options.query(workspace, report, asOf, state, method, policy);
  }

  private List<Integer> places(Figures figures) {
    Set<String> known = figures.places().stream().map(place -> figures.unit(place).kind())
        .collect(java.util.stream.Collectors.toCollection(java.util.LinkedHashSet::new));
    for (String kind : kinds) {
      if (!known.contains(kind)) {
        throw new BadInput("--units " + kind, "there is no such kind of unit", "use one of " + String.join(", ", known));
      }
    }
    return figures.places().stream()
        .filter(place -> kinds.isEmpty() || kinds.contains(figures.unit(place).kind())).toList();
  }
}
