package org.parkland.store.postgis;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.parkland.BadInput;

/** Makes sure that the server is new enough and has PostGIS. */
final class PostgisVersion {
  private static final int OLDEST_SERVER = 13;
  private static final int OLDEST_POSTGIS = 3;
  private static final String EXTENSION = "select extversion, quote_ident(nspname) from pg_extension"
      + " join pg_namespace on pg_namespace.oid = extnamespace where extname = 'postgis'";

  private PostgisVersion() {}

  /**
   * @return the schema in which PostGIS is installed, quoted where it has to be
   * @throws BadInput if something is missing or too old
   */
  static String require(String location, Connection connection) throws SQLException {
    int server = connection.getMetaData().getDatabaseMajorVersion();
    if (server < OLDEST_SERVER) {
      throw new BadInput(location, "is PostgreSQL " + server, "use version " + OLDEST_SERVER + " or later");
    }
    try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(EXTENSION)) {
      if (!row.next()) {
        throw new BadInput(location, "has no PostGIS", "run CREATE EXTENSION postgis in it as a superuser");
      }
      requireRecent(location, row.getString(1));
      return row.getString(2);
    }
  }

  private static void requireRecent(String location, String version) {
    if (Integer.parseInt(version.split("\\.")[0]) < OLDEST_POSTGIS) {
      throw new BadInput(location, "has PostGIS " + version,
          "use version " + OLDEST_POSTGIS + " or later (ALTER EXTENSION postgis UPDATE)");
    }
  }
}
