package org.parkland.store;

import java.util.List;
import org.parkland.audit.Head;

/**
 * What a database holds, counted at one moment: a backup is compared by it.
 *
 * @param snapshots every snapshot with the rows that are really there
 * @param audit end of the audit's chain
 */
public record Contents(List<Held> snapshots, long withdrawals, long corrections, long scenarios, Head audit) {
  /** @param rows counted, not as the list of snapshots has it */
  public record Held(long snapshot, String kind, String asOf, long rows) {}
}
