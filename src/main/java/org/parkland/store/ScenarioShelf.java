package org.parkland.store;

import java.util.List;
import java.util.Optional;
import org.parkland.land.SavedScenario;

/** Saved scenarios, version by version. Versions are only ever added, so nothing a planner saved is lost. */
public interface ScenarioShelf {
  /** The newest version of every scenario, withdrawn ones included, by id. */
  List<SavedScenario> newest();

  /** Every version of a scenario, the newest first; empty if there is none. */
  List<SavedScenario> versions(long id);

  /** Adds a scenario's first version, and gives it an id. */
  SavedScenario add(SavedScenario draft);

  /**
   * Adds the next version.
   *
   * @param next with the id of its scenario and the version to come: one more than the version it was made from
   * @return empty if somebody else added that version meanwhile
   */
  Optional<SavedScenario> append(SavedScenario next);

  default Optional<SavedScenario> find(long id) {
    return versions(id).stream().findFirst();
  }
}
