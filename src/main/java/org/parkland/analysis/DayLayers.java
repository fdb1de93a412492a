package org.parkland.analysis;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.parkland.BadInput;
import org.parkland.land.LayerKind;
import org.parkland.land.Snapshot;
import org.parkland.land.State;
import org.parkland.store.Snapshots;
import org.parkland.store.Store;

/**
 * The snapshots that speak for a day.
 *
 * @param asOf the day of the parcels, which is the day of the figures
 * @param all of every day; withdrawn ones are not among them
 */
public record DayLayers(LocalDate asOf, Snapshot parcels, List<Snapshot> all) {
  /**
   * @param day asked for; null for the newest parcels
   * @throws BadInput if no parcels describe that day
   */
  public static DayLayers at(Store store, LocalDate day) {
    List<Snapshot> all = Snapshots.current(store.snapshots());
    LocalDate wanted = day != null ? day : LocalDate.MAX;
    Snapshot parcels = Snapshots.at(all, LayerKind.PARCELS, wanted)
        .orElseThrow(() -> noParcels(store, all, day));
    return new DayLayers(parcels.asOf(), parcels, all);
  }

  private static BadInput noParcels(Store store, List<Snapshot> all, LocalDate day) {
    Optional<LocalDate> oldest = all.stream().filter(each -> each.kind() == LayerKind.PARCELS)
        .map(Snapshot::asOf).min(Comparator.naturalOrder());
    return oldest.isEmpty()
        ? new BadInput(store.location(), "holds no parcels",
            "import them with 'parkland import FILE --as parcels --date YYYY-MM-DD'")
        : new BadInput("as-of " + day, "no parcels describe that day; the oldest are of " + oldest.get(),
            "ask for that day or a later one");
  }

  public Optional<Snapshot> find(LayerKind kind) {
    return Snapshots.at(all, kind, asOf);
  }

  /** All layers of a kind that may hold several. */
  public List<Snapshot> findAll(LayerKind kind) {
    return Snapshots.allAt(all, kind, asOf);
  }

  /** The layer whose codes a state reads. */
  public Snapshot of(State state) {
    return find(state.layer()).orElseThrow(() -> new BadInput("state " + state.word(),
        "there is no " + state.layer().word() + " layer", "import one with --as " + state.layer().word()));
  }

  public Snapshot units() {
    return find(LayerKind.UNITS).orElseThrow(() -> new BadInput("units", "there is no units layer",
        "import one with --as units"));
  }

  /** The days there are parcels for, oldest first. */
  public List<LocalDate> dates() {
    return dates(all);
  }

  /** As above, of snapshots of which none need be of parcels. */
  public static List<LocalDate> dates(List<Snapshot> all) {
    return all.stream().filter(each -> each.kind() == LayerKind.PARCELS).map(Snapshot::asOf).distinct()
        .sorted().toList();
  }
}
