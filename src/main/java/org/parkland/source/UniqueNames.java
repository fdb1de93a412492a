package org.parkland.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Column names made unique, so that no value is lost behind another of the same name. */
final class UniqueNames {
  private UniqueNames() {}

  /** The second MJ becomes MJ_2; a column without a name is called by its place. */
  static List<String> of(List<String> names) {
    Set<String> taken = new HashSet<>();
    List<String> unique = new ArrayList<>();
    for (String each : names) {
      String name = each.isEmpty() ? "column" + (unique.size() + 1) : each;
      String free = name;
      for (int n = 2; !taken.add(free); n++) {
        free = name + "_" + n;
      }
      unique.add(free);
    }
    return unique;
  }
}
