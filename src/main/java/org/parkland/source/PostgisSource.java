package org.parkland.source;

import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.parkland.BadInput;

/**
 * A table or view of PostGIS, streamed through a server-side cursor from one state of the database. Rows come in the
 * order of the primary key, so that the same table reads the same twice; nothing is written.
 */
final class PostgisSource extends QuerySource {
  private static final int ROWS_AT_ONCE = 2_000;

  private final String place;
  private final SourceLayer layer;
  private final WKBReader wkb = new WKBReader();

  private PostgisSource(Origin.Table origin, Connection connection, Reading how) throws SQLException {
    super(connection);
    this.place = origin.label();
    PostgisTable table = PostgisTable.find(origin, connection);
    DeclaredCrs declared = table.crs(connection, how);
    this.layer = new SourceLayer("PostGIS", table.name(), table.columns(), declared.crs(), null,
        table.count(connection), declared.notices());
    Statement statement = connection.createStatement();
    statement.setFetchSize(ROWS_AT_ONCE);
    answers(statement.executeQuery(table.select()));
  }

  /** @throws BadInput if the server, the table or its column of shapes cannot be read */
  static FeatureSource open(Origin.Table origin, Reading how) {
    Connection connection = null;
    try {
      connection = DriverManager.getConnection(origin.server().url(), origin.server().properties(null));
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setReadOnly(true);
      connection.setAutoCommit(false);
      return new PostgisSource(origin, connection, how);
    } catch (SQLException e) {
      closeQuietly(connection);
      throw failure(origin.label(), e);
    } catch (RuntimeException e) {
      closeQuietly(connection);
      throw e;
    }
  }

  private static BadInput failure(String place, SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    if (state.startsWith("28")) {
      return new BadInput(place, "the user or the password is wrong",
          "check user= in the URL or PGUSER, and PGPASSWORD", e);
    }
    if (state.startsWith("08")) {
      return new BadInput(place, "the server cannot be reached", "check host and port, and that the server runs", e);
    }
    return state.equals("3D000") ? new BadInput(place, "there is no such database", "check the URL", e)
        : state.equals("42501") ? new BadInput(place, "the user may not read it", "ask its owner to GRANT SELECT", e)
        : new BadInput(place, "cannot be read (SQLSTATE " + state + ")", "look into the server's log", e);
  }

  @Override
  public SourceLayer layer() {
    return layer;
  }

  @Override
  SourceFeature read(ResultSet rows, long number) throws SQLException {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < layer.columns().size(); i++) {
      Object value = value(rows.getObject(i + 2));
      if (value != null) {
        values.put(layer.columns().get(i), value);
      }
    }
    return new SourceFeature(number, geometry(rows.getBytes(1)), values);
  }

  @Override
  BadInput failure(SQLException e) {
    return failure(place, e);
  }

  private static Object value(Object value) {
    if (value instanceof Timestamp time) {
      return time.toLocalDateTime().toLocalDate();
    }
    if (value instanceof Date date) {
      return date.toLocalDate();
    }
    return value == null || value instanceof Number || value instanceof Boolean ? value
        : value.toString().isBlank() ? null : value.toString();
  }

  private Geometry geometry(byte[] bytes) {
    try {
      return bytes == null ? null : Coordinates.requireFinite(wkb.read(bytes));
    } catch (ParseException | IllegalArgumentException e) {
      throw new BadInput(place + " row " + row(), "the shape cannot be read: " + e.getMessage(),
          "correct it or leave the row out by a view", e);
    }
  }
}
