package org.parkland.bench;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.parkland.idle.Assignment;
import org.parkland.idle.Matching;
import org.parkland.idle.Ranking;
import org.parkland.idle.Reuse;
import org.parkland.idle.Site;
import org.parkland.land.IdlePolicy;
import org.parkland.land.LayerKind;
import org.parkland.land.Project;
import org.parkland.land.RankingPolicy;
import org.parkland.land.Words;
import org.parkland.pack.IdlePolicies;
import org.parkland.pack.MatchingPolicies;
import org.parkland.pack.RankingPolicies;
import org.parkland.pack.ReusePolicies;
import org.parkland.pack.Standards;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Ranking of many idle cases with stability, once the figures are there, and sharing sites among projects. */
@Command(name = "idle", mixinStandardHelpOptions = true,
    description = "Ranks idle cases with stability, and matches projects with sites.")
final class IdleBench implements Callable<Integer> {
  private static final LocalDate DAY = LocalDate.of(2025, 12, 31);

  @Option(names = "--cases", defaultValue = "100000", description = "ranked (default: ${DEFAULT-VALUE})")
  private int cases;

  @Option(names = "--projects", defaultValue = "50", description = "matched (default: ${DEFAULT-VALUE})")
  private int projects;

  @Option(names = "--sites", defaultValue = "10000", description = "they are matched with (default: ${DEFAULT-VALUE})")
  private int sites;

  @Option(names = "--runs", defaultValue = "5", description = "the median counts (default: ${DEFAULT-VALUE})")
  private int runs;

  @Option(names = "--seed", defaultValue = "1")
  private long seed;

  @Option(names = "--policies", defaultValue = "gis-data/policies", description = "folder (default: ${DEFAULT-VALUE})")
  private Path policies;

  private final Map<String, Object> result = new LinkedHashMap<>();

  @Override
  public Integer call() throws Exception {
    Standards standards = Standards.read(policies.resolveSibling("standards"));
    SiteMesh mesh = new SiteMesh(
        IdlePolicies.read(policies.resolve("idle.yaml"), standards.schema(LayerKind.PARCELS)),
        standards.schema(LayerKind.PARCELS), DAY, seed);
    result.put("bench", "idle");
    result.put("threads", Runtime.getRuntime().availableProcessors());
    rank(mesh.sites(cases));
    match(mesh.sites(sites), mesh.policy());
    Table.print(result);
    return 0;
  }

  /** The figures are read once; what a slider costs is scores, order and stability. */
  private void rank(List<Site> ranked) {
    RankingPolicy policy = RankingPolicies.read(policies.resolve("ranking.yaml"));
    long start = System.nanoTime();
    Ranking first = Ranking.of(ranked, policy);
    result.put("cases", ranked.size());
    result.put("firstRankingSeconds", seconds(start));
    double[] weights = policy.weights();
    result.put("rankingSeconds", median(() -> {
      weights[0]++;
      return first.with(weights).page(0, 50);
    }));
  }

  private void match(List<Site> offered, IdlePolicy idle) {
    RankingPolicy ranking = RankingPolicies.read(policies.resolve("ranking.yaml"));
    Reuse reuse = new Reuse(ReusePolicies.read(policies.resolve("reuse.yaml")), idle.scope(), ranking.planClasses());
    List<Project> list = projects();
    List<Assignment> shared = new ArrayList<>();
    result.put("sites", offered.size());
    result.put("projects", list.size());
    result.put("matchSeconds", median(() -> shared.add(new Matching(offered, List.of(),
        MatchingPolicies.read(policies.resolve("matching.yaml")), reuse, ranking.unitIndustries(), DAY).assign(list))));
    result.put("served", shared.get(0).chosen().size());
    result.put("exact", shared.get(0).exact());
  }

  private List<Project> projects() {
    Random random = new Random(seed);
    List<Project> list = new ArrayList<>();
    for (int i = 0; i < projects; i++) {
      double least = 15 + random.nextInt(60);
      list.add(new Project("X" + i, new Words("示例项目", "Sample"), least, least * 1.6, "100101", "39", 80.0, "B2", 700.0,
          60.0, DAY.plusDays(random.nextInt(500))));
    }
    return list;
  }

  private double median(Supplier<?> work) {
    double[] times = new double[runs];
    for (int i = 0; i < runs; i++) {
      long start = System.nanoTime();
      work.get();
      times[i] = seconds(start);
    }
    Arrays.sort(times);
    return times[runs / 2];
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
