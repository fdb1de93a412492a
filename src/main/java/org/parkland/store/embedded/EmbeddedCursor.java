package org.parkland.store.embedded;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.io.ParseException;
import org.parkland.geometry.GeoPackageGeometry;
import org.parkland.land.Attribute;
import org.parkland.land.Feature;
import org.parkland.land.Schema;
import org.parkland.land.Snapshot;
import org.parkland.store.FeatureCursor;
import org.parkland.store.FeatureQuery;

/** Rows of a feature table, in the order of the file. */
final class EmbeddedCursor implements FeatureCursor {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private final Connections connections;
  private final Connection connection;
  private final PreparedStatement statement;
  private final ResultSet rows;
  private final List<Attribute> attributes;
  private final boolean withExtra;
  private final GeoPackageGeometry geometries = new GeoPackageGeometry();
  private boolean ready;

  private EmbeddedCursor(Connections connections, Connection connection, PreparedStatement statement,
      List<Attribute> attributes, boolean withExtra) throws SQLException {
    this.connections = connections;
    this.connection = connection;
    this.statement = statement;
    this.attributes = attributes;
    this.withExtra = withExtra;
    this.rows = statement.executeQuery();
    this.ready = rows.next();
  }

  static EmbeddedCursor open(Connections connections, Snapshot snapshot, FeatureQuery query, Schema schema) {
    Connection connection = null;
    try {
      connection = connections.reader();
      String table = SnapshotTable.tableOf(connection, snapshot);
      boolean all = query.attributes() == null;
      List<Attribute> wanted = schema.attributes().stream()
          .filter(each -> all || query.attributes().contains(each.name())).toList();
      return new EmbeddedCursor(connections, connection, statement(connection, table, query, schema, wanted),
          wanted, all);
    } catch (SQLException e) {
      if (connection != null) {
        connections.release(connection);
      }
      throw connections.failure("read the layer " + snapshot.name(), e);
    }
  }

  private static PreparedStatement statement(
      Connection connection, String table, FeatureQuery query, Schema schema, List<Attribute> wanted)
      throws SQLException {
    StringBuilder sql = new StringBuilder("select source_row, geom");
    wanted.forEach(each -> sql.append(", ").append(GeoPackageSchema.quoted(each.name())));
    sql.append(query.attributes() == null ? ", extra" : "");
    sql.append(" from ").append(GeoPackageSchema.quoted(table)).append(" where 1");
    List<Object> values = new ArrayList<>();
    if (query.id() != null) {
      sql.append(" and id = ?");
      values.add(query.id());
    }
    if (query.window() != null) {
      Envelope box = query.window();
      sql.append(" and fid in (select id from ")
          .append(GeoPackageSchema.quoted(GeoPackageSchema.index(table)))
          .append(" where maxx >= ? and minx <= ? and maxy >= ? and miny <= ?)");
      values.addAll(List.of(box.getMinX(), box.getMaxX(), box.getMinY(), box.getMaxY()));
    }
    if (query.text() != null) {
      List<String> searched = schema.attributes().stream().map(Attribute::name)
          .filter(FeatureQuery.SEARCHED::contains).toList();
      sql.append(searched.stream().map(each -> "instr(lower(" + GeoPackageSchema.quoted(each) + "), ?) > 0")
          .collect(Collectors.joining(" or ", " and (", ")")));
      searched.forEach(each -> values.add(query.text().toLowerCase(Locale.ROOT)));
    }
    sql.append(" order by fid").append(query.limit() > 0 ? " limit " + query.limit() : "");
    PreparedStatement statement = connection.prepareStatement(sql.toString());
    for (int i = 0; i < values.size(); i++) {
      statement.setObject(i + 1, values.get(i));
    }
    return statement;
  }

  @Override
  public boolean hasNext() {
    return ready;
  }

  @Override
  public Feature next() {
    if (!ready) {
      throw new NoSuchElementException();
    }
    try {
      Feature feature = new Feature(rows.getLong(1), geometries.decode(rows.getBytes(2)), attributes(), extra());
      ready = rows.next();
      return feature;
    } catch (SQLException e) {
      throw connections.failure("read a row", e);
    } catch (ParseException e) {
      throw new IllegalStateException("a stored geometry is damaged", e);
    }
  }

  private Map<String, Object> attributes() throws SQLException {
    Map<String, Object> values = new HashMap<>();
    for (int i = 0; i < attributes.size(); i++) {
      Object value = value(attributes.get(i).type(), 3 + i);
      if (value != null) {
        values.put(attributes.get(i).name(), value);
      }
    }
    return values;
  }

  private Object value(Attribute.Type type, int column) throws SQLException {
    Object stored = rows.getObject(column);
    if (stored == null) {
      return null;
    }
    return switch (type) {
      case TEXT, CLASS -> stored.toString();
      case NUMBER, AREA -> ((Number) stored).doubleValue();
      case DATE -> LocalDate.parse(stored.toString());
      case FLAG -> ((Number) stored).intValue() != 0;
    };
  }

  private Map<String, String> extra() throws SQLException {
    String json = withExtra ? rows.getString(3 + attributes.size()) : null;
    try {
      return json == null ? Map.of() : JSON.readValue(json, TEXTS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored extra columns are damaged", e);
    }
  }

  @Override
  public void close() {
    try {
      statement.close();
    } catch (SQLException e) {
      throw connections.failure("end a query", e);
    } finally {
      connections.release(connection);
    }
  }
}
