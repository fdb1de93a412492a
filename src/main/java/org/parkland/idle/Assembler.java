package org.parkland.idle;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.parkland.land.MatchingPolicy;

/**
 * Puts neighbouring sites together until they reach a wanted area.
 *
 * <p>Better is: fewer holders, then fewer sites, then the larger share of the hull filled, then the earlier sites.
 * In a group of up to {@code exactUpTo} sites every connected part is tried, so the best is found. In a larger
 * group an assembly grows from each site by the neighbour nearest to it, which is good but may not be the best.
 */
public final class Assembler {
  private static final Comparator<Assembly> BETTER_FIRST = Comparator.comparingInt(Assembly::holders)
      .thenComparing(assembly -> assembly.sites().size())
      .thenComparing(Comparator.comparingDouble(Assembly::fill).reversed())
      .thenComparing(assembly -> String.join(" ", assembly.parcels()));

  private final List<Site> sites;
  private final Adjacency adjacency;
  private final MatchingPolicy.Assembly rule;
  private final Coordinate[] centres;
  private final List<Group> groups;

  /** A connected group; {@code parts} is null if it is too large to try them all. */
  private record Group(int[] members, double areaM2, ConnectedParts parts) {}

  public Assembler(List<Site> sites, Adjacency adjacency, MatchingPolicy.Assembly rule) {
    this.sites = List.copyOf(sites);
    this.adjacency = adjacency;
    this.rule = rule;
    this.centres = sites.stream().map(site -> site.geometry().getEnvelopeInternal().centre())
        .toArray(Coordinate[]::new);
    this.groups = adjacency.clusters().stream().filter(members -> members.length > 1).map(this::group).toList();
  }

  private Group group(int[] members) {
    double area = IntStream.of(members).mapToDouble(site -> sites.get(site).areaM2()).sum();
    boolean small = members.length <= rule.exactUpTo();
    return new Group(members, area, small ? ConnectedParts.of(members, adjacency, sites) : null);
  }

  /** All groups of neighbours as wholes, the largest first. */
  public List<Assembly> clusters() {
    return groups.stream().map(group -> assembly(group.members()))
        .sorted(Comparator.comparingDouble(Assembly::areaM2).reversed()).toList();
  }

  /**
   * Assemblies of at least two sites with an area from {@code leastM2} to {@code mostM2}, the best of each
   * group, group by group.
   */
  public List<Assembly> assemble(double leastM2, double mostM2) {
    return groups.stream().filter(group -> group.areaM2() >= leastM2)
        .flatMap(group -> bestOf(group, leastM2, mostM2).stream()).toList();
  }

  private List<Assembly> bestOf(Group group, double leastM2, double mostM2) {
    List<int[]> parts = group.parts() == null ? grown(group.members(), leastM2, mostM2)
        : group.parts().leading(leastM2, mostM2, rule.perCluster());
    return parts.stream().map(this::assembly)
        .filter(each -> each.areaM2() >= leastM2 && each.areaM2() <= mostM2)
        .sorted(BETTER_FIRST).limit(rule.perCluster()).toList();
  }

  private Assembly assembly(int[] members) {
    return Assembly.of(IntStream.of(members).mapToObj(sites::get).toList());
  }

  private List<int[]> grown(int[] members, double leastM2, double mostM2) {
    List<int[]> parts = new ArrayList<>();
    Set<BitSet> seen = new HashSet<>();
    for (int seed : members) {
      BitSet part = grow(seed, leastM2, mostM2);
      if (part.cardinality() > 1 && seen.add(part)) {
        parts.add(part.stream().toArray());
      }
    }
    return parts;
  }

  private BitSet grow(int seed, double leastM2, double mostM2) {
    BitSet part = new BitSet();
    BitSet offered = new BitSet();
    offered.set(seed);
    PriorityQueue<Integer> front = new PriorityQueue<>(Comparator
        .comparingDouble((Integer site) -> centres[site].distance(centres[seed])).thenComparing(site -> site));
    front.add(seed);
    double area = 0;
    while (!front.isEmpty() && area < leastM2) {
      int site = front.poll();
      if (area + sites.get(site).areaM2() <= mostM2) {
        part.set(site);
        area += sites.get(site).areaM2();
        IntStream.of(adjacency.of(site)).filter(next -> !offered.get(next)).forEach(next -> {
          offered.set(next);
          front.add(next);
        });
      }
    }
    return part;
  }
}
