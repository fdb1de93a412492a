package org.parkland.store.postgis;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;
import org.parkland.land.Attribute;
import org.parkland.land.LayerKind;
import org.parkland.land.Schema;
import org.parkland.store.sql.SqlNames;

/**
 * The table that holds the rows of one snapshot. Tables of parcels are partitioned by county: a province has tens of
 * millions, and a map window, a search by number and the building of an index then meet those of a county.
 */
record FeatureTable(String name, Schema schema, int srid) {
  private static final String COUNTY = "county";

  /** The index of a million parcels is sorted in memory. */
  private static final String SORTING = "set local maintenance_work_mem = '256MB'";

  void create(Connection connection) throws SQLException {
    String columns = schema.attributes().stream()
        .map(each -> ", " + SqlNames.quoted(each.name()) + " " + sqlType(each)).collect(Collectors.joining());
    execute(connection, "create table " + quoted() + " (" + (isPartitioned() ? COUNTY + " text not null, " : "")
        + "fid bigint not null, geom geometry(Geometry, " + srid + ") not null, source_row bigint not null" + columns
        + ", extra jsonb)" + (isPartitioned() ? " partition by list (" + COUNTY + ")" : ""));
  }

  boolean isPartitioned() {
    return schema.kind() == LayerKind.PARCELS;
  }

  /** Makes room for the rows of a county, and says in which table; it is this one where there are no parts. */
  String addPart(Connection connection, String county) throws SQLException {
    if (!isPartitioned()) {
      return name;
    }
    String part = name + "_" + (county.equals(County.NONE) ? "rest" : county);
    execute(connection, "create table " + SqlNames.quoted(part) + " partition of " + quoted()
        + " for values in ('" + county + "')");
    return part;
  }

  /** FREEZE: nobody else can see the table yet, so its rows need no second visit by VACUUM. */
  String copyStatement(String part) {
    return "copy " + SqlNames.quoted(part) + " (" + columns().stream().map(SqlNames::quoted).collect(Collectors.joining(", "))
        + ") from stdin (format binary, freeze)";
  }

  List<String> columns() {
    Stream<String> own = Stream.of("fid", "geom", "source_row");
    return Stream.of(Stream.of(COUNTY).filter(each -> isPartitioned()), own,
        schema.attributes().stream().map(Attribute::name), Stream.of("extra")).flatMap(each -> each).toList();
  }

  /** Indexes and statistics, which cost less once the rows are there. */
  void index(Connection connection) throws SQLException {
    execute(connection, SORTING);
    execute(connection, "alter table " + quoted() + " add primary key (fid"
        + (isPartitioned() ? ", " + COUNTY : "") + ")");
    execute(connection, "create index on " + quoted() + " using gist (geom)");
    execute(connection, "create index on " + quoted() + " (id)");
    execute(connection, "analyze " + quoted());
  }

  /** The box around all rows of a table; null if it has none. */
  static Envelope extent(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select st_xmin(box), st_xmax(box), st_ymin(box), st_ymax(box) from"
            + " (select st_extent(geom) as box from " + SqlNames.quoted(table) + ") as whole where box is not null")) {
      return row.next()
          ? new Envelope(row.getDouble(1), row.getDouble(2), row.getDouble(3), row.getDouble(4)) : null;
    }
  }

  private String quoted() {
    return SqlNames.quoted(name);
  }

  private static String sqlType(Attribute attribute) {
    return switch (attribute.type()) {
      case TEXT, CLASS -> "text";
      case NUMBER, AREA -> "double precision";
      case DATE -> "date";
      case FLAG -> "boolean";
    };
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
