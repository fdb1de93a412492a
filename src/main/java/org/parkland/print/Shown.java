package org.parkland.print;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a map shows inside its frame: this is what its legend explains. */
final class Shown {
  private final Map<String, Integer> parcels = new TreeMap<>();
  private final Set<String> lines = new TreeSet<>();
  private boolean idle;
  private int unclassified;
  private boolean raster;

  void parcel(String code) {
    if (code == null) {
      unclassified++;
    } else {
      parcels.merge(code, 1, Integer::sum);
    }
  }

  void line(String key) {
    lines.add(key);
  }

  void idle() {
    idle = true;
  }

  void asRaster() {
    raster = true;
  }

  /** Codes of the parcels, with how many have each. */
  Map<String, Integer> codes() {
    return parcels;
  }

  /** Parcels without a code. */
  int unclassified() {
    return unclassified;
  }

  /** Keys of lines and boundaries, as {@code units:zone}. */
  Set<String> lines() {
    return lines;
  }

  boolean hasIdle() {
    return idle;
  }

  /** Whether the land was painted as a picture, because it has too many parcels for shapes. */
  boolean isRaster() {
    return raster;
  }
}
