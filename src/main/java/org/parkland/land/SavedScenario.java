package org.parkland.land;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A version of a planner's scenario as it is kept. Saving adds a version; none is ever changed.
 *
 * @param id of the scenario; 0 before the store has given one
 * @param version from 1
 * @param author who began it
 * @param note may be empty, never null
 * @param asOf day of the land it is laid on
 * @param base snapshots it is laid on, as JSON: layer → snapshot
 * @param changes the list of changes with its pointer, as JSON
 * @param savedBy who saved this version
 * @param withdrawn why it is no longer offered; null while it is
 */
public record SavedScenario(
    long id,
    long version,
    String name,
    String author,
    String note,
    LocalDate asOf,
    String base,
    String changes,
    Instant createdAt,
    String savedBy,
    Instant savedAt,
    String withdrawn) {
  public SavedScenario withId(long given) {
    return new SavedScenario(given, version, name, author, note, asOf, base, changes, createdAt, savedBy, savedAt,
        withdrawn);
  }
}
