package org.parkland.cli;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.parkland.BadInput;
import org.parkland.analysis.DayLayers;
import org.parkland.analysis.LandAnalysis;
import org.parkland.analysis.SiteJson;
import org.parkland.analysis.SiteQuery;
import org.parkland.analysis.SiteStudy;
import org.parkland.analysis.Workspace;
import org.parkland.geometry.AreaMethod;
import org.parkland.idle.Funnel;
import org.parkland.idle.Ranking;
import org.parkland.idle.Ranking.Part;
import org.parkland.idle.Ranking.Place;
import org.parkland.idle.Reuse.Suggestion;
import org.parkland.land.FunnelPolicy;
import org.parkland.land.RankingPolicy;
import org.parkland.land.State;
import org.parkland.workbook.BookName;
import org.parkland.workbook.BookQuery;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code parkland candidates}: the funnel from nominal to usable land, and the usable sites in their ranking. */
@Command(name = "candidates", mixinStandardHelpOptions = true,
    description = "The funnel from idle and inefficient to usable land, and the usable sites, ranked.")
final class CandidatesCommand implements Callable<Integer> {
  private static final double MU_M2 = 2000.0 / 3;

  @Mixin
  private DatabaseOptions database;

  @Mixin
  private WorkbookOption workbook = new WorkbookOption();

  @Option(names = "--as-of", paramLabel = "DATE", description = "Day of the data (default: the newest parcels).")
  private LocalDate asOf;

  @Option(names = "--today", paramLabel = "DATE", description = "Day the law is asked for (default: the day of the data).")
  private LocalDate today;

  @Option(names = "--unit", paramLabel = "ID", description = "Only sites of which at least half lies in this unit.")
  private String unit;

  @Option(names = "--class", paramLabel = "CODE,…", description = "Planned class wanted (default: the policy's).")
  private String classes;

  @Option(names = "--weights", paramLabel = "KEY=NUMBER,…", description = "Weights of criteria (default: the policy's).")
  private String weights;

  @Option(names = "--funnel", paramLabel = "KEY,…", description = "The funnel's steps in another order.")
  private String order;

  @Option(names = "--limit", paramLabel = "N", description = "Sites listed (default: ${DEFAULT-VALUE}).", defaultValue = "50")
  private int limit;

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).", defaultValue = "TEXT")
  private Format format;

  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() {
    workbook.check(format, spec);
    if (limit < 0) {
      throw new BadInput("--limit " + limit, "is no number of sites", "use 0 or more");
    }
    try (Workspace workspace = database.open()) {
      LandAnalysis analysis = new LandAnalysis(workspace);
      if (format == Format.XLSX) {
        workbook.write(workspace, analysis, BookName.CANDIDATES, new BookQuery(asOf, today, null, null, State.CURRENT,
            AreaMethod.ELLIPSOIDAL, unit, null, false));
        return 0;
      }
      DayLayers day = analysis.day(asOf);
      SiteQuery query = query(workspace, analysis, day);
      SiteStudy study = analysis.sites(day, today);
      switch (format) {
        case JSON -> Printer.json(json(study, query));
        case CSV -> csv(study, query);
        default -> text(workspace, study, query);
      }
      return 0;
    }
  }

  private SiteQuery query(Workspace workspace, LandAnalysis analysis, DayLayers day) {
    if (unit != null && !analysis.figures().hasUnit(unit, day)) {
      throw new BadInput("--unit " + unit, "there is no such unit", "use an id of the units layer");
    }
    FunnelPolicy policy = workspace.policies().sites().funnel();
    FunnelPolicy wanting = checked("--class " + classes,
        () -> SiteQuery.wanting(policy, classes, workspace.standards().classification()));
    return new SiteQuery(unit, checked("--funnel " + order, () -> SiteQuery.ordered(wanting, order)),
        checked("--weights " + weights, () -> SiteQuery.weights(weights, workspace.policies().sites().ranking())));
  }

  private static <T> T checked(String option, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException e) {
      throw new BadInput(option, e.getMessage(), "see 'parkland candidates --help'", e);
    }
  }

  private Map<String, Object> json(SiteStudy study, SiteQuery query) {
    SiteJson words = new SiteJson(study);
    Map<String, Object> json = words.head();
    json.put("funnel", words.funnel(query));
    json.putAll(words.ranked(query));
    Ranking ranking = study.ranking(query);
    json.put("total", ranking.size());
    json.put("candidates", ranking.page(0, limit).stream().map(words::candidate).toList());
    return json;
  }

  private void csv(SiteStudy study, SiteQuery query) {
    List<String> columns = new java.util.ArrayList<>(List.of("rank", "parcel", "location", "status", "areaM2", "score",
        "stability"));
    columns.addAll(study.policies().ranking().criteria().stream().map(RankingPolicy.Criterion::key).toList());
    columns.addAll(List.of("way", "reason"));
    Printer.csv(columns, study.ranking(query).page(0, limit).stream().map(place -> line(study, place)).toList());
  }

  private static Map<String, Object> line(SiteStudy study, Place place) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("rank", place.rank());
    line.put("parcel", place.site().parcel());
    line.put("location", study.location(place.site()));
    line.put("status", SiteJson.status(place.site()).zh());
    line.put("areaM2", place.site().areaM2());
    line.put("score", place.score());
    line.put("stability", place.stability());
    for (Part part : place.parts()) {
      line.put(part.key(), part.points());
    }
    List<Suggestion> ways = study.reuse().of(place.site());
    line.put("way", ways.isEmpty() ? null : ways.get(0).way().title().zh());
    line.put("reason", ways.isEmpty() ? null : ways.get(0).reason().zh());
    return line;
  }

  private void text(Workspace workspace, SiteStudy study, SiteQuery query) {
    System.out.println(workspace.district().name() + "  data " + study.register().report().asOf() + "  today "
        + study.register().report().today() + (workspace.district().synthetic() ? "  示例数据" : ""));
    Funnel.Outcome outcome = study.funnel(query);
    System.out.printf("%6d 宗 %10.2f 亩  疑似闲置与疑似低效%n", outcome.entered(), outcome.enteredM2() / MU_M2);
    outcome.levels().forEach(level -> System.out.printf("%6d 宗 %10.2f 亩  %s（%s，退出 %d 宗 %.2f 亩）%n", level.left(),
        level.leftM2() / MU_M2, level.title().zh(), level.key(), level.fell(), level.fellM2() / MU_M2));
    for (Place place : study.ranking(query).page(0, limit)) {
      List<Suggestion> ways = study.reuse().of(place.site());
      System.out.printf("%4d  %5.2f 分  前%d稳定度 %3.0f%%  %s  %s  %.2f 亩  %s%n", place.rank(), place.score(),
          study.policies().ranking().stability().top(), 100 * place.stability(), place.site().parcel(),
          SiteJson.status(place.site()).zh(), place.site().areaM2() / MU_M2,
          ways.isEmpty() ? "无可建议的方式" : ways.get(0).way().title().zh() + "：" + ways.get(0).reason().zh());
    }
  }
}
