package org.parkland.overlay;

import java.util.Arrays;

/**
 * What a parcel is cut by: first the units, in their order, then, for each kind, the land outside all units of
 * that kind. The remainder is thus computed like any piece, on its own, and not as a difference.
 */
final class Regions {
  private final int unitCount;
  private final int kindCount;
  /** Per region: its first segment; one more at the end. */
  private final int[] from;

  Regions(int unitCount, int kindCount, int[] from) {
    this.unitCount = unitCount;
    this.kindCount = kindCount;
    this.from = from;
  }

  int unitCount() {
    return unitCount;
  }

  int kindCount() {
    return kindCount;
  }

  int count() {
    return unitCount + kindCount;
  }

  int from(int region) {
    return from[region];
  }

  int to(int region) {
    return from[region + 1];
  }

  boolean isOutside(int region) {
    return region >= unitCount;
  }

  int kindOf(int outside) {
    return outside - unitCount;
  }

  /** The region that owns a segment. */
  int owner(int segment) {
    int at = Arrays.binarySearch(from, segment);
    if (at < 0) {
      return -at - 2;
    }
    while (from[at + 1] == segment) {
      at++;
    }
    return at;
  }
}
