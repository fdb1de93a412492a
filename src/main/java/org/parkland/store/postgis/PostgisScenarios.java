package org.parkland.store.postgis;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.parkland.land.SavedScenario;
import org.parkland.store.ScenarioShelf;
import org.parkland.store.sql.ScenarioTable;

/** Scenarios on the server. */
record PostgisScenarios(Connections connections) implements ScenarioShelf {
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
    try (Connection connection = connections.writer()) {
      return ScenarioTable.add(connection, draft);
    } catch (SQLException e) {
      throw connections.failure("save the scenario", e);
    }
  }

  @Override
  public Optional<SavedScenario> append(SavedScenario next) {
    try (Connection connection = connections.writer()) {
      return ScenarioTable.append(connection, next) ? Optional.of(next) : Optional.empty();
    } catch (SQLException e) {
      throw connections.failure("save the scenario", e);
    }
  }
}
