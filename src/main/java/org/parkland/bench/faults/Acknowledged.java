package org.parkland.bench.faults;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What the program said it had done: none of it may be gone later. Safe to share between threads. */
final class Acknowledged {
  /** Kinds of writes. */
  enum Kind { CORRECTION, SCENARIO, IMPORT, WITHDRAWAL, EXPORT, TILE, FIGURES, BACKUP, CLI_CORRECTION, CLI_IMPORT }

  private final Map<Kind, Map<String, String>> all = new ConcurrentHashMap<>();

  /** @param name of the thing, unique in its kind @param state what it was */
  void add(Kind kind, String name, String state) {
    all.computeIfAbsent(kind, each -> new ConcurrentHashMap<>()).put(name, state);
  }

  Map<String, String> of(Kind kind) {
    return all.getOrDefault(kind, Map.of());
  }

  /** Those whose name does not stand in a list of what is there with the state it had. */
  List<String> missing(Kind kind, Map<String, String> there) {
    return of(kind).entrySet().stream().filter(each -> !each.getValue().equals(there.get(each.getKey())))
        .map(each -> kind + " " + each.getKey() + " was " + each.getValue() + ", is " + there.get(each.getKey())).toList();
  }

  /** How many of each kind. */
  Map<Kind, Integer> counts() {
    Map<Kind, Integer> counts = new TreeMap<>();
    all.forEach((kind, names) -> counts.put(kind, names.size()));
    return counts;
  }

  @Override
  public String toString() {
    Set<Map.Entry<Kind, Integer>> counts = counts().entrySet();
    return counts.stream().map(each -> each.getValue() + " " + each.getKey().name().toLowerCase(java.util.Locale.ROOT))
        .collect(Collectors.joining(", "));
  }
}
