package org.parkland.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parkland.geometry.Crs;
import org.parkland.land.Attribute;
import org.parkland.land.Schema;
import org.parkland.land.Snapshot;
import org.parkland.store.FeatureQuery;
import org.parkland.store.RowOrder;

/** The statement of a {@link FeatureQuery}: key, source row, geometry, attributes, extra columns. */
final class FeatureSelect {
  private final Dialect dialect;
  private final Schema schema;
  private final FeatureQuery query;
  private final StringBuilder sql = new StringBuilder();
  private final List<Object> values = new ArrayList<>();

  FeatureSelect(Dialect dialect, Schema schema, FeatureQuery query) {
    this.dialect = dialect;
    this.schema = schema;
    this.query = query;
  }

  /** The attributes the rows carry. */
  List<Attribute> attributes() {
    return schema.attributes().stream()
        .filter(each -> withExtra() || query.attributes().contains(each.name())).toList();
  }

  boolean withExtra() {
    return query.attributes() == null;
  }

  PreparedStatement prepare(Connection connection, Snapshot snapshot, String table) throws SQLException {
    sql.append("select fid, source_row, ").append(dialect.geometryBytes());
    attributes().forEach(each -> sql.append(", ").append(SqlNames.quoted(each.name())));
    sql.append(withExtra() ? ", extra" : "");
    sql.append(" from ").append(SqlNames.quoted(table)).append(" where 1 = 1");
    id(table);
    window(snapshot, table);
    text();
    where();
    after();
    order();
    limit();
    if (isWhole()) {
      dialect.streamWhole(connection);
    }
    PreparedStatement statement = connection.prepareStatement(sql.toString());
    SnapshotTable.bind(statement, values);
    return statement;
  }

  private boolean isWhole() {
    return query.id() == null && query.window() == null && query.text() == null && query.where() == null
        && query.order().keys().isEmpty() && query.limit() == 0;
  }

  private void id(String table) {
    if (query.id() != null) {
      add(dialect.id(table, query.id()));
    }
  }

  private void window(Snapshot snapshot, String table) {
    if (query.window() != null) {
      add(dialect.window(table, Crs.of(snapshot.crs()).epsg(), query.window()));
    }
  }

  private void text() {
    if (query.text() == null) {
      return;
    }
    List<String> searched = schema.attributes().stream().map(Attribute::name)
        .filter(FeatureQuery.SEARCHED::contains).toList();
    Stream<String> found = searched.stream().map(each -> dialect.contains(SqlNames.quoted(each)));
    sql.append(Stream.concat(Stream.of("1 = 0"), found).collect(Collectors.joining(" or ", " and (", ")")));
    searched.forEach(each -> values.add(query.text().toLowerCase(Locale.ROOT)));
  }

  private void where() {
    if (query.where() != null) {
      add(new WhereClause(dialect, schema).of(query.where()));
    }
  }

  private void after() {
    if (query.order().after() != null) {
      add(new WhereClause(dialect, schema).after(query.order()));
    }
  }

  private void add(Dialect.Clause clause) {
    sql.append(" and ").append(clause.sql());
    values.addAll(clause.values());
  }

  private void order() {
    sql.append(" order by ");
    for (RowOrder.Key key : query.order().keys()) {
      String column = SqlNames.quoted(key.attribute());
      String sorted = WhereClause.isText(schema, key.attribute()) ? dialect.byCodePoint(column) : column;
      sql.append(column).append(" is null, ").append(sorted).append(key.descending() ? " desc, " : ", ");
    }
    sql.append("fid");
  }

  /** With a window the reader counts, because the index lets a few rows too many pass. */
  private void limit() {
    if (query.limit() > 0 && query.window() == null) {
      sql.append(" limit ").append(query.limit());
    }
  }
}
