package org.parkland.store.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.parkland.BadInput;
import org.parkland.geometry.GeoPackageGeometry;
import org.parkland.sink.GeoPackageTables;
import org.parkland.store.sql.Dialect;
import org.parkland.store.sql.SqlNames;

/** SQLite with GeoPackage geometries and an R*Tree a table; dates and times are text. */
final class EmbeddedDialect implements Dialect {
  private final Connections connections;

  EmbeddedDialect(Connections connections) {
    this.connections = connections;
  }

  @Override
  public String geometryBytes() {
    return "geom";
  }

  @Override
  public Decoder decoder() {
    return new GeoPackageGeometry()::decode;
  }

  @Override
  public Clause window(String table, int epsg, Envelope box) {
    return new Clause("fid in (select id from " + SqlNames.quoted(GeoPackageTables.indexName(table))
        + " where maxx >= ? and minx <= ? and maxy >= ? and miny <= ?)",
        List.of(box.getMinX(), box.getMaxX(), box.getMinY(), box.getMaxY()));
  }

  @Override
  public String contains(String column) {
    return "instr(lower(" + column + "), ?) > 0";
  }

  /** What SQLite does by itself. */
  @Override
  public String byCodePoint(String expression) {
    return expression;
  }

  @Override
  public String dayParameter() {
    return "?";
  }

  @Override
  public String instantText(String column) {
    return column;
  }

  @Override
  public String parameter(String column) {
    return "?";
  }

  @Override
  public String countOfTables() {
    return "select count(*) from sqlite_master where lower(name) = lower(?)";
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
