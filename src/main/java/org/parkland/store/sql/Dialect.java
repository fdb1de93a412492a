package org.parkland.store.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.parkland.BadInput;

/** What one home of the store does in its own way. Safe to share between threads. */
public interface Dialect {
  /** Part of a statement with the values of its parameters. */
  record Clause(String sql, List<?> values) {}

  /** Reads geometries as this home stores them. Not safe to share between threads. */
  interface Decoder {
    Geometry decode(byte[] stored) throws ParseException;
  }

  /** The expression that yields the column {@code geom} as bytes for the {@link #decoder}. */
  String geometryBytes();

  Decoder decoder();

  /**
   * Narrows a query by the spatial index. It may let a few rows more pass: indexes round boxes outwards.
   *
   * @param box in the CRS of the table
   */
  Clause window(String table, int epsg, Envelope box);

  /** Narrows a query to the rows of one number. */
  default Clause id(String table, String id) {
    return new Clause("id = ?", List.of(id));
  }

  /** Prepares a connection to stream a whole table in the order of its rows, until it is released. */
  default void streamWhole(Connection connection) throws SQLException {}

  /** True where a text column contains the one parameter, which is in lower case; ASCII letters of any case. */
  String contains(String column);

  /** A text expression that is compared and sorted by code points, whatever the language of the database. */
  String byCodePoint(String expression);

  /** The parameter of a day, bound as text YYYY-MM-DD. */
  String dayParameter();

  /** The column as ISO 8601 text, in UTC. */
  String instantText(String column);

  /** The parameter of a column of the table {@code snapshot}, made from text where it is bound as such. */
  String parameter(String column);

  /** A query for the number of tables with the name that is its one parameter, ignoring case. */
  String countOfTables();

  /** The failure of something Parkland wanted to do, in the user's words. */
  BadInput failure(String what, SQLException e);

  /** Takes back the connection of a query that has ended. */
  void release(Connection connection);
}
