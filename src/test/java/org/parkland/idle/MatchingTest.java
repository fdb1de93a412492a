package org.parkland.idle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parkland.land.MatchingPolicy;
import org.parkland.land.Project;
import org.parkland.land.Words;
import org.parkland.pack.MatchingPolicies;
import org.parkland.pack.Projects;
import org.parkland.pack.RankingPolicies;
import org.parkland.pack.ReusePolicies;
import org.parkland.pack.Standards;

class MatchingTest {
  private static final MatchingPolicy POLICY =
      MatchingPolicies.read(Parcels.GIS_DATA.resolve("policies/matching.yaml"));
  private static final Reuse REUSE = new Reuse(ReusePolicies.read(Parcels.GIS_DATA.resolve("policies/reuse.yaml")),
      Sites.IDLE.scope(), List.of("1001"));
  private static final List<Project> SAMPLE = Projects.read(Parcels.GIS_DATA.resolve("jianghai/projects.csv"),
      Standards.read(Parcels.GIS_DATA.resolve("standards")).classification());

  private static Matching matching(List<Site> sites) {
    return new Matching(sites, List.of(), POLICY, REUSE,
        RankingPolicies.read(Parcels.GIS_DATA.resolve("policies/ranking.yaml")).unitIndustries(), Sites.DAY);
  }

  private static Project project(String id, double least, double most) {
    return new Project(id, new Words(id, id), least, most, "100101", "39", 100.0, "B2", 700.0, 60.0,
        LocalDate.of(2026, 12, 31));
  }

  private static List<String> zh(List<Words> words) {
    return words.stream().map(Words::zh).toList();
  }

  @Test
  void theSampleHasThirtyTwoProjects() {
    assertThat(SAMPLE).hasSize(32).allMatch(each -> each.name().zh().startsWith("示例"));
  }

  @Test
  void anOfferSaysWhatFitsAndWhatDoesNot() {
    Site good = Sites.good("A").unit("base", "B2").build();
    Offer offer = matching(List.of(good)).offers(project("X", 40, 50)).get(0);
    assertThat(zh(offer.reasons())).containsExactly("面积 45.0 亩，符合所需 40–50 亩",
        "规划用途与项目所需（100101）相符的占 100%", "临路约 200 米，满足所需 100 米", "位于所要求的基地（B2）内",
        "所在园区主导产业与项目行业（39）契合", "按建议的处置方式预计 2026-09-27 可供地，不晚于计划开工 2026-12-31",
        "无抵押、查封", "不减少工业红线面积");
    assertThat(zh(offer.misfits())).containsExactly("项目投资强度 700 万元/亩，低于全区平均 800 万元/亩");
    assertThat(offer.score()).isGreaterThan(95);
  }

  @Test
  void whatDoesNotFitLowersTheScore() {
    Site poor = Sites.good("A").planned("0701", 1).frontage(30.0).unit("base", "B1")
        .facts("land_use=100101 seized=true mortgaged=false").build();
    Offer offer = matching(List.of(poor)).offers(project("X", 40, 50)).get(0);
    assertThat(zh(offer.misfits())).contains("规划用途与项目所需（100101）相符的占 0%", "临路约 30 米，不足所需 100 米",
        "不在所要求的基地（B2）内", "所在园区主导产业与项目行业（39）不一致", "存在抵押或查封 1 项，须先解除");
    assertThat(offer.score()).isLessThan(50);
  }

  @Test
  void anotherUseThanIndustryCostsTheRedLine() {
    Project shop = new Project("S", new Words("商业", "Shop"), 40, 50, "0901", null, null, null, null, null, null);
    Offer offer = matching(List.of(Sites.good("A").build())).offers(shop).get(0);
    assertThat(offer.redLineLossM2()).isEqualTo(30_000);
    assertThat(zh(offer.misfits())).contains("改作非产业用途，工业红线面积将减少 45.0 亩");
  }

  @Test
  void neighboursAreOfferedTogetherWhereNoneIsLargeEnough() {
    List<Site> sites = List.of(Sites.good("A").box(0, 0, 200, 150).build(), Sites.good("B").box(200, 0, 200, 150).build(),
        Sites.good("C").box(900, 0, 200, 150).build());
    List<Offer> offers = matching(sites).offers(project("X", 85, 95));
    assertThat(offers).hasSize(1);
    assertThat(offers.get(0).place().parcels()).containsExactly("A", "B");
    assertThat(zh(offers.get(0).reasons()).get(0)).isEqualTo("面积 90.0 亩，符合所需 85–95 亩；由 2 宗相邻地块连片，涉及 2 个权利人");
  }

  @Test
  void noSiteGoesToTwoProjects() {
    Assignment shared = matching(Sites.random(150, 4)).assign(SAMPLE);
    List<String> parcels = shared.chosen().stream().flatMap(each -> each.place().parcels().stream()).toList();
    assertThat(parcels).doesNotHaveDuplicates();
    assertThat(shared.chosen().size() + shared.unserved().size()).isEqualTo(32);
    assertThat(shared.chosen()).isNotEmpty();
  }

  /** The assignment is worth as much as the best of all ways to share the offers. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void sharingEqualsTryingEveryWay(long seed) {
    Random random = new Random(seed);
    List<Project> projects = new ArrayList<>();
    List<List<Offer>> offers = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      projects.add(project("X" + i, 1, 2));
      offers.add(randomOffers(projects.get(i), random));
    }
    Assignment found = Assignment.of(projects, offers, 1_000_000);
    double[] best = bestOf(offers, 0, new HashSet<>());
    assertThat(found.exact()).isTrue();
    assertThat(found.chosen().size()).as("seed %d", seed).isEqualTo((int) best[0]);
    assertThat(found.chosen().stream().mapToDouble(Offer::score).sum()).isCloseTo(best[1], within(1e-6));
  }

  private static List<Offer> randomOffers(Project project, Random random) {
    List<Offer> offers = new ArrayList<>();
    for (int k = 0; k < 4; k++) {
      List<Site> sites = new ArrayList<>();
      for (int i = 0; i <= random.nextInt(2); i++) {
        sites.add(Sites.good("P" + random.nextInt(6)).build());
      }
      offers.add(new Offer(project, Assembly.of(sites), random.nextInt(100), List.of(), List.of(), 0, null));
    }
    return offers;
  }

  /** Number served and sum of scores. */
  private static double[] bestOf(List<List<Offer>> offers, int project, Set<String> taken) {
    if (project == offers.size()) {
      return new double[2];
    }
    double[] best = bestOf(offers, project + 1, taken);
    for (Offer offer : offers.get(project)) {
      Set<String> parcels = new HashSet<>(offer.place().parcels());
      if (parcels.stream().noneMatch(taken::contains)) {
        parcels.addAll(taken);
        double[] rest = bestOf(offers, project + 1, parcels);
        if (rest[0] + 1 > best[0] || rest[0] + 1 == best[0] && rest[1] + offer.score() > best[1]) {
          best = new double[] {rest[0] + 1, rest[1] + offer.score()};
        }
      }
    }
    return best;
  }

  @Test
  void everyOfFiftyProjectsFindsLandAmongTenThousandSites() {
    List<Project> projects = new ArrayList<>(SAMPLE);
    for (int i = 0; i < 18; i++) {
      projects.add(project("X" + i, 20 + i, 60 + 3 * i));
    }
    assertThat(matching(Sites.random(10_000, 11)).assign(projects).chosen()).hasSize(50);
  }
}
