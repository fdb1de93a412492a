package org.parkland.source;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.StringJoiner;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.parkland.BadInput;
import org.parkland.geometry.GeoPackageGeometry;

/** A feature layer of a GeoPackage, read in the order of its rows. */
final class GeoPackageSource implements FeatureSource {
  /** Cells that one number tells the filled ones of. */
  private static final int CELLS = 62;

  /** A feature table, its geometry column and its SRS. */
  private record Table(String name, String geometryColumn, int srsId) {}

  private final String file;
  private final Connection connection;
  private final Statement statement;
  private final ResultSet rows;
  private final Table table;
  private final SourceLayer layer;
  private final Set<String> dateColumns = new HashSet<>();
  /** Columns whose affinity leaves nothing but text in them, so that no cell need be asked for its type. */
  private final Set<String> textColumns = new HashSet<>();
  private final GeoPackageGeometry geometries = new GeoPackageGeometry();
  private long row;
  private Boolean ready;

  private GeoPackageSource(Path gpkg, Connection connection, Table table, Reading how) throws SQLException {
    this.file = gpkg.toString();
    this.connection = connection;
    this.table = table;
    SafeGeoPackage.requireStored(gpkg, connection, table.name());
    List<String> columns = columns();
    DeclaredCrs declared = crs(how);
    this.layer = new SourceLayer("GeoPackage", table.name(), columns, declared.crs(), null, count(), declared.notices());
    this.statement = connection.createStatement();
    this.rows = statement.executeQuery(select(columns));
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

  private List<String> columns() throws SQLException {
    List<String> columns = new ArrayList<>();
    boolean stored = false;
    try (PreparedStatement query = connection.prepareStatement("select name, type, pk from pragma_table_info(?)")) {
      query.setString(1, table.name());
      ResultSet each = query.executeQuery();
      while (each.next()) {
        String name = each.getString(1);
        stored |= name.equalsIgnoreCase(table.geometryColumn());
        if (each.getInt(3) == 0 && !name.equals(table.geometryColumn())) {
          columns.add(name);
          String type = String.valueOf(each.getString(2)).toUpperCase(Locale.ROOT);
          if (type.startsWith("DATE")) {
            dateColumns.add(name);
          } else if (type.startsWith("TEXT")) {
            textColumns.add(name);
          }
        }
      }
    }
    if (!stored && !columns.isEmpty()) {
      // Generated columns are not on the list; SQLite would take an unknown name for a text.
      throw new BadInput(file, "stores no column '" + table.geometryColumn() + "'", "export the layer again");
    }
    return columns;
  }

  /**
   * Shape, then numbers whose bits tell which cells are filled, then the cells: most are empty in many layers, and a
   * cell costs more to ask for than a bit.
   */
  private String select(List<String> columns) {
    StringBuilder select = new StringBuilder("select ").append(quoted(table.geometryColumn()));
    for (int from = 0; from < columns.size(); from += CELLS) {
      StringJoiner bits = new StringJoiner(" | ", ", ", "");
      for (int i = from; i < Math.min(columns.size(), from + CELLS); i++) {
        bits.add("((" + quoted(columns.get(i)) + " is not null) << " + (i - from) + ")");
      }
      select.append(bits);
    }
    columns.forEach(each -> select.append(", ").append(quoted(each)));
    return select.append(" from ").append(quoted(table.name())).append(" order by rowid").toString();
  }

  private DeclaredCrs crs(Reading how) throws SQLException {
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

  private long count() throws SQLException {
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
  public boolean hasNext() {
    if (ready == null) {
      try {
        ready = rows.next();
      } catch (SQLException e) {
        throw damaged("the database page cannot be read", e);
      }
    }
    return ready;
  }

  @Override
  public SourceFeature next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    ready = null;
    row++;
    try {
      Map<String, Object> values = new LinkedHashMap<>();
      List<String> columns = layer.columns();
      int first = 2 + (columns.size() + CELLS - 1) / CELLS;
      long filled = 0;
      for (int i = 0; i < columns.size(); i++) {
        filled = i % CELLS == 0 ? rows.getLong(2 + i / CELLS) : filled >> 1;
        Object value = (filled & 1) == 0 ? null : value(columns.get(i), first + i);
        if (value != null) {
          values.put(columns.get(i), value);
        }
      }
      return new SourceFeature(row, geometry(rows.getBytes(1)), values);
    } catch (SQLException e) {
      throw damaged("the row cannot be read", e);
    }
  }

  private Object value(String column, int at) throws SQLException {
    Object value = textColumns.contains(column) ? rows.getString(at) : rows.getObject(at);
    if (!(value instanceof String text)) {
      return value;
    }
    if (!dateColumns.contains(column)) {
      return text.isBlank() ? null : text;
    }
    try {
      return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
    } catch (DateTimeException e) {
      throw new BadInput(file + " row " + row + " field " + column, "'" + text + "' is not a date",
          "correct it to YYYY-MM-DD or leave it empty", e);
    }
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
    return new BadInput(file + " layer " + table.name() + " row " + row, how,
        "export the layer again or delete the row", cause);
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  @Override
  public void close() {
    try {
      statement.close();
    } catch (SQLException e) {
      throw damaged("the file cannot be closed", e);
    } finally {
      closeQuietly(connection);
    }
  }

  /** A connection that only read has nothing to lose when closing fails. */
  private static void closeQuietly(Connection connection) {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException e) {
      org.slf4j.LoggerFactory.getLogger(GeoPackageSource.class).warn("closing a GeoPackage failed", e);
    }
  }
}
