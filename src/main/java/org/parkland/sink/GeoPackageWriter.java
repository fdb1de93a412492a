package org.parkland.sink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.parkland.geometry.GeoPackageGeometry;

/**
 * Writes one layer into a new GeoPackage with its R*Tree. In a layer of polygons these become multipolygons,
 * so that the layer has one geometry type. The file has no journal while it is being written: it
 * is valid only after {@link #close}.
 */
public final class GeoPackageWriter implements FeatureWriter {
  private static final int BATCH = 2_000;

  private final String layer;
  private final SpatialReference reference;
  private final List<Column> columns;
  private final boolean mixed;
  private final Connection connection;
  private final PreparedStatement row;
  private final PreparedStatement box;
  private final GeoPackageGeometry geometries = new GeoPackageGeometry();
  private final Envelope extent = new Envelope();
  private long rows;

  /** Creates or replaces {@code file} with one layer of polygons. */
  public GeoPackageWriter(
      Path file, String layer, SpatialReference reference, List<Column> columns)
      throws IOException {
    this(file, layer, reference, columns, false);
  }

  /** @param mixed whether the layer holds geometries of any type, each as it comes, and rows without one */
  public GeoPackageWriter(
      Path file, String layer, SpatialReference reference, List<Column> columns, boolean mixed)
      throws IOException {
    this.mixed = mixed;
    this.layer = layer;
    this.reference = reference;
    this.columns = columns;
    Files.deleteIfExists(file);
    try {
      connection = DriverManager.getConnection("jdbc:sqlite:" + file);
      execute(GeoPackageSchema.PRAGMAS);
      execute(GeoPackageTables.IDENTITY);
      connection.setAutoCommit(false);
      execute(GeoPackageTables.CORE_TABLES);
      execute(List.of(
          GeoPackageSchema.featureTable(layer, geometryType(), columns), GeoPackageTables.spatialIndex(layer)));
      row = connection.prepareStatement(GeoPackageSchema.insert(layer, columns));
      box = connection.prepareStatement(GeoPackageTables.insertIntoIndex(layer));
    } catch (SQLException e) {
      throw new IOException("cannot create " + file + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void write(Geometry geometry, Object... values) throws IOException {
    try {
      rows++;
      row.setLong(1, rows);
      row.setBytes(2, geometry == null ? null : blob(geometry));
      for (int i = 0; i < columns.size(); i++) {
        row.setObject(i + 3, stored(values[i]));
      }
      row.addBatch();
      if (geometry != null) {
        addBox(geometry.getEnvelopeInternal());
      }
      if (rows % BATCH == 0) {
        flush();
      }
    } catch (SQLException e) {
      throw new IOException("layer " + layer + ", feature " + rows + ": " + e.getMessage(), e);
    }
  }

  private String geometryType() {
    return mixed ? "GEOMETRY" : "MULTIPOLYGON";
  }

  private static Object stored(Object value) {
    if (value == null || value instanceof String || value instanceof Number) {
      return value;
    }
    return value instanceof Boolean truth ? (Object) (truth ? 1 : 0) : value.toString();
  }

  private void addBox(Envelope e) throws SQLException {
    box.setLong(1, rows);
    box.setDouble(2, e.getMinX());
    box.setDouble(3, e.getMaxX());
    box.setDouble(4, e.getMinY());
    box.setDouble(5, e.getMaxY());
    box.addBatch();
    extent.expandToInclude(e);
  }

  private void flush() throws SQLException {
    row.executeBatch();
    box.executeBatch();
  }

  private byte[] blob(Geometry geometry) {
    Geometry multi = !mixed && geometry instanceof Polygon polygon
        ? new MultiPolygon(new Polygon[] {polygon}, geometry.getFactory()) : geometry;
    return geometries.encode(multi, reference.epsg());
  }

  @Override
  public void close() throws IOException {
    try (connection) {
      flush();
      row.close();
      box.close();
      register();
      execute(GeoPackageTables.triggers(layer));
      connection.commit();
    } catch (SQLException e) {
      throw new IOException("layer " + layer + ": " + e.getMessage(), e);
    }
  }

  private void register() throws SQLException {
    update("INSERT INTO gpkg_spatial_ref_sys VALUES (?,?,'EPSG',?,?,NULL)",
        reference.name(), reference.epsg(), reference.epsg(), reference.ogcWkt());
    update("INSERT INTO gpkg_contents VALUES (?,'features',?,'',?,?,?,?,?,?)",
        layer, layer, GeoPackageSchema.LAST_CHANGE, extent.isNull() ? null : extent.getMinX(),
        extent.isNull() ? null : extent.getMinY(), extent.isNull() ? null : extent.getMaxX(),
        extent.isNull() ? null : extent.getMaxY(), reference.epsg());
    update("INSERT INTO gpkg_geometry_columns VALUES (?,'geom',?,?,0,0)",
        layer, geometryType(), reference.epsg());
    update("INSERT INTO gpkg_extensions VALUES (?,'geom','gpkg_rtree_index',"
        + "'http://www.geopackage.org/spec120/#extension_rtree','write-only')", layer);
  }

  private void update(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  private void execute(List<String> statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
