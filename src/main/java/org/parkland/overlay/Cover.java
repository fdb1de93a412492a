package org.parkland.overlay;

import java.util.Arrays;

/**
 * A set of regions that hold one and the same place. Shared by all cells and parcels it applies to.
 *
 * @param regions ascending
 * @param units those of them that are units
 * @param kinds kinds of which no unit holds the place
 */
record Cover(int[] regions, int[] units, int[] kinds) {
  static Cover of(int[] regions, int unitCount) {
    int split = 0;
    while (split < regions.length && regions[split] < unitCount) {
      split++;
    }
    int[] kinds = Arrays.stream(regions, split, regions.length).map(each -> each - unitCount).toArray();
    return new Cover(regions, Arrays.copyOf(regions, split), kinds);
  }

  boolean contains(int region) {
    return Arrays.binarySearch(regions, region) >= 0;
  }
}
