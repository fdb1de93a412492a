package org.parkland.source;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.parkland.BadInput;
import org.parkland.geometry.GeoPackageGeometry;
import org.parkland.source.GeoPackageCells.Column;
import org.parkland.source.GeoPackageCells.Kind;

/** A feature layer of a GeoPackage, read in the order of its rows. */
final class GeoPackageSource extends QuerySource {
  /** A feature table, its geometry column and its SRS. */
  private record Table(String name, String geometryColumn, int srsId) {}

  private final String file;
  private final Table table;
  private final SourceLayer layer;
  private final GeoPackageCells cells;
  private final GeoPackageGeometry geometries = new GeoPackageGeometry();

  private GeoPackageSource(Path gpkg, Connection connection, Table table, Reading how) throws SQLException {
    super(connection);
    this.file = gpkg.toString();
    this.table = table;
    SafeGeoPackage.requireStored(gpkg, connection, table.name());
    List<Column> columns = columns(connection);
    this.cells = new GeoPackageCells(connection, quoted(table.name()), columns);
    DeclaredCrs declared = crs(connection, how);
    this.layer = new SourceLayer("GeoPackage", table.name(), columns.stream().map(Column::name).toList(),
        declared.crs(), null, count(connection), declared.notices());
    answers(connection.createStatement().executeQuery("select " + quoted(table.geometryColumn()) + ", "
        + cells.selected() + " from " + quoted(table.name()) + " order by rowid"));
  }

  /** The feature layers of a GeoPackage, by name. */
  static List<Format.Layer> layers(Path gpkg) {
    try (Connection connection = SafeGeoPackage.connect(gpkg)) {
      List<Table> tables = tables(connection);
      if (tables.isEmpty()) {
        throw new BadInput(gpkg.toString(), "holds no layer of shapes", "export the layer again");
      }
      return tables.stream().map(each -> new Format.Layer(each.name(), how -> open(gpkg, each, how))).toList();
    } catch (SQLException e) {
      throw notIntact(gpkg, e);
    }
  }

  private static FeatureSource open(Path gpkg, Table table, Reading how) {
    Connection connection = null;
    try {
      connection = SafeGeoPackage.connect(gpkg);
      return new GeoPackageSource(gpkg, connection, table, how);
    } catch (SQLException e) {
      closeQuietly(connection);
      throw notIntact(gpkg, e);
    } catch (RuntimeException e) {
      closeQuietly(connection);
      throw e;
    }
  }

  private static BadInput notIntact(Path gpkg, SQLException e) {
    return new BadInput(gpkg.toString(), "is an SQLite file but no intact GeoPackage",
        "open it in QGIS and save it as a new GeoPackage", e);
  }

  private static List<Table> tables(Connection connection) throws SQLException {
    List<Table> tables = new ArrayList<>();
    try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(
        "select g.table_name, g.column_name, g.srs_id from gpkg_geometry_columns g"
            + " join gpkg_contents c on c.table_name = g.table_name and c.data_type = 'features' order by 1")) {
      while (rows.next()) {
        tables.add(new Table(rows.getString(1), rows.getString(2), rows.getInt(3)));
      }
    }
    return tables;
  }

  private List<Column> columns(Connection connection) throws SQLException {
    List<Column> columns = new ArrayList<>();
    boolean stored = false;
    try (PreparedStatement query = connection.prepareStatement("select name, type, pk from pragma_table_info(?)")) {
      query.setString(1, table.name());
      ResultSet each = query.executeQuery();
      while (each.next()) {
        String name = each.getString(1);
        stored |= name.equalsIgnoreCase(table.geometryColumn());
        if (each.getInt(3) == 0 && !name.equals(table.geometryColumn())) {
          columns.add(new Column(name, kind(String.valueOf(each.getString(2)).toUpperCase(Locale.ROOT))));
        }
      }
    }
    if (!stored && !columns.isEmpty()) {
      // Generated columns are not on the list; SQLite would take an unknown name for a text.
      throw new BadInput(file, "stores no column '" + table.geometryColumn() + "'", "export the layer again");
    }
    return columns;
  }

  /** Affinity leaves nothing but text in a column of text. */
  private static Kind kind(String type) {
    return type.startsWith("DATE") ? Kind.DAY : type.startsWith("TEXT") ? Kind.TEXT : Kind.OTHER;
  }

  private DeclaredCrs crs(Connection connection, Reading how) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement("select organization,"
        + " organization_coordsys_id, definition from gpkg_spatial_ref_sys where srs_id = ?")) {
      query.setInt(1, table.srsId());
      ResultSet srs = query.executeQuery();
      if (table.srsId() <= 0 || !srs.next()) {
        return DeclaredCrs.NONE;
      }
      String place = file + " layer " + table.name();
      return "EPSG".equalsIgnoreCase(srs.getString(1))
          ? DeclaredCrs.ofCode(place, "EPSG:" + srs.getInt(2), how)
          : DeclaredCrs.ofWkt(place, String.valueOf(srs.getString(3)), how);
    }
  }

  private long count(Connection connection) throws SQLException {
    try (Statement query = connection.createStatement();
        ResultSet count = query.executeQuery("select count(*) from " + quoted(table.name()))) {
      return count.getLong(1);
    }
  }

  @Override
  public SourceLayer layer() {
    return layer;
  }

  @Override
  SourceFeature read(ResultSet rows, long number) throws SQLException {
    return new SourceFeature(number, geometry(rows.getBytes(1)), cells.read(rows, 2, file + " row " + number));
  }

  @Override
  BadInput failure(SQLException e) {
    return damaged("the row cannot be read", e);
  }

  private Geometry geometry(byte[] blob) {
    if (blob == null) {
      return null;
    }
    try {
      return Coordinates.requireFinite(geometries.decode(blob));
    } catch (ParseException | IllegalArgumentException e) {
      throw damaged("the shape is damaged: " + e.getMessage(), e);
    }
  }

  private BadInput damaged(String how, Exception cause) {
    return new BadInput(file + " layer " + table.name() + " row " + row(), how,
        "export the layer again or delete the row", cause);
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
