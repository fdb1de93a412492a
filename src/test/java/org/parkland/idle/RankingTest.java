package org.parkland.idle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parkland.idle.Ranking.Part;
import org.parkland.idle.Ranking.Place;
import org.parkland.land.Curve;
import org.parkland.land.RankingPolicy;
import org.parkland.pack.RankingPolicies;

class RankingTest {
  private static final RankingPolicy POLICY =
      RankingPolicies.read(Parcels.GIS_DATA.resolve("policies/ranking.yaml"));

  @Test
  void aCurveIsStraightBetweenItsCornersAndLevelOutside() {
    Curve curve = new Curve(new double[] {0, 10, 20}, new double[] {0, 8, 2});
    assertThat(List.of(-5.0, 0.0, 5.0, 10.0, 15.0, 20.0, 99.0, Double.POSITIVE_INFINITY)).map(curve::at)
        .containsExactly(0.0, 0.0, 4.0, 8.0, 5.0, 2.0, 2.0, 2.0);
  }

  @Test
  void partsAddUpToTheScoreAndScoresFall() {
    Ranking ranking = Ranking.of(Sites.random(300, 3), POLICY);
    List<Place> places = ranking.page(0, 300);
    double before = 10;
    for (Place place : places) {
      assertThat(place.parts().stream().mapToDouble(Part::part).sum()).isCloseTo(place.score(), within(1e-9));
      assertThat(place.score()).isBetween(0.0, before);
      before = place.score();
    }
    assertThat(places).extracting(Place::rank).containsExactlyElementsOf(IntStream.rangeClosed(1, 300).boxed().toList());
    assertThat(places.stream().mapToDouble(Place::stability).sum()).isCloseTo(POLICY.stability().top(), within(1e-9));
  }

  @Test
  void anUnknownFigureGetsThePointsOfItsCriterion() {
    Place place = Ranking.of(List.of(Sites.good("A").road(null).build()), POLICY).page(0, 1).get(0);
    Part road = place.parts().stream().filter(part -> part.key().equals("road")).findFirst().orElseThrow();
    assertThat(road.figure()).isNull();
    assertThat(road.points()).isEqualTo(3);
    assertThat(place.stability()).isEqualTo(1);
  }

  @Test
  void slidersChangeTheOrder() {
    List<Site> sites = List.of(Sites.good("FAR").box(0, 0, 500, 400).road(400.0).build(),
        Sites.good("NEAR").box(900, 0, 60, 60).road(1.0).build());
    Ranking ranking = Ranking.of(sites, POLICY);
    assertThat(only(ranking, "area")).isEqualTo("FAR");
    assertThat(only(ranking, "road")).isEqualTo("NEAR");
  }

  private static String only(Ranking ranking, String key) {
    double[] weights = POLICY.criteria().stream().mapToDouble(each -> each.key().equals(key) ? 1 : 0).toArray();
    return ranking.with(weights).page(0, 1).get(0).site().parcel();
  }

  @Test
  void weightsAreChecked() {
    assertThatThrownBy(() -> Ranking.of(List.of(), POLICY, new double[POLICY.criteria().size()]))
        .hasMessageContaining("not all 0");
    assertThat(POLICY.weights(Map.of("area", 99.0))[0]).isEqualTo(99);
  }

  /** The sites set aside are really out: the same counts come from trying every site in every variation. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void stabilityEqualsTryingEverySite(long seed) {
    Random random = new Random(seed);
    int sites = 40 + random.nextInt(800);
    int criteria = 2 + random.nextInt(9);
    double[] weights = random.doubles(criteria, 0, 20).toArray();
    double[] points = random.ints((long) sites * criteria, 0, 11).asDoubleStream().toArray();
    var rule = new RankingPolicy.Stability(200, 0.3, 10, seed);
    double[] scores = Stability.scores(points, weights);
    assertThat(new Stability(points, scores, weights, rule).timesOnTop())
        .as("seed %d", seed).containsExactly(tryingAll(points, weights, rule));
  }

  private static int[] tryingAll(double[] points, double[] weights, RankingPolicy.Stability rule) {
    int[] times = new int[points.length / weights.length];
    SplittableRandom random = new SplittableRandom(rule.seed());
    double sum = Arrays.stream(weights).sum();
    for (int variation = 0; variation < rule.variations(); variation++) {
      double[] varied = Arrays.stream(weights)
          .map(weight -> weight / sum * (1 + rule.spread() * (2 * random.nextDouble() - 1))).toArray();
      double[] scores = new double[times.length];
      for (int site = 0; site < times.length; site++) {
        for (int c = 0; c < varied.length; c++) {
          scores[site] += points[site * varied.length + c] * varied[c];
        }
      }
      IntStream.range(0, times.length).boxed()
          .sorted(Comparator.comparingDouble((Integer site) -> -scores[site]).thenComparing(site -> site))
          .limit(rule.top()).forEach(site -> times[site]++);
    }
    return times;
  }

  @Test
  void theSameSeedGivesTheSameStability() {
    List<Site> sites = Sites.random(200, 9);
    assertThat(Ranking.of(sites, POLICY).page(0, 20)).isEqualTo(Ranking.of(sites, POLICY).page(0, 20));
  }

  /** Also where nothing can be set aside, every variation has its ten. */
  @ParameterizedTest
  @ValueSource(ints = {1_000_000, 20, 1})
  void everyVariationHasItsFirstTenAmongAHundredThousand(int differentSites) {
    int criteria = POLICY.criteria().size();
    double[] few = new Random(1).doubles((long) Math.min(differentSites, 100_000) * criteria, 0, 10).toArray();
    double[] points = new double[100_000 * criteria];
    Arrays.setAll(points, i -> few[i % few.length]);
    double[] scores = Stability.scores(points, POLICY.weights());
    int[] times = new Stability(points, scores, POLICY.weights(), POLICY.stability()).timesOnTop();
    assertThat(Arrays.stream(times).sum()).isEqualTo(10_000);
  }
}
