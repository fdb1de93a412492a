package org.parkland.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.parkland.BadInput;
import org.parkland.analysis.LandAnalysis;
import org.parkland.analysis.SiteJson;
import org.parkland.analysis.SiteStudy;
import org.parkland.analysis.Workspace;
import org.parkland.idle.Assignment;
import org.parkland.idle.Offer;
import org.parkland.land.Project;
import org.parkland.land.Words;
import org.parkland.pack.Projects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code parkland match}: sites and assemblies of neighbours for projects that look for land. */
@Command(name = "match", mixinStandardHelpOptions = true,
    description = "Sites and assemblies of neighbours for projects, each site to one project at most.")
final class MatchCommand implements Callable<Integer> {
  private static final double MU_M2 = 2000.0 / 3;

  @Mixin
  private DatabaseOptions database;

  @Option(names = "--projects", paramLabel = "FILE", description = "List of projects, CSV (default: the pack's projects.csv).")
  private Path file;

  @Option(names = "--as-of", paramLabel = "DATE", description = "Day of the data (default: the newest parcels).")
  private LocalDate asOf;

  @Option(names = "--today", paramLabel = "DATE", description = "Day the law is asked for (default: the day of the data).")
  private LocalDate today;

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).", defaultValue = "TEXT")
  private Format format;

  @Override
  public Integer call() {
    WorkbookOption.refuse(format, "match");
    try (Workspace workspace = database.open()) {
      List<Project> projects = projects(workspace);
      LandAnalysis analysis = new LandAnalysis(workspace);
      SiteStudy study = analysis.sites(analysis.day(asOf), today);
      switch (format) {
        case JSON -> Printer.json(json(study, projects));
        case CSV -> csv(study, projects);
        default -> text(study, projects);
      }
      return 0;
    }
  }

  private List<Project> projects(Workspace workspace) {
    List<Project> projects = file != null ? Projects.read(file, workspace.standards().classification())
        : workspace.projects();
    if (projects.isEmpty()) {
      throw new BadInput(file != null ? file.toString() : "--projects", "there are no projects",
          "name a list with --projects FILE");
    }
    return projects;
  }

  private static Map<String, Object> json(SiteStudy study, List<Project> projects) {
    SiteJson words = new SiteJson(study);
    Map<String, Object> json = words.head();
    json.put("projects", projects.stream().map(SiteJson::project).toList());
    json.put("shared", words.shared(projects));
    Map<String, Object> offers = new LinkedHashMap<>();
    projects.forEach(project -> offers.put(project.id(), words.offers(project)));
    json.put("offers", offers);
    return json;
  }

  private static void csv(SiteStudy study, List<Project> projects) {
    Printer.csv(List.of("project", "name", "parcels", "areaM2", "holders", "score", "availableOn", "redLineLossM2",
        "reasons", "misfits"), study.shared(projects).chosen().stream().map(MatchCommand::line).toList());
  }

  private static Map<String, Object> line(Offer offer) {
    Map<String, Object> json = offer.json();
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("project", offer.project().id());
    line.put("name", offer.project().name().zh());
    line.put("parcels", String.join(" ", offer.place().parcels()));
    for (String key : List.of("areaM2", "holders", "score", "availableOn", "redLineLossM2")) {
      line.put(key, json.get(key));
    }
    line.put("reasons", joined(offer.reasons()));
    line.put("misfits", joined(offer.misfits()));
    return line;
  }

  private static String joined(List<Words> words) {
    return String.join("；", words.stream().map(Words::zh).toList());
  }

  private static void text(SiteStudy study, List<Project> projects) {
    Assignment shared = study.shared(projects);
    System.out.printf("%d 个项目，%d 个有地，%d 个无合适地块%s%n", projects.size(), shared.chosen().size(),
        shared.unserved().size(), shared.exact() ? "" : "（部分项目由余下地块补选，未必最优）");
    for (Offer offer : shared.chosen()) {
      System.out.printf("%s %s  %.1f 分  %s  %.2f 亩%n  合：%s%n", offer.project().id(), offer.project().name().zh(),
          offer.score(), String.join(" + ", offer.place().parcels()), offer.place().areaM2() / MU_M2,
          joined(offer.reasons()));
      if (!offer.misfits().isEmpty()) {
        System.out.println("  不合：" + joined(offer.misfits()));
      }
    }
    shared.unserved().forEach(project -> System.out.printf("%s %s  没有合适的地块（%.0f–%.0f 亩）%n", project.id(),
        project.name().zh(), project.areaMuMin(), project.areaMuMax()));
  }
}
