package org.parkland.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.io.ParseException;
import org.parkland.land.Attribute;
import org.parkland.land.Feature;
import org.parkland.land.Schema;
import org.parkland.land.Snapshot;
import org.parkland.store.FeatureCursor;
import org.parkland.store.FeatureQuery;

/** Rows of a feature table, in the order a query asks for. */
public final class SqlCursor implements FeatureCursor {
  /** Rows a server sends at a time. */
  private static final int FETCHED_ROWS = 1_000;
  private static final int FIRST_ATTRIBUTE = 4;

  private final Dialect dialect;
  private final Dialect.Decoder geometries;
  private final Connection connection;
  private final PreparedStatement statement;
  private final ResultSet rows;
  private final List<Attribute> attributes;
  private final boolean withExtra;
  private final Envelope window;
  private long left;
  private Feature next;
  private long nextKey;
  private long key;
  private boolean closed;

  private SqlCursor(Dialect dialect, Connection connection, PreparedStatement statement, FeatureSelect select,
      FeatureQuery query) throws SQLException {
    this.dialect = dialect;
    this.geometries = dialect.decoder();
    this.connection = connection;
    this.statement = statement;
    this.attributes = select.attributes();
    this.withExtra = select.withExtra();
    this.window = query.window();
    this.left = query.limit() > 0 ? query.limit() : Long.MAX_VALUE;
    statement.setFetchSize(FETCHED_ROWS);
    this.rows = statement.executeQuery();
    this.next = read();
  }

  /**
   * @param connection a reader, which goes back to the dialect when the cursor is closed or cannot be opened
   * @throws org.parkland.BadInput if the database cannot be read
   */
  public static SqlCursor open(
      Dialect dialect, Connection connection, Snapshot snapshot, FeatureQuery query, Schema schema) {
    try {
      String table = new SnapshotTable(dialect).tableOf(connection, snapshot);
      FeatureSelect select = new FeatureSelect(dialect, schema, query);
      PreparedStatement statement = select.prepare(connection, snapshot, table);
      return new SqlCursor(dialect, connection, statement, select, query);
    } catch (SQLException e) {
      dialect.release(connection);
      throw dialect.failure("read the layer " + snapshot.name(), e);
    } catch (RuntimeException e) {
      dialect.release(connection);
      throw e;
    }
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public Feature next() {
    if (next == null) {
      throw new NoSuchElementException();
    }
    try {
      Feature feature = next;
      key = nextKey;
      next = read();
      return feature;
    } catch (SQLException e) {
      throw dialect.failure("read a row", e);
    }
  }

  @Override
  public long key() {
    return key;
  }

  /** The next row that is wanted; null at the end. */
  private Feature read() throws SQLException {
    while (left > 0 && rows.next()) {
      Feature feature = feature();
      if (window == null || window.intersects(feature.geometry().getEnvelopeInternal())) {
        left--;
        nextKey = rows.getLong(1);
        return feature;
      }
    }
    return null;
  }

  private Feature feature() throws SQLException {
    try {
      return new Feature(rows.getLong(2), geometries.decode(rows.getBytes(3)), attributes(), extra());
    } catch (ParseException e) {
      throw new IllegalStateException("a stored geometry is damaged", e);
    }
  }

  private Map<String, Object> attributes() throws SQLException {
    Map<String, Object> values = new HashMap<>();
    for (int i = 0; i < attributes.size(); i++) {
      Object value = value(attributes.get(i).type(), FIRST_ATTRIBUTE + i);
      if (value != null && !rows.wasNull()) {
        values.put(attributes.get(i).name(), value);
      }
    }
    return values;
  }

  private Object value(Attribute.Type type, int column) throws SQLException {
    return switch (type) {
      case TEXT, CLASS -> rows.getString(column);
      case NUMBER, AREA -> rows.getDouble(column);
      case FLAG -> rows.getBoolean(column);
      case DATE -> {
        String day = rows.getString(column);
        yield day == null ? null : LocalDate.parse(day);
      }
    };
  }

  private Map<String, String> extra() throws SQLException {
    return ExtraColumns.parse(withExtra ? rows.getString(FIRST_ATTRIBUTE + attributes.size()) : null);
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      statement.close();
    } catch (SQLException e) {
      throw dialect.failure("end a query", e);
    } finally {
      dialect.release(connection);
    }
  }
}
