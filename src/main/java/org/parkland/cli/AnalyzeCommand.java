package org.parkland.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.parkland.BadInput;
import org.parkland.analysis.FigureJson;
import org.parkland.analysis.FigureQuery;
import org.parkland.analysis.Figures;
import org.parkland.analysis.LandAnalysis;
import org.parkland.analysis.Report;
import org.parkland.analysis.ReportQuery;
import org.parkland.analysis.Workspace;
import org.parkland.geometry.AreaMethod;
import org.parkland.land.LandUseRow;
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
  private static final double HECTARE_M2 = 10_000;
  /** Doubts named below a unit; JSON has them all. */
  private static final int SHOWN_DOUBTS = 5;

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

  @Override
  public Integer call() {
    options.check(report, spec);
    workbook.check(format, spec);
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
      RedLinePolicy wanted = workspace.policies().redLine()
          .find(policy != null ? policy : workspace.district().policy());
      Figures figures = analysis.figures().draw(analysis.day(asOf), new FigureQuery(state, wanted, method));
      List<Integer> places = places(figures);
      switch (format) {
        case JSON -> Printer.json(json(workspace, figures, places));
        case CSV -> csv(figures, places);
        default -> text(workspace, figures, places);
      }
      figures.findings().forEach(each -> System.err.println(
          each.problem() + " " + each.subject() + " " + each.areaM2() + " m²: " + each.detail()));
      return failOnBreach && places.stream().anyMatch(place -> figures.redLine(place).status() == RedLine.Status.BREACH)
          ? Parkland.BREACH : 0;
    }
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

  private Map<String, Object> json(Workspace workspace, Figures figures, List<Integer> places) {
    Map<String, Object> json = FigureJson.head(workspace.district().code(), figures);
    json.put("policy", FigureJson.policy(figures.policy()));
    json.put("units", places.stream().map(place -> {
      Map<String, Object> unit = FigureJson.unit(figures, place);
      unit.put("landUse", FigureJson.landUse(figures.landUse(place, levels)));
      unit.put("redLine", FigureJson.redLine(figures.redLine(place)));
      return unit;
    }).toList());
    json.put("findings", FigureJson.findings(figures.findings()));
    return json;
  }

  private void csv(Figures figures, List<Integer> places) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int place : places) {
      for (LandUseRow row : figures.landUse(place, levels)) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("kind", figures.unit(place).kind());
        line.put("unit", figures.unit(place).id());
        line.put("unitName", figures.unit(place).name());
        line.put("code", row.code());
        line.put("name", row.name());
        line.put("areaM2", row.areaM2());
        line.put("parcels", row.parcels());
        rows.add(line);
      }
    }
    Printer.csv(List.of("kind", "unit", "unitName", "code", "name", "areaM2", "parcels"), rows);
  }

  private void text(Workspace workspace, Figures figures, List<Integer> places) {
    RedLinePolicy policy = figures.policy();
    System.out.println(workspace.district().name() + "  " + figures.asOf() + "  " + figures.state().word() + "  "
        + figures.method().word() + (workspace.district().synthetic() ? "  示例数据" : ""));
    System.out.println(policy.title() + "：" + String.join(",", policy.numerator()) + " / "
        + String.join(",", policy.denominator()));
    System.out.println("  " + policy.source());
    System.out.printf("%-10s %12s %12s %9s %12s  %-12s %-17s %s%n", "kind", "industry ha", "of ha", "ratio",
        "headroom ha", "red line", "possible", "unit");
    for (int place : places) {
      RedLine line = figures.redLine(place);
      System.out.printf("%-10s %12.2f %12.2f %9s %12.2f  %-12s %-17s %s%n", figures.unit(place).kind(),
          line.numeratorM2() / HECTARE_M2, line.denominatorM2() / HECTARE_M2, percent(line.ratio()),
          line.headroomM2() / HECTARE_M2, line.status().word(),
          percent(line.lowest()) + "–" + percent(line.highest()), figures.unit(place).name());
      line.deciding().stream().limit(SHOWN_DOUBTS).forEach(doubt -> System.out.printf("    decides: %s %s, %.2f m²%n",
          doubt.cause().word(), doubt.subject(), doubt.areaM2()));
    }
  }

  private static String percent(Double ratio) {
    return ratio == null ? "–" : String.format("%.2f%%", 100 * ratio);
  }
}
