package org.parkland.tile;

/** Looks at each pair of edges of a small polygon on a grid: quicker than any index up to some dozens. */
final class EdgePairs {
  /** Above this many vertices looking at all pairs costs more than JTS's sweep. */
  private static final int MOST_VERTICES = 128;

  private EdgePairs() {}

  /**
   * Whether no two edges meet but neighbours in their common vertex.
   *
   * @param xy x0, y0, x1, y1 …; whole numbers below 2^30
   * @param start first vertex of ring {@code firstRing}
   * @param ringEnds vertex after the last of each ring
   * @param ringsEnd ring after the last one to be looked at
   */
  static boolean areApart(int[] xy, int start, int[] ringEnds, int firstRing, int ringsEnd) {
    if (ringEnds[ringsEnd - 1] - start > MOST_VERTICES) {
      return false;
    }
    int ringStart = start;
    for (int ring = firstRing; ring < ringsEnd; ring++) {
      for (int i = ringStart; i < ringEnds[ring]; i++) {
        int next = i + 1 < ringEnds[ring] ? i + 1 : ringStart;
        if (meetsEarlier(xy, start, ringEnds, firstRing, i, next)) {
          return false;
        }
      }
      ringStart = ringEnds[ring];
    }
    return true;
  }

  /** Whether the edge from i meets an edge that starts before i and is not its neighbour. */
  private static boolean meetsEarlier(int[] xy, int start, int[] ringEnds, int firstRing, int i, int next) {
    int ring = firstRing;
    int ringStart = start;
    for (int j = start; j < i; j++) {
      if (j == ringEnds[ring]) {
        ringStart = ringEnds[ring++];
      }
      int after = j + 1 < ringEnds[ring] ? j + 1 : ringStart;
      boolean neighbours = after == i || next == j;
      if (!neighbours && meet(xy, 2 * i, 2 * next, 2 * j, 2 * after)) {
        return true;
      }
    }
    return false;
  }

  private static boolean meet(int[] xy, int a, int b, int c, int d) {
    return overlap(xy[a], xy[b], xy[c], xy[d]) && overlap(xy[a + 1], xy[b + 1], xy[c + 1], xy[d + 1])
        && side(xy, a, b, c) * side(xy, a, b, d) <= 0 && side(xy, c, d, a) * side(xy, c, d, b) <= 0;
  }

  private static boolean overlap(int a, int b, int c, int d) {
    return Math.max(a, b) >= Math.min(c, d) && Math.max(c, d) >= Math.min(a, b);
  }

  private static int side(int[] xy, int a, int b, int p) {
    return Long.signum((long) (xy[b] - xy[a]) * (xy[p + 1] - xy[a + 1])
        - (long) (xy[b + 1] - xy[a + 1]) * (xy[p] - xy[a]));
  }
}
