package org.parkland.ogc.items;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.locationtech.jts.geom.Envelope;
import org.parkland.geometry.Crs;
import org.parkland.land.Snapshot;
import org.parkland.ogc.crs.Boxes;
import org.parkland.ogc.crs.NamedCrs;
import org.parkland.store.Store;

/** Where snapshots lie, in degrees; kept once known. Safe to share between threads. */
final class Extents {
  /** A number may come again after a snapshot has been deleted, its time of import does not. */
  private record Key(long snapshot, java.time.Instant importedAt) {}

  private final Store store;
  private final Map<Key, Optional<Envelope>> known = new ConcurrentHashMap<>();

  Extents(Store store) {
    this.store = store;
  }

  /** With a little room around; null if it has no rows. */
  Envelope of(Snapshot snapshot) {
    return known.computeIfAbsent(new Key(snapshot.id(), snapshot.importedAt()), key -> read(snapshot)).orElse(null);
  }

  private Optional<Envelope> read(Snapshot snapshot) {
    Envelope box = store.extent(snapshot);
    return box == null ? Optional.empty()
        : Optional.ofNullable(Boxes.around(box, Crs.of(snapshot.crs()), NamedCrs.CRS84.crs()));
  }

  /** Around all of them; null if none has rows. */
  Envelope of(List<Snapshot> snapshots) {
    Envelope all = new Envelope();
    snapshots.stream().map(this::of).filter(each -> each != null).forEach(all::expandToInclude);
    return all.isNull() ? null : all;
  }

  /**
   * What a snapshot has to be searched in for windows in degrees.
   *
   * @return in the system of the snapshot; null if none of the windows meets it
   */
  Envelope search(Snapshot snapshot, List<Envelope> windows) {
    Envelope place = of(snapshot);
    Envelope search = new Envelope();
    for (Envelope window : windows) {
      Envelope part = place == null ? new Envelope() : window.intersection(place);
      Envelope moved = part.isNull() ? null : Boxes.around(part, NamedCrs.CRS84.crs(), Crs.of(snapshot.crs()));
      if (moved != null) {
        search.expandToInclude(moved);
      }
    }
    return search.isNull() ? null : search;
  }
}
