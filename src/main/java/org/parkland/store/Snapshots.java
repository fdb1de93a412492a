package org.parkland.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parkland.land.LayerKind;
import org.parkland.land.Snapshot;

/** Which snapshot speaks for a layer at a date; withdrawn ones never do. */
public final class Snapshots {
  static final Comparator<Snapshot> NEWEST_LAST =
      Comparator.comparing(Snapshot::asOf).thenComparing(Snapshot::id);

  private Snapshots() {}

  /**
   * The snapshot of a kind on a day: the newest that is not later.
   *
   * <p>Parcels before their first snapshot are unknown, so the answer is empty. Plans, units and lines rarely
   * carry a date of their own: before their first snapshot, the first one speaks.
   */
  public static Optional<Snapshot> at(List<Snapshot> all, LayerKind kind, LocalDate asOf) {
    List<Snapshot> ofKind = current(all).stream().filter(each -> each.kind() == kind).sorted(NEWEST_LAST).toList();
    Optional<Snapshot> notLater = ofKind.stream().filter(each -> !each.asOf().isAfter(asOf))
        .reduce((earlier, later) -> later);
    boolean mayReachBack = kind != LayerKind.PARCELS && !ofKind.isEmpty();
    return notLater.isPresent() || !mayReachBack ? notLater : Optional.of(ofKind.get(0));
  }

  /** Those that are not withdrawn. */
  public static List<Snapshot> current(List<Snapshot> all) {
    return all.stream().filter(each -> !each.isWithdrawn()).toList();
  }

  /** The same for kinds that hold several named layers: one snapshot a name. */
  public static List<Snapshot> allAt(List<Snapshot> all, LayerKind kind, LocalDate asOf) {
    Map<String, List<Snapshot>> byName = new LinkedHashMap<>();
    all.stream().filter(each -> each.kind() == kind)
        .forEach(each -> byName.computeIfAbsent(each.name(), name -> new ArrayList<>()).add(each));
    return byName.values().stream().flatMap(named -> at(named, kind, asOf).stream()).toList();
  }
}
