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

/**
 * Which sites adjoin each other: their edges meet, or the gap between them is within a tolerance.
 *
 * <p>Where barriers are given (roads, by choice), sites do not adjoin if the shortest way between them crosses one.
 * Neighbours are numbers of sites in the given list, ascending.
 */
public final class Adjacency {
  private final int[][] neighbours;

  private Adjacency(int[][] neighbours) {
    this.neighbours = neighbours;
  }

  /**
   * @param areas in one projected system with metres
   * @param toleranceM widest gap, from 0
   * @param barriers lines or areas that keep land apart; empty for none
   */
  public static Adjacency of(List<Geometry> areas, double toleranceM, List<Geometry> barriers) {
    STRtree index = new STRtree();
    IntStream.range(0, areas.size()).forEach(i -> index.insert(areas.get(i).getEnvelopeInternal(), i));
    STRtree roads = new STRtree();
    barriers.forEach(each -> roads.insert(each.getEnvelopeInternal(), each));
    index.build();
    roads.build();
    return new Adjacency(IntStream.range(0, areas.size()).parallel()
        .mapToObj(i -> around(i, areas, index, toleranceM, roads)).toArray(int[][]::new));
  }

  private static int[] around(int site, List<Geometry> areas, STRtree index, double toleranceM, STRtree roads) {
    Envelope window = new Envelope(areas.get(site).getEnvelopeInternal());
    window.expandBy(toleranceM);
    List<Integer> found = new ArrayList<>();
    for (Object each : index.query(window)) {
      int other = (Integer) each;
      if (other != site && adjoin(areas.get(Math.min(site, other)), areas.get(Math.max(site, other)), toleranceM, roads)) {
        found.add(other);
      }
    }
    return found.stream().mapToInt(Integer::intValue).sorted().toArray();
  }

  private static boolean adjoin(Geometry a, Geometry b, double toleranceM, STRtree roads) {
    return a.isWithinDistance(b, toleranceM) && (roads.isEmpty() || !isBarred(a, b, roads));
  }

  private static boolean isBarred(Geometry a, Geometry b, STRtree roads) {
    Coordinate[] nearest = DistanceOp.nearestPoints(a, b);
    LineString way = a.getFactory().createLineString(nearest);
    return roads.query(way.getEnvelopeInternal()).stream().anyMatch(road -> way.intersects((Geometry) road));
  }

  public int size() {
    return neighbours.length;
  }

  public int[] of(int site) {
    return neighbours[site];
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
  public static List<Site> counted(List<Site> sites, double toleranceM, List<Geometry> barriers) {
    Adjacency adjacency = of(sites.stream().map(Site::geometry).toList(), toleranceM, barriers);
    return IntStream.range(0, sites.size())
        .mapToObj(i -> sites.get(i).withNeighbours(adjacency.of(i).length)).toList();
  }
}
