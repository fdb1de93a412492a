package org.parkland.idle;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Geometry;
import org.parkland.land.Feature;
import org.parkland.land.MatchingPolicy;

/**
 * The one parcel, not itself on offer, that would join the most land if it could be had.
 *
 * @param parcel parcel number
 * @param joinedM2 planar area of the parcel and of all groups it touches
 * @param gainM2 by how much that exceeds the largest of these groups alone
 * @param groups how many groups it would join, at least two
 */
public record Keystone(String parcel, double joinedM2, double gainM2, int groups) {
  /**
   * @param sites what is on offer
   * @param others parcels around them, in the same system
   * @return empty if no parcel joins two groups
   */
  public static Optional<Keystone> among(List<Feature> others, List<Site> sites, MatchingPolicy.Assembly rule,
      List<Geometry> roads) {
    List<Geometry> all = Stream.concat(sites.stream().map(Site::geometry), others.stream().map(Feature::geometry))
        .toList();
    Adjacency adjacency =
        Adjacency.of(all, rule.toleranceM(), rule.contactM(), rule.roadsAreBarriers() ? roads : List.of());
    Groups groups = Groups.of(sites, adjacency);
    return IntStream.range(0, others.size())
        .mapToObj(i -> groups.joinedBy(others.get(i), adjacency.of(sites.size() + i)))
        .filter(each -> each.groups() > 1)
        .max(Comparator.comparingDouble(Keystone::gainM2).thenComparing(Keystone::parcel, Comparator.reverseOrder()));
  }

  /** The groups of sites, found without the other parcels. */
  private record Groups(int[] groupOf, double[] areaM2) {
    static Groups of(List<Site> sites, Adjacency adjacency) {
      List<int[]> clusters = adjacency.firstOnly(sites.size()).clusters();
      int[] groupOf = new int[sites.size()];
      double[] area = new double[clusters.size()];
      for (int group = 0; group < clusters.size(); group++) {
        for (int site : clusters.get(group)) {
          groupOf[site] = group;
          area[group] += sites.get(site).shape().areaM2();
        }
      }
      return new Groups(groupOf, area);
    }

    Keystone joinedBy(Feature parcel, int[] neighbours) {
      TreeSet<Integer> touched = new TreeSet<>();
      IntStream.of(neighbours).filter(each -> each < groupOf.length).forEach(each -> touched.add(groupOf[each]));
      double own = parcel.geometry().getArea();
      double sum = touched.stream().mapToDouble(group -> areaM2[group]).sum();
      double largest = touched.stream().mapToDouble(group -> areaM2[group]).max().orElse(0);
      return new Keystone(parcel.id(), own + sum, own + sum - largest, touched.size());
    }
  }
}
