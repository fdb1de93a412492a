package org.parkland.sink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import org.parkland.geometry.GeoPackageGeometry;

/**
 * Writes one layer into a new GeoPackage with its R*Tree and, if wanted, its style. Polygons become multipolygons,
 * so that a polygon layer has one geometry type. The file has no journal while it is being written: it
 * is valid only after {@link #close}.
 */
public final class GeoPackageWriter implements FeatureWriter {
  private static final int BATCH = 2_000;

  private final String layer;
  private final SpatialReference reference;
  private final List<Column> columns;
  private final Connection connection;
  private final PreparedStatement row;
  private final PreparedStatement box;
  private final GeoPackageGeometry geometries = new GeoPackageGeometry();
  private final Envelope extent = new Envelope();
  private final String shapes;
  private final LayerStyle style;
  private final int styledColumn;
  private final Set<String> styledValues = new HashSet<>();
  private long rows;

  /** Creates or replaces {@code file} with one polygon layer. */
  public GeoPackageWriter(
      Path file, String layer, SpatialReference reference, List<Column> columns)
      throws IOException {
    this(file, layer, reference, columns, true, null);
  }

  /**
   * The same for any layer.
   *
   * @param polygonal false for shapes of any kind
   * @param style null for none; its legend will show the values that occur
   */
  public GeoPackageWriter(Path file, String layer, SpatialReference reference, List<Column> columns,
      boolean polygonal, LayerStyle style) throws IOException {
    this.shapes = polygonal ? "MULTIPOLYGON" : "GEOMETRY";
    this.style = style;
    this.styledColumn = style == null ? -1 : columns.stream().map(Column::name).toList().indexOf(style.column());
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
          GeoPackageSchema.featureTable(layer, shapes, columns), GeoPackageTables.spatialIndex(layer)));
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
      if (geometry != null && !geometry.isEmpty()) {
        addBox(geometry.getEnvelopeInternal());
      }
      if (styledColumn >= 0 && values[styledColumn] != null) {
        styledValues.add(values[styledColumn].toString());
      }
      if (rows % BATCH == 0) {
        flush();
      }
    } catch (SQLException e) {
      throw new IOException("layer " + layer + ", feature " + rows + ": " + e.getMessage(), e);
    }
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
    Geometry multi = geometry instanceof Polygon polygon && shapes.equals("MULTIPOLYGON")
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
      if (styledColumn >= 0) {
        GeoPackageStyles.add(connection, layer, style.only(styledValues), GeoPackageSchema.LAST_CHANGE);
      }
      connection.commit();
    } catch (SQLException e) {
      throw new IOException("layer " + layer + ": " + e.getMessage(), e);
    }
  }

  private void register() throws SQLException {
    update("INSERT OR IGNORE INTO gpkg_spatial_ref_sys VALUES (?,?,'EPSG',?,?,NULL)",
        reference.name(), reference.epsg(), reference.epsg(), reference.ogcWkt());
    update("INSERT INTO gpkg_contents VALUES (?,'features',?,'',?,?,?,?,?,?)",
        layer, layer, GeoPackageSchema.LAST_CHANGE, edge(extent.getMinX()), edge(extent.getMinY()),
        edge(extent.getMaxX()), edge(extent.getMaxY()), reference.epsg());
    update("INSERT INTO gpkg_geometry_columns VALUES (?,'geom',?,?,0,0)",
        layer, shapes, reference.epsg());
    update("INSERT INTO gpkg_extensions VALUES (?,'geom','gpkg_rtree_index',"
        + "'http://www.geopackage.org/spec120/#extension_rtree','write-only')", layer);
  }

  /** A layer without shapes has no extent. */
  private Object edge(double ordinate) {
    return extent.isNull() ? null : (Object) ordinate;
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
