package org.parkland.store.postgis;

import java.sql.SQLException;
import java.util.List;
import org.parkland.BadInput;

/** What a failure of the server means for the user, by its SQLSTATE (PostgreSQL manual, appendix A). */
record ServerFailure(List<String> states, String problem, String remedy) {
  private static final List<ServerFailure> KNOWN = List.of(
      of("another import is under way", "wait until it has ended and try again", "55P03"),
      of("the server did not answer in time", "try again; see what else it does", "57014"),
      of("the user or the password is wrong", "check user= in the URL or PGUSER, and PGPASSWORD",
          "28P01", "28000", "08004"),
      of("there is no such database", "create it (createdb), then run CREATE EXTENSION postgis in it", "3D000"),
      of("the user has no rights to do that", "ask the database's owner to GRANT CREATE ON DATABASE, and USAGE and"
          + " SELECT on the schema " + PostgisStore.SCHEMA, "42501"),
      of("the server accepts no changes", "connect to the primary server", "25006"),
      of("the server's disk is full", "make room; what was stored before is intact", "53100"),
      of("the server has no connection left", "close other programs or raise max_connections", "53300"),
      of("the server is starting or stopping", "try again in a moment", "57P01", "57P02", "57P03"),
      of("a text holds a character that PostgreSQL cannot store", "remove zero bytes from the file", "22021", "22P05"),
      of("the server cannot be reached", "check host and port, and that the server runs", "08"));

  private static ServerFailure of(String problem, String remedy, String... states) {
    return new ServerFailure(List.of(states), problem, remedy);
  }

  static BadInput of(String location, String what, SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    return KNOWN.stream().filter(each -> each.states.stream().anyMatch(state::startsWith)).findFirst()
        .map(each -> new BadInput(location, each.problem, each.remedy, e))
        .orElseGet(() -> new BadInput(location, "the database cannot " + what,
            "look into the server's log" + (state.isEmpty() ? "" : " for SQLSTATE " + state), e));
  }
}
