package org.parkland.store.postgis;

import java.util.List;
import java.util.Optional;
import org.parkland.access.Actor;
import org.parkland.land.SavedScenario;
import org.parkland.store.ScenarioShelf;
import org.parkland.store.sql.ScenarioTable;

/** Scenarios on the server. */
record PostgisScenarios(Connections connections, Actor actor) implements ScenarioShelf {
  @Override
  public List<SavedScenario> newest() {
    return connections.reading("list the scenarios", ScenarioTable::newest);
  }

  @Override
  public List<SavedScenario> versions(long id) {
    return connections.reading("read the scenario", connection -> ScenarioTable.versions(connection, id));
  }

  @Override
  public SavedScenario add(SavedScenario draft) {
    return connections.changing("save the scenario",
        connection -> ScenarioTable.add(connection, actor, draft));
  }

  @Override
  public Optional<SavedScenario> append(SavedScenario next) {
    boolean added = connections.changing("save the scenario",
        connection -> ScenarioTable.append(connection, actor, next));
    return added ? Optional.of(next) : Optional.empty();
  }
}
