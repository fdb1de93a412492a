package org.parkland.sink;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKTReader;

class OtherWritersTest {
  private static final String SQUARE = "POLYGON((409000 2490000,409100 2490000,409100 2490100,"
      + "409000 2490100,409000 2490000))";

  @TempDir Path directory;

  private Path geoPackage(String name) throws Exception {
    Path file = directory.resolve(name);
    List<Column> columns = List.of(Column.text("BH", 8), Column.decimal("RJL", 6, 2),
        Column.date("RQ"), Column.flag("YES"));
    try (GeoPackageWriter out = new GeoPackageWriter(
        file, "规划用地", SpatialReference.CGCS2000_CM_114E, columns)) {
      out.write(new WKTReader().read(SQUARE), "A1", 2.5, LocalDate.of(2025, 1, 2), true);
    }
    return file;
  }

  private static String one(Connection connection, String sql) throws SQLException {
    try (ResultSet result = connection.createStatement().executeQuery(sql)) {
      return result.next() ? result.getString(1) : null;
    }
  }

  @Test
  void aGeoPackageHasItsCoreTablesAndIndex() throws Exception {
    try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + geoPackage("a.gpkg"))) {
      assertThat(one(c, "PRAGMA application_id")).isEqualTo("1196444487");
      assertThat(one(c, "PRAGMA integrity_check")).isEqualTo("ok");
      assertThat(one(c, "SELECT group_concat(srs_id) FROM gpkg_spatial_ref_sys"))
          .contains("-1", "4326", "4547");
      assertThat(one(c, "SELECT last_change FROM gpkg_contents"))
          .isEqualTo("2025-12-31T00:00:00.000Z");
      assertThat(one(c, "SELECT minx || ' ' || maxy FROM \"rtree_规划用地_geom\""))
          .isEqualTo("409000.0 2490100.0");
      assertThat(one(c, "SELECT BH || RJL || RQ || YES FROM 规划用地")).isEqualTo("A12.52025-01-021");
    }
  }

  @Test
  void aGeoPackageGeometryIsHeaderEnvelopeAndWkb() throws Exception {
    try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + geoPackage("a.gpkg"));
        ResultSet result = c.createStatement().executeQuery("SELECT geom FROM 规划用地")) {
      byte[] blob = result.getBytes(1);
      assertThat(new String(blob, 0, 2)).isEqualTo("GP");
      Geometry shape = new WKBReader().read(Arrays.copyOfRange(blob, 40, blob.length));
      assertThat(shape.getGeometryType()).isEqualTo("MultiPolygon");
      assertThat(shape.equalsTopo(new WKTReader().read(SQUARE))).isTrue();
    }
  }

  @Test
  void equalLayersGiveEqualGeoPackages() throws Exception {
    assertThat(Files.readAllBytes(geoPackage("a.gpkg")))
        .isEqualTo(Files.readAllBytes(geoPackage("b.gpkg")));
  }

  @Test
  void geoJsonNamesItsReferenceSystemAndKeepsNineDecimals() throws Exception {
    Path file = directory.resolve("units.geojson");
    try (GeoJsonWriter out = new GeoJsonWriter(file, "units", SpatialReference.CGCS2000_DEGREES,
        List.of(Column.text("name", 10), Column.flag("upgraded")))) {
      out.write(new WKTReader().read("POINT(113.1234567894 22.5)"), "江海区", null);
    }
    JsonNode root = new ObjectMapper().readTree(file.toFile());
    assertThat(root.at("/crs/properties/name").asText()).isEqualTo("urn:ogc:def:crs:EPSG::4490");
    assertThat(root.at("/features/0/properties/upgraded").isNull()).isTrue();
    assertThat(Files.readString(file)).contains("[113.123456789,22.500000000]");
  }

  @Test
  void aPlotTextGivesNorthingFirstAndRepeatsTheFirstPoint() throws Exception {
    Path file = directory.resolve("plots.txt");
    try (PlotTextWriter out = new PlotTextWriter(file, "示例单位", LocalDate.of(2023, 10, 30))) {
      out.write(new WKTReader().read("POLYGON((38408009.335 2496530.034,"
          + "38408042.671 2496529.835,38408042.791 2496549.836,38408009.335 2496530.034))"),
          667.0, "2025-001", "测试地块", null, "工业用地", "1001");
    }
    List<String> lines = Files.readAllLines(file, Charset.forName("GBK"));
    assertThat(lines).contains("带号=38", "[地块坐标]",
        "4,0.0667,2025-001,测试地块,面,,工业用地,1001,@", "J1,1,2496530.034,38408009.335");
    assertThat(lines.get(lines.size() - 1)).isEqualTo("J1,1,2496530.034,38408009.335");
  }
}
