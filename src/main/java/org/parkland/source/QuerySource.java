package org.parkland.source;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.NoSuchElementException;
import org.parkland.BadInput;

/** A layer whose rows are the answer to a query. The connection is this source's own and closed with it. */
abstract class QuerySource implements FeatureSource {
  private final Connection connection;
  private ResultSet rows;
  private long row;
  private Boolean ready;

  QuerySource(Connection connection) {
    this.connection = connection;
  }

  /** To be called once, before the first row is asked for. */
  final void answers(ResultSet result) {
    rows = result;
  }

  /** The row at which the result stands. */
  abstract SourceFeature read(ResultSet result, long number) throws SQLException;

  /** What the database said, told in the user's words. */
  abstract BadInput failure(SQLException e);

  /** Number of the row last returned, from 1. */
  final long row() {
    return row;
  }

  @Override
  public final boolean hasNext() {
    if (ready == null) {
      try {
        ready = rows.next();
      } catch (SQLException e) {
        throw failure(e);
      }
    }
    return ready;
  }

  @Override
  public final SourceFeature next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    ready = null;
    row++;
    try {
      return read(rows, row);
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  @Override
  public final void close() {
    closeQuietly(connection);
  }

  /** A connection that only read has nothing to lose when closing fails. */
  static void closeQuietly(Connection connection) {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException e) {
      org.slf4j.LoggerFactory.getLogger(QuerySource.class).warn("closing a connection failed", e);
    }
  }
}
