package org.parkland.store;

import java.util.List;
import org.parkland.land.FindingChunk;
import org.parkland.land.Snapshot;

/** What was found about snapshots, in chunks of one code. */
public interface FindingShelf {
  /** All chunks of a snapshot without their content; none for snapshots of older programs. */
  List<FindingChunk> list(Snapshot snapshot);

  /** Whether findings of a code are shown to whoever asks. */
  default boolean shows(String code) {
    return true;
  }

  /** A listed chunk with its content. */
  FindingChunk read(Snapshot snapshot, FindingChunk listed);

  /**
   * Keeps what a later step found, instead of what it found before.
   *
   * @param chunks all of this step
   * @throws org.parkland.BadInput if the database cannot be written
   */
  void replace(Snapshot snapshot, String step, List<FindingChunk> chunks);
}
