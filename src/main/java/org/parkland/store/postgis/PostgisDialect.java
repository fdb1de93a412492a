package org.parkland.store.postgis;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.io.WKBReader;
import org.parkland.BadInput;
import org.parkland.store.sql.Dialect;

/** PostgreSQL with PostGIS geometries and a GiST index a table; columns are typed. */
final class PostgisDialect implements Dialect {
  private final Connections connections;
  private final Parts parts;

  /** @param parts of the tables that are queried */
  PostgisDialect(Connections connections, Parts parts) {
    this.connections = connections;
    this.parts = parts;
  }

  @Override
  public String geometryBytes() {
    return "st_asbinary(geom)";
  }

  @Override
  public Decoder decoder() {
    return new WKBReader()::read;
  }

  @Override
  public Clause window(String table, int epsg, Envelope box) {
    Clause met = parts.meeting(table, box);
    List<Object> values = new ArrayList<>(List.of(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY(), epsg));
    values.addAll(met.values());
    return new Clause("geom && st_makeenvelope(?, ?, ?, ?, ?)" + met.sql(), values);
  }

  @Override
  public Clause id(String table, String id) {
    Clause holding = parts.holding(table, id);
    List<Object> values = new ArrayList<>(List.of(id));
    values.addAll(holding.values());
    return new Clause("id = ?" + holding.sql(), values);
  }

  /**
   * The planner reckons with all rows at once and would sort ten million before the first one comes; merged by their
   * indexes the parts yield it at once.
   */
  @Override
  public void streamWhole(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("set local enable_sort = off");
    }
  }

  /** Collation "C", so that the answer does not depend on the server's language. */
  @Override
  public String contains(String column) {
    return "strpos(lower(" + column + " collate \"C\"), ?) > 0";
  }

  @Override
  public String byCodePoint(String expression) {
    return expression + " collate \"C\"";
  }

  @Override
  public String dayParameter() {
    return "cast(? as date)";
  }

  @Override
  public String instantText(String column) {
    return "to_char(" + column + " at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')";
  }

  @Override
  public String parameter(String column) {
    return switch (column) {
      case "as_of" -> "cast(? as date)";
      case "imported_at" -> "cast(? as timestamptz)";
      case "mapping", "report" -> "cast(? as json)";
      default -> "?";
    };
  }

  @Override
  public String countOfTables() {
    return "select count(*) from pg_tables where schemaname = '" + PostgisStore.SCHEMA
        + "' and lower(tablename) = lower(?)";
  }

  @Override
  public BadInput failure(String what, SQLException e) {
    return connections.failure(what, e);
  }

  @Override
  public void release(Connection connection) {
    connections.release(connection);
  }
}
