package org.parkland.source;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.parkland.BadInput;

/**
 * What the catalogue says of a table or view.
 *
 * @param qualified schema and name, quoted
 * @param shape its column of shapes
 * @param columns the others, in order
 * @param key columns of the primary key; empty for a view
 */
record PostgisTable(String place, String name, String qualified, String shape, List<String> columns, List<String> key) {
  private static final String RELATION = "select c.oid, n.nspname, c.relname from pg_class c join pg_namespace n"
      + " on n.oid = c.relnamespace where c.oid = to_regclass(?) and c.relkind in ('r', 'v', 'm', 'f', 'p')";
  private static final String COLUMNS = "select a.attname, t.typname in ('geometry', 'geography') from pg_attribute a"
      + " join pg_type t on t.oid = a.atttypid where a.attrelid = ? and a.attnum > 0 and not a.attisdropped"
      + " order by a.attnum";
  private static final String KEY = "select a.attname from pg_index i join pg_attribute a on a.attrelid = i.indrelid"
      + " and a.attnum = any(i.indkey) where i.indrelid = ? and i.indisprimary order by a.attnum";

  /** @throws BadInput if there is no such table, or not exactly one column of shapes */
  static PostgisTable find(Origin.Table origin, Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(RELATION)) {
      query.setString(1, origin.table());
      ResultSet relation = query.executeQuery();
      if (!relation.next()) {
        throw new BadInput(origin.label(), "there is no such table or view that the user may see",
            "write SCHEMA.TABLE; a name with capitals needs double quotes");
      }
      return describe(origin.label(), connection, relation.getLong(1), relation.getString(2), relation.getString(3));
    }
  }

  private static PostgisTable describe(String place, Connection connection, long oid, String schema, String name)
      throws SQLException {
    List<String> shapes = new ArrayList<>();
    List<String> columns = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(COLUMNS)) {
      query.setLong(1, oid);
      ResultSet each = query.executeQuery();
      while (each.next()) {
        (each.getBoolean(2) ? shapes : columns).add(each.getString(1));
      }
    }
    if (shapes.size() != 1) {
      throw new BadInput(place, shapes.isEmpty() ? "has no column of shapes"
          : "has " + shapes.size() + " columns of shapes: " + String.join(", ", shapes),
          "make a view with one column of type geometry and import that");
    }
    return new PostgisTable(place, name, quoted(schema) + "." + quoted(name), shapes.get(0), columns,
        key(connection, oid));
  }

  private static List<String> key(Connection connection, long oid) throws SQLException {
    List<String> key = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(KEY)) {
      query.setLong(1, oid);
      ResultSet each = query.executeQuery();
      while (each.next()) {
        key.add(each.getString(1));
      }
    }
    return key;
  }

  /** Shapes first, as WKB without heights and curves, then the other columns. */
  String select() {
    StringBuilder sql = new StringBuilder("select ST_AsBinary(ST_Force2D(ST_CurveToLine(" + quoted(shape)
        + "::geometry)))");
    columns.forEach(each -> sql.append(", ").append(quoted(each)));
    sql.append(" from ").append(qualified);
    if (!key.isEmpty()) {
      sql.append(" order by ").append(String.join(", ", key.stream().map(PostgisTable::quoted).toList()));
    }
    return sql.toString();
  }

  long count(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      // Without a key rows come as they lie, and each scan must begin at the same end.
      statement.execute("set local synchronize_seqscans = off");
      ResultSet count = statement.executeQuery("select count(*) from " + qualified);
      count.next();
      return count.getLong(1);
    }
  }

  /** The system of the shapes, which must be one. */
  DeclaredCrs crs(Connection connection, Reading how) throws SQLException {
    List<Integer> srids = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      ResultSet each = statement.executeQuery("select distinct ST_SRID(" + quoted(shape) + "::geometry) from "
          + qualified + " where " + quoted(shape) + " is not null order by 1 limit 3");
      while (each.next()) {
        srids.add(each.getInt(1));
      }
    }
    if (srids.size() > 1) {
      throw new BadInput(place, "mixes reference systems: SRID " + srids.get(0) + " and " + srids.get(1),
          "make a view with ST_Transform to one of them");
    }
    return srids.isEmpty() || srids.get(0) == 0 ? DeclaredCrs.NONE : registered(connection, srids.get(0), how);
  }

  private DeclaredCrs registered(Connection connection, int srid, Reading how) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(
        "select auth_name, auth_srid, srtext from spatial_ref_sys where srid = ?")) {
      query.setInt(1, srid);
      ResultSet system = query.executeQuery();
      boolean known = system.next();
      return known && !"EPSG".equalsIgnoreCase(system.getString(1))
          ? DeclaredCrs.ofWkt(place, String.valueOf(system.getString(3)), how)
          : DeclaredCrs.ofCode(place, "EPSG:" + (known ? system.getInt(2) : srid), how);
    }
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
