package org.parkland.cli;

import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.locationtech.jts.io.WKBWriter;
import org.parkland.bench.TemporaryPostgis;
import org.parkland.source.FeatureSource;
import org.parkland.source.SourceFeature;
import org.parkland.source.Sources;

/** The delivered files of the sample in a PostGIS of its own, as they are: one column of text, one of shapes. */
final class SampleInPostgis implements AutoCloseable {
  private static final double RELATIVE = 1e-9;

  private final TemporaryPostgis server;
  private final Connection connection;

  private SampleInPostgis(TemporaryPostgis server, Connection connection) {
    this.server = server;
    this.connection = connection;
  }

  static SampleInPostgis start() throws SQLException {
    TemporaryPostgis server = TemporaryPostgis.start();
    return new SampleInPostgis(server, server.connect());
  }

  /** 1e-9 of the area; a millionth of a square metre where that is less (slivers below 1,000 m²). */
  static Offset<Double> tolerance(double areaM2) {
    return within(Math.max(RELATIVE * Math.abs(areaM2), 1e-6));
  }

  /** Makes a table of {@code code} and {@code geom}. */
  void load(String table, String file, int srid, String codeColumn) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("create table " + table + " (code text, geom geometry)");
    }
    WKBWriter wkb = new WKBWriter();
    try (FeatureSource source = Sources.open(Path.of("gis-data/jianghai", file), null, null);
        PreparedStatement insert = connection.prepareStatement(
            "insert into " + table + " values (?, st_setsrid(st_geomfromwkb(?), " + srid + "))")) {
      while (source.hasNext()) {
        SourceFeature row = source.next();
        insert.setString(1, row.values().get(codeColumn).toString());
        insert.setBytes(2, wkb.write(row.geometry()));
        insert.addBatch();
      }
      insert.executeBatch();
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute("create index on " + table + " using gist (geom)");
      statement.execute("analyze " + table);
    }
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Areas by a name, from a query of both. */
  Map<String, Double> areas(String sql) throws SQLException {
    Map<String, Double> areas = new TreeMap<>();
    try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        areas.put(rows.getString(1), rows.getDouble(2));
      }
    }
    return areas;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
    server.close();
  }
}
