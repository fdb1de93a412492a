package org.parkland.overlay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All covers that occur, each once, numbered; 0 is the empty one. Regions are added in ascending order. */
final class Covers {
  private final int unitCount;
  private final List<Cover> covers = new ArrayList<>();
  private final Map<Long, Integer> successors = new HashMap<>();
  private long lastKey = -1;
  private int lastSuccessor;

  Covers(int unitCount) {
    this.unitCount = unitCount;
    covers.add(Cover.of(new int[0], unitCount));
  }

  /** Number of the cover that has one region more. */
  int with(int cover, int region) {
    long key = (long) cover << 32 | region;
    if (key != lastKey) {
      lastSuccessor = successors.computeIfAbsent(key, unused -> append(cover, region));
      lastKey = key;
    }
    return lastSuccessor;
  }

  private int append(int cover, int region) {
    int[] before = covers.get(cover).regions();
    int[] regions = Arrays.copyOf(before, before.length + 1);
    regions[before.length] = region;
    covers.add(Cover.of(regions, unitCount));
    return covers.size() - 1;
  }

  Cover[] toArray() {
    return covers.toArray(Cover[]::new);
  }
}
