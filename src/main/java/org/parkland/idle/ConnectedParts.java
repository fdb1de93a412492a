package org.parkland.idle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All connected parts of two and more sites of a small group, by holders and number of sites.
 *
 * <p>A part is kept as one number, its sites as bits below its holders and its count, so that a district's groups fit
 * in memory and come in the right order.
 */
final class ConnectedParts {
  private static final int BITS = 32;

  private final int[] members;
  private final long[] keys;
  private final double[] areasM2;

  private ConnectedParts(int[] members, long[] keys, double[] areasM2) {
    this.members = members;
    this.keys = keys;
    this.areasM2 = areasM2;
  }

  /** @param members at most 20 sites that hang together, ascending */
  static ConnectedParts of(int[] members, Adjacency adjacency, List<Site> sites) {
    int[] links = links(members, adjacency);
    int[] holders = holderNumbers(members, sites);
    long[] keys = new long[1 << members.length];
    int count = 0;
    for (int part = 3; part < 1 << members.length; part++) {
      if (Integer.bitCount(part) > 1 && isConnected(part, links)) {
        keys[count++] = (long) (holdersIn(part, holders) << 6 | Integer.bitCount(part)) << BITS | part;
      }
    }
    long[] sorted = Arrays.copyOf(keys, count);
    Arrays.sort(sorted);
    return new ConnectedParts(members, sorted, areas(sorted, members, sites));
  }

  /**
   * The parts with an area in the range that have the fewest holders and sites: whole ranks of equal ones, until there
   * are at least {@code enough}.
   */
  List<int[]> leading(double leastM2, double mostM2, int enough) {
    List<int[]> found = new ArrayList<>();
    long rank = -1;
    for (int i = 0; i < keys.length; i++) {
      if (areasM2[i] >= leastM2 && areasM2[i] <= mostM2) {
        if (found.size() >= enough && keys[i] >> BITS != rank) {
          break;
        }
        rank = keys[i] >> BITS;
        found.add(sitesOf((int) keys[i]));
      }
    }
    return found;
  }

  private int[] sitesOf(int part) {
    int[] chosen = new int[Integer.bitCount(part)];
    int at = 0;
    for (int rest = part; rest != 0; rest &= rest - 1) {
      chosen[at++] = members[Integer.numberOfTrailingZeros(rest)];
    }
    return chosen;
  }

  private static double[] areas(long[] keys, int[] members, List<Site> sites) {
    double[] areas = new double[keys.length];
    for (int i = 0; i < keys.length; i++) {
      for (int rest = (int) keys[i]; rest != 0; rest &= rest - 1) {
        areas[i] += sites.get(members[Integer.numberOfTrailingZeros(rest)]).areaM2();
      }
    }
    return areas;
  }

  /** For each member the set of its neighbours, as bits. */
  private static int[] links(int[] members, Adjacency adjacency) {
    int[] links = new int[members.length];
    for (int i = 0; i < members.length; i++) {
      for (int other : adjacency.of(members[i])) {
        links[i] |= 1 << Arrays.binarySearch(members, other);
      }
    }
    return links;
  }

  /** For each member the bit of its holder; a holder who is not delivered is one of his own. */
  private static int[] holderNumbers(int[] members, List<Site> sites) {
    Map<Object, Integer> numbers = new HashMap<>();
    return Arrays.stream(members).map(site -> {
      String holder = sites.get(site).supply().holder();
      return 1 << numbers.computeIfAbsent(holder == null ? (Object) site : holder, each -> numbers.size());
    }).toArray();
  }

  private static int holdersIn(int part, int[] holders) {
    int found = 0;
    for (int rest = part; rest != 0; rest &= rest - 1) {
      found |= holders[Integer.numberOfTrailingZeros(rest)];
    }
    return Integer.bitCount(found);
  }

  private static boolean isConnected(int part, int[] links) {
    int reached = Integer.lowestOneBit(part);
    int fresh = reached;
    while (fresh != 0) {
      int next = links[Integer.numberOfTrailingZeros(fresh)] & part & ~reached;
      fresh = fresh & (fresh - 1) | next;
      reached |= next;
    }
    return reached == part;
  }
}
