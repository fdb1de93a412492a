package org.parkland.store;

import org.parkland.land.Feature;
import org.parkland.land.Snapshot;

/** Writes one snapshot. Closing without a commit leaves the store as it was. */
public interface SnapshotWriter extends AutoCloseable {
  void add(Feature feature);

  /**
   * Makes the snapshot visible, whole.
   *
   * @param report what the import found, as JSON
   */
  Snapshot commit(String report);

  @Override
  void close();
}
