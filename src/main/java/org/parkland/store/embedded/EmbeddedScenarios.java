package org.parkland.store.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.parkland.access.Actor;
import org.parkland.land.SavedScenario;
import org.parkland.store.ScenarioShelf;
import org.parkland.store.sql.ScenarioTable;

/** Scenarios in the file; their table is made with the first one, so that older files take some, too. */
record EmbeddedScenarios(Connections connections, Actor actor) implements ScenarioShelf {
  private static final List<String> TABLE = List.of(
      """
      create table if not exists scenario (
        id integer not null, version integer not null, name text not null, author text not null,
        note text not null, as_of text not null, base text not null, changes text not null,
        created_at text not null, saved_by text not null, saved_at text not null, withdrawn text,
        primary key (id, version))""",
      """
      create trigger if not exists scenario_keeps_rows before delete on scenario
        begin select raise(abort, 'a saved scenario is never removed'); end""",
      """
      create trigger if not exists scenario_keeps_values before update on scenario
        begin select raise(abort, 'a saved version of a scenario is never changed'); end""",
      "insert or ignore into gpkg_contents (table_name, data_type, identifier, description)"
          + " values ('scenario', 'attributes', 'scenario', 'Saved scenarios, version by version')");

  @Override
  public List<SavedScenario> newest() {
    return connections.reading("list the scenarios",
        connection -> exists(connection) ? ScenarioTable.newest(connection) : List.of());
  }

  @Override
  public List<SavedScenario> versions(long id) {
    return connections.reading("read the scenario",
        connection -> exists(connection) ? ScenarioTable.versions(connection, id) : List.of());
  }

  private static boolean exists(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      return statement.executeQuery("select count(*) from sqlite_master where name = 'scenario'").getInt(1) > 0;
    }
  }

  @Override
  public SavedScenario add(SavedScenario draft) {
    return writing(connection -> ScenarioTable.add(connection, actor, draft));
  }

  @Override
  public Optional<SavedScenario> append(SavedScenario next) {
    return writing(connection -> ScenarioTable.append(connection, actor, next)) ? Optional.of(next) : Optional.empty();
  }

  private <T> T writing(Connections.Work<T> work) {
    try {
      return connections.change(connection -> {
        try (Statement statement = connection.createStatement()) {
          for (String sql : TABLE) {
            statement.execute(sql);
          }
        }
        return work.run(connection);
      });
    } catch (SQLException e) {
      throw connections.failure("save the scenario", e);
    }
  }
}
