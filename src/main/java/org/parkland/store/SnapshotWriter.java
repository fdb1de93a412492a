package org.parkland.store;

import java.util.List;
import org.parkland.land.Feature;
import org.parkland.land.FindingChunk;
import org.parkland.land.Snapshot;

/** Writes one snapshot. Closing without a commit leaves the store as it was. */
public interface SnapshotWriter extends AutoCloseable {
  void add(Feature feature);

  /**
   * Makes the snapshot visible, whole.
   *
   * @param report what the import found, as JSON
   * @param findings all it found about rows and layer; they appear with the snapshot
   */
  Snapshot commit(String report, List<FindingChunk> findings);

  /** As {@link #commit(String, List)}, where nothing was found. */
  default Snapshot commit(String report) {
    return commit(report, List.of());
  }

  @Override
  void close();
}
