package org.parkland.idle;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.distance.DistanceOp;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.parkland.land.MatchingPolicy;

/**
 * Which sites adjoin each other: their edges meet, or the gap between them is within a tolerance, and they face each
 * other over some length, so that a touching corner does not count.
 *
 * <p>Where barriers are given (roads, by choice), sites do not adjoin if the shortest way between them crosses one.
 * Neighbours are numbers of sites in the given list, ascending.
 */
public final class Adjacency {
  /** Reach in metres that still finds a shared edge where no gap is allowed; coordinates are kept to millimetres. */
  private static final double SHARED_EDGE_M = 0.01;
  /** Segments a quarter circle: coarse, because only the length of the contact is measured. */
  private static final int COARSE = 2;

  private final int[][] neighbours;

  private Adjacency(int[][] neighbours) {
    this.neighbours = neighbours;
  }

  /** The sites and the rule, while neighbours are sought. */
  private record Search(List<Geometry> areas, STRtree index, double toleranceM, double contactM, STRtree roads) {
    double reachM() {
      return Math.max(toleranceM, SHARED_EDGE_M);
    }
  }

  /**
   * @param areas in one projected system with metres
   * @param toleranceM widest gap, from 0
   * @param contactM least length over which neighbours face each other, from 0
   * @param barriers lines or areas that keep land apart; empty for none
   */
  public static Adjacency of(List<Geometry> areas, double toleranceM, double contactM, List<Geometry> barriers) {
    STRtree index = new STRtree();
    IntStream.range(0, areas.size()).forEach(i -> index.insert(areas.get(i).getEnvelopeInternal(), i));
    STRtree roads = new STRtree();
    barriers.forEach(each -> roads.insert(each.getEnvelopeInternal(), each));
    index.build();
    roads.build();
    Search search = new Search(areas, index, toleranceM, contactM, roads);
    int[][] later = IntStream.range(0, areas.size()).parallel()
        .mapToObj(site -> laterNeighbours(site, search)).toArray(int[][]::new);
    return new Adjacency(bothWays(later));
  }

  /** Each pair is looked at once, from its first site. */
  private static int[] laterNeighbours(int site, Search search) {
    Geometry area = search.areas.get(site);
    Envelope window = new Envelope(area.getEnvelopeInternal());
    window.expandBy(search.reachM());
    List<Integer> found = new ArrayList<>();
    Geometry reach = null;
    for (Object each : search.index.query(window)) {
      int other = (Integer) each;
      if (other > site && area.isWithinDistance(search.areas.get(other), search.toleranceM)) {
        reach = reach == null ? area.buffer(search.reachM(), COARSE) : reach;
        if (faces(reach, search.areas.get(other), search) && !isBarred(area, search.areas.get(other), search.roads)) {
          found.add(other);
        }
      }
    }
    return found.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The reach goes round corners: a touching corner alone gives up to twice the reach. */
  private static boolean faces(Geometry reach, Geometry other, Search search) {
    return search.contactM == 0 || OverlayNGRobust.overlay(other.getBoundary(), reach, OverlayNG.INTERSECTION)
        .getLength() >= search.contactM + 2 * search.reachM();
  }

  private static int[][] bothWays(int[][] later) {
    List<List<Integer>> all = new ArrayList<>();
    IntStream.range(0, later.length).forEach(i -> all.add(new ArrayList<>()));
    for (int site = 0; site < later.length; site++) {
      for (int other : later[site]) {
        all.get(site).add(other);
        all.get(other).add(site);
      }
    }
    return all.stream().map(each -> each.stream().mapToInt(Integer::intValue).sorted().toArray())
        .toArray(int[][]::new);
  }

  /** Sites with a shared edge have no road between them, though one may touch the end of the edge. */
  private static boolean isBarred(Geometry a, Geometry b, STRtree roads) {
    if (roads.isEmpty() || a.isWithinDistance(b, SHARED_EDGE_M)) {
      return false;
    }
    Coordinate[] nearest = DistanceOp.nearestPoints(a, b);
    LineString way = a.getFactory().createLineString(nearest);
    return roads.query(way.getEnvelopeInternal()).stream().anyMatch(road -> crosses(way, (Geometry) road));
  }

  private static boolean crosses(LineString way, Geometry road) {
    return way.intersects(road)
        && (road.getDimension() < 2 || way.intersection(road).getLength() > SHARED_EDGE_M);
  }

  /** Of sites, by a policy; roads may be empty where none were delivered. */
  public static Adjacency of(List<Site> sites, MatchingPolicy.Assembly rule, List<Geometry> roads) {
    return of(sites.stream().map(Site::geometry).toList(), rule.toleranceM(), rule.contactM(),
        rule.roadsAreBarriers() ? roads : List.of());
  }

  public int size() {
    return neighbours.length;
  }

  public int[] of(int site) {
    return neighbours[site];
  }

  /** The same among the first {@code count} sites alone. */
  Adjacency firstOnly(int count) {
    return new Adjacency(java.util.Arrays.stream(neighbours, 0, count)
        .map(each -> IntStream.of(each).filter(other -> other < count).toArray()).toArray(int[][]::new));
  }

  /** Groups of sites that hang together, each ascending, in the order of their first site. */
  public List<int[]> clusters() {
    List<int[]> clusters = new ArrayList<>();
    boolean[] seen = new boolean[size()];
    for (int first = 0; first < size(); first++) {
      if (!seen[first]) {
        clusters.add(reach(first, seen));
      }
    }
    return clusters;
  }

  private int[] reach(int first, boolean[] seen) {
    List<Integer> reached = new ArrayList<>(List.of(first));
    seen[first] = true;
    for (int i = 0; i < reached.size(); i++) {
      for (int next : neighbours[reached.get(i)]) {
        if (!seen[next]) {
          seen[next] = true;
          reached.add(next);
        }
      }
    }
    return reached.stream().mapToInt(Integer::intValue).sorted().toArray();
  }

  /** The sites with the number of their neighbours filled in. */
  public static List<Site> counted(List<Site> sites, Adjacency adjacency) {
    return IntStream.range(0, sites.size())
        .mapToObj(i -> sites.get(i).withNeighbours(adjacency.of(i).length)).toList();
  }
}
