package org.parkland.ogc.items;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parkland.land.LayerKind;
import org.parkland.land.Snapshot;

/**
 * When each snapshot of a layer speaks: from its day until the day of the next of the same name. The first of plans,
 * units and lines also speaks for the days before it, as everywhere in Parkland.
 */
final class Validity {
  private static final Comparator<Snapshot> OLDEST_FIRST =
      Comparator.comparing(Snapshot::asOf).thenComparing(Snapshot::id);

  private Validity() {}

  /** The snapshots of one kind that speak at a time, in the order of their numbers. */
  static List<Snapshot> of(List<Snapshot> all, LayerKind kind, TimeRange time) {
    Map<String, List<Snapshot>> byName = new LinkedHashMap<>();
    all.stream().filter(each -> each.kind() == kind).sorted(OLDEST_FIRST)
        .forEach(each -> byName.computeIfAbsent(each.name(), name -> new ArrayList<>()).add(each));
    return byName.values().stream().flatMap(named -> speaking(named, kind, time).stream())
        .sorted(Comparator.comparing(Snapshot::id)).toList();
  }

  private static List<Snapshot> speaking(List<Snapshot> named, LayerKind kind, TimeRange time) {
    if (time.current()) {
      return named.subList(named.size() - 1, named.size());
    }
    List<Snapshot> speaking = new ArrayList<>();
    boolean first = kind != LayerKind.PARCELS;
    for (int i = 0; i < named.size(); i++) {
      LocalDate end = i + 1 < named.size() ? named.get(i + 1).asOf() : null;
      boolean replaced = named.get(i).asOf().equals(end);
      if (!replaced && time.meets(first ? null : named.get(i).asOf(), end)) {
        speaking.add(named.get(i));
      }
      first &= replaced;
    }
    return speaking;
  }
}
