package org.parkland.print;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.parkland.land.Classification;

/** Which classes a legend names: those that the map draws alike stand under the class above them. */
final class LegendCodes {
  private LegendCodes() {}

  /** Codes of the third level that share a colour with all others seen of their second-level class become that class. */
  static List<String> merged(Collection<String> codes, ClassLook look) {
    Map<String, List<String>> families = new TreeMap<>();
    codes.forEach(each -> families.computeIfAbsent(Classification.atLevel(each, 2), key -> new ArrayList<>()).add(each));
    List<String> named = new ArrayList<>();
    families.forEach((family, members) -> {
      boolean alike = look.nearest(family) != null
          && members.stream().map(look::color).distinct().count() == 1
          && look.color(family).equals(look.color(members.get(0)));
      if (members.size() > 1 && alike) {
        named.add(family);
      } else {
        named.addAll(members);
      }
    });
    return named;
  }
}
