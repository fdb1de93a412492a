package org.parkland.idle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.union.UnaryUnionOp;
import org.parkland.land.Feature;
import org.parkland.land.MatchingPolicy;

class AssemblyTest {
  private static final MatchingPolicy.Assembly RULE = new MatchingPolicy.Assembly(6, 5, true, 12, 1);

  private static Site site(String id, double x, double y, double width, double height, String holder) {
    return Sites.good(id).box(x, y, width, height).facts("land_use=100101 holder=" + holder).build();
  }

  private static Geometry road(double x1, double y1, double x2, double y2) {
    return new GeometryFactory().createLineString(new Coordinate[] {new Coordinate(x1, y1), new Coordinate(x2, y2)});
  }

  private static Assembler assembler(List<Site> sites, MatchingPolicy.Assembly rule) {
    return new Assembler(sites, Adjacency.of(sites, rule, List.of()), rule);
  }

  private static int[] neighboursOfFirst(Site first, Site second, Geometry road) {
    return Adjacency.of(List.of(first, second), RULE, road == null ? List.of() : List.of(road)).of(0);
  }

  @Test
  void sharedEdgesAndSmallGapsMakeNeighbours() {
    Site a = site("A", 0, 0, 100, 100, "甲");
    assertThat(neighboursOfFirst(a, site("EDGE", 100, 0, 100, 100, "乙"), null)).containsExactly(1);
    assertThat(neighboursOfFirst(a, site("GAP", 106, 0, 100, 100, "乙"), null)).containsExactly(1);
    assertThat(neighboursOfFirst(a, site("FAR", 106.1, 0, 100, 100, "乙"), null)).isEmpty();
    assertThat(neighboursOfFirst(a, site("CORNER", 100, 100, 100, 100, "乙"), null)).isEmpty();
    assertThat(neighboursOfFirst(a, site("BEHIND-ROAD", 105, 0, 100, 100, "乙"), road(102, -50, 102, 500))).isEmpty();
  }

  @Test
  void aRoadThatOnlyTouchesTheEndOfASharedEdgeIsNoBarrier() {
    Site a = site("A", 0, 0, 100, 100, "甲");
    Site b = site("B", 100, 0, 100, 100, "乙");
    assertThat(neighboursOfFirst(a, b, Parcels.box(-50, 100, 400, 20))).containsExactly(1);
    assertThat(neighboursOfFirst(a, site("C", 104, 0, 100, 100, "乙"), Parcels.box(100, -50, 4, 400))).isEmpty();
  }

  @Test
  void fewerHoldersGoFirstThenFewerSitesThenTheFullerHull() {
    List<Site> sites = List.of(site("A", 0, 0, 100, 100, "甲"), site("B", 100, 0, 100, 100, "乙"),
        site("C", 0, 100, 100, 50, "甲"), site("D", 0, 150, 100, 50, "甲"));
    Assembly best = assembler(sites, RULE).assemble(19_000, 21_000).get(0);
    assertThat(best.parcels()).containsExactly("A", "C", "D");
    assertThat(best.holders()).isEqualTo(1);
    assertThat(best.fill()).isCloseTo(1, within(1e-9));
    assertThat(assembler(sites, RULE).assemble(1_000_000, 2_000_000)).isEmpty();
    assertThat(assembler(sites, RULE).clusters().get(0).areaM2()).isEqualTo(30_000);
  }

  @Test
  void aLargeGroupGrowsToTheWantedArea() {
    List<Site> sites = new ArrayList<>();
    IntStream.range(0, 400).forEach(i -> sites.add(site("P" + i, i % 20 * 100, i / 20 * 100, 100, 100, "H" + i)));
    List<Assembly> found = assembler(sites, RULE).assemble(55_000, 75_000);
    assertThat(found).hasSize(1);
    assertThat(found.get(0).areaM2()).isBetween(55_000.0, 75_000.0);
    assertThat(found.get(0).fill()).isGreaterThan(0.6);
  }

  /** Every subset of a small case, connected if its sites grown by half the tolerance make one polygon. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theBestAssemblyEqualsTryingEverySubset(long seed) {
    Random random = new Random(seed);
    List<Site> sites = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      double gap = random.nextBoolean() ? 0 : random.nextBoolean() ? 4 : 9;
      sites.add(site("P" + i, i % 3 * 100, i / 3 * 80, 100 - gap, 80 - gap, "H" + random.nextInt(3)));
    }
    MatchingPolicy.Assembly oneOnly = new MatchingPolicy.Assembly(6, 5, false, 12, 50);
    List<Assembly> found = assembler(sites, oneOnly).assemble(20_000, 30_000);
    Set<Set<String>> rank = ranked(tryingEverySubset(sites, 20_000, 30_000));
    assertThat(found.isEmpty()).as("seed %d", seed).isEqualTo(rank.isEmpty());
    if (!rank.isEmpty()) {
      Assembly best = found.stream().min(Comparator.comparingInt(Assembly::holders)
          .thenComparing(each -> each.sites().size()).thenComparing(each -> -each.fill())).orElseThrow();
      assertThat(rank).as("seed %d", seed).contains(new TreeSet<>(best.parcels()));
    }
  }

  /** The subsets that nothing beats: equal in holders, number and (to rounding) fill. */
  private static Set<Set<String>> ranked(List<Assembly> all) {
    Set<Set<String>> best = new HashSet<>();
    for (Assembly each : all) {
      boolean beaten = all.stream().anyMatch(other -> other.holders() < each.holders()
          || other.holders() == each.holders() && other.sites().size() < each.sites().size()
          || other.holders() == each.holders() && other.sites().size() == each.sites().size()
              && other.fill() > each.fill() + 1e-9);
      if (!beaten) {
        best.add(new TreeSet<>(each.parcels()));
      }
    }
    return best;
  }

  private static List<Assembly> tryingEverySubset(List<Site> sites, double least, double most) {
    List<Assembly> found = new ArrayList<>();
    for (int mask = 1; mask < 1 << sites.size(); mask++) {
      List<Site> chosen = new ArrayList<>();
      for (int i = 0; i < sites.size(); i++) {
        if ((mask >> i & 1) == 1) {
          chosen.add(sites.get(i));
        }
      }
      double area = chosen.stream().mapToDouble(Site::areaM2).sum();
      if (chosen.size() > 1 && area >= least && area <= most && isOnePiece(chosen)) {
        found.add(Assembly.of(chosen));
      }
    }
    return found;
  }

  /** Mitred corners pass at a diagonal, so what only meets there is worn away again. */
  private static boolean isOnePiece(List<Site> chosen) {
    Geometry grown = UnaryUnionOp.union(chosen.stream().map(each -> each.geometry().buffer(3.01)).toList());
    return grown.buffer(-4.5) instanceof Polygon;
  }

  @Test
  void theKeystoneJoinsTheMostLand() {
    List<Site> sites = List.of(site("A", 0, 0, 100, 100, "甲"), site("B", 200, 0, 100, 100, "乙"),
        site("C", 0, 300, 300, 100, "丙"));
    List<Feature> others = List.of(
        Parcels.of("id=LOW land_use=0701", Parcels.box(100, 0, 100, 100)),
        Parcels.of("id=TALL land_use=0701", Parcels.box(0, 100, 100, 200)),
        Parcels.of("id=DEAD-END land_use=0701", Parcels.box(300, 0, 900, 80)));
    Keystone found = Keystone.among(others, sites, RULE, List.of()).orElseThrow();
    assertThat(found).isEqualTo(new Keystone("TALL", 60_000, 30_000, 2));
  }
}
