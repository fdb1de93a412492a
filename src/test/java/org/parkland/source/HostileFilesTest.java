package org.parkland.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parkland.BadInput;
import org.parkland.config.Setting;
import org.parkland.config.Values;
import org.parkland.geometry.Crs;

/** Files made to harm whoever opens them. Those that are merely broken are in DeliveredFilesTest. */
@Timeout(60)
class HostileFilesTest {
  private static final String KML = "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><Placemark><name>%s</name><Point>"
      + "<coordinates>113.1,22.55</coordinates></Point></Placemark>%s</Document></kml>";

  @TempDir
  private Path folder;

  /** The first reference system takes seconds, whatever the file. */
  @BeforeAll
  static void readReferenceSystems() {
    Crs.of("EPSG:4326");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../out.csv", "a/../../out.csv", "/tmp/parkland-out.csv", "a/../../../../../../../../../tmp/out.csv"})
  void anEntryOfAnArchiveStaysInItsFolder(String entry) throws IOException {
    Path zip = zip(entry, "id,wkt\n1,POINT(113 22)\n");
    assertThatThrownBy(() -> Sources.layers(zip, Reading.AS_DELIVERED)).isInstanceOf(BadInput.class)
        .hasMessageContaining("points outside the archive");
    assertThat(Path.of("/tmp/parkland-out.csv")).doesNotExist();
    assertThat(Path.of("/tmp/out.csv")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"C:\\Windows\\a.csv", "..\\..\\a.csv", "a\u0000.csv", "CON", "a/b/../c.csv"})
  void otherNamesAreFilesInTheFolderOrNothing(String entry) throws IOException {
    Path zip = zip(entry, "id,wkt\n1,POINT(113 22)\n");
    try {
      Sources.layers(zip, Reading.AS_DELIVERED);
    } catch (BadInput e) {
      assertThat(e.getMessage()).contains("input.zip");
    }
    try (var left = Files.list(folder)) {
      assertThat(left.toList()).containsExactly(zip);
    }
  }

  @Test
  void aLinkInAnArchiveIsNoLink() throws Exception {
    Path secret = Files.writeString(folder.resolve("secret.csv"), "id,wkt\nsecret,POINT(113 22)\n");
    Path link = Files.createSymbolicLink(folder.resolve("link.csv"), secret);
    Path zip = folder.resolve("links.zip");
    Process packed = new ProcessBuilder("python3", "-c", "import zipfile,sys\nz=zipfile.ZipFile(sys.argv[1],'w')\n"
        + "i=zipfile.ZipInfo('layer.csv')\ni.external_attr=0o120777<<16\nz.writestr(i,sys.argv[2])\nz.close()",
        zip.toString(), secret.toString()).inheritIO().start();
    assertThat(packed.waitFor()).isZero();
    assertThatThrownBy(() -> Sources.preview(zip, Reading.AS_DELIVERED, 1)).isInstanceOf(BadInput.class);
    assertThat(link).isSymbolicLink();
  }

  @Test
  void theLimitsOfAnArchiveAreSettings() throws IOException {
    Path zip = zip("a.csv", "id,wkt\n" + "1,POINT(113 22)\n".repeat(100_000));
    assertThatThrownBy(() -> Sources.layers(zip, within(Setting.ZIP_MIB, "1"))).hasMessageContaining("more than 1 MiB");
    assertThat(Sources.layers(zip, Reading.AS_DELIVERED)).hasSize(1);
  }

  @Test
  void anArchiveInAnArchiveIsNotOpened() throws IOException {
    byte[] inner = Files.readAllBytes(zip("a.csv", "id,wkt\n1,POINT(113 22)\n"));
    Path outer = folder.resolve("outer.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(outer))) {
      out.putNextEntry(new ZipEntry("inner.zip"));
      out.write(inner);
    }
    assertThatThrownBy(() -> Sources.layers(outer, Reading.AS_DELIVERED)).isInstanceOf(BadInput.class);
  }

  @Test
  void columnsPointsAndRingsAreCounted() throws IOException {
    Path wide = write("wide.csv", "wkt," + IntStream.range(0, 20).mapToObj(i -> "c" + i).collect(Collectors.joining(","))
        + "\nPOINT(113 22)" + ",1".repeat(20) + "\n");
    assertThatThrownBy(() -> read(wide, within(Setting.COLUMNS, "10"))).hasMessageContaining("20 columns, more than 10");
    Path large = write("large.csv", "id,wkt\n1,\"LINESTRING(" + IntStream.range(0, 200)
        .mapToObj(i -> "113." + (i + 100) + " 22").collect(Collectors.joining(",")) + ")\"\n");
    assertThatThrownBy(() -> read(large, within(Setting.GEOMETRY_POINTS, "100"))).hasMessageContaining("row 1")
        .hasMessageContaining("200 points, more than 100");
    Path rings = write("rings.csv", "id,wkt\n1,\"MULTIPOLYGON(" + IntStream.range(0, 20).mapToObj(i ->
        "((" + i + " 0," + i + " 0.5," + i + ".5 0.5," + i + " 0))").collect(Collectors.joining(",")) + ")\"\n");
    assertThatThrownBy(() -> read(rings, within(Setting.GEOMETRY_RINGS, "10"))).hasMessageContaining("20 rings, more than 10");
    read(rings, Reading.AS_DELIVERED);
  }

  @Test
  void entitiesThatMultiplyAreNotRead() throws IOException {
    StringBuilder laughs = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE kml [<!ENTITY a0 \"ha\">");
    for (int i = 1; i < 30; i++) {
      laughs.append("<!ENTITY a").append(i).append(" \"").append(("&a" + (i - 1) + ";").repeat(10)).append("\">");
    }
    String bomb = laughs + "]>" + String.format(KML, "&a29;", "");
    assertRefused(write("bomb.kml", bomb));
    assertRefused(write("bomb.gml", bomb.replace("kml", "FeatureCollection")));
  }

  @Test
  void anEntityThatNamesAFileIsNotRead() throws IOException {
    Path secret = write("secret.txt", "geheim99");
    Path kml = write("entity.kml", "<?xml version=\"1.0\"?><!DOCTYPE kml [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>"
        + String.format(KML, "&x;", ""));
    assertRefused(kml);
  }

  /** Whoever answered on that port would have been asked by the server, from within the office's network. */
  @Test
  void nothingAFileNamesIsFetched() throws IOException {
    try (ServerSocket bait = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      String address = "http://127.0.0.1:" + bait.getLocalPort() + "/x";
      List<Path> files = List.of(
          write("link.kml", String.format(KML, "x", "<NetworkLink><Link><href>" + address + "</href></Link></NetworkLink>"
              + "<Style><IconStyle><Icon><href>" + address + "</href></Icon></IconStyle></Style>")),
          write("vrt.kml", String.format(KML, "x", "<!-- <OGRVRTDataSource><OGRVRTLayer name=\"a\"><SrcDataSource>/vsicurl/"
              + address + "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource> -->")),
          write("plain.vrt", "<OGRVRTDataSource><OGRVRTLayer name=\"a\"><SrcDataSource>/vsicurl/" + address
              + "</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>"),
          write("schema.gml", "<gml:FeatureCollection xmlns:gml=\"http://www.opengis.net/gml\" xmlns:xlink=\"http://www.w3.org/1999/xlink\""
              + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:schemaLocation=\"http://x " + address + "\">"
              + "<gml:featureMember><a xmlns=\"http://x\"><g><gml:Point srsName=\"" + address + "\" xlink:href=\"" + address
              + "\"><gml:coordinates>1,2</gml:coordinates></gml:Point></g></a></gml:featureMember></gml:FeatureCollection>"),
          write("address.csv", "id,wkt\n1," + address + "\n"),
          write("crs.geojson", "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"link\",\"properties\":{\"href\":\"" + address
              + "\"}},\"features\":[{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Point\",\"coordinates\":[113,22]}}]}"));
      for (Path each : files) {
        try {
          read(each, Reading.AS_DELIVERED);
        } catch (BadInput e) {
          assertThat(e.getMessage()).isNotBlank();
        }
      }
      bait.setSoTimeout(300);
      assertThatThrownBy(bait::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void gdalMayTakeOnlySoLongAndSoMuchMemory() throws IOException {
    Path slow = folder.resolve("ogr2ogr");
    Files.writeString(slow, "#!/bin/sh\nexec sleep 30\n");
    assertThat(slow.toFile().setExecutable(true)).isTrue();
    Values values = Values.STANDARD.with(Setting.OGR2OGR, slow.toString(), "test").with(Setting.GDAL_SECONDS, "1", "test");
    Path kml = write("a.kml", String.format(KML, "x", ""));
    long start = System.nanoTime();
    assertThatThrownBy(() -> Sources.layers(kml, Reading.AS_DELIVERED.within(SourceLimits.of(values))))
        .hasMessageContaining("more than 1 seconds");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    Files.writeString(slow, "#!/bin/sh\nulimit -v > \"$(dirname \"$0\")/limit\"\nexit 1\n");
    assertThatThrownBy(() -> Sources.layers(kml, Reading.AS_DELIVERED.within(SourceLimits.of(
        values.with(Setting.GDAL_MEMORY_MIB, "512", "test"))))).isInstanceOf(BadInput.class);
    assertThat(Files.readString(folder.resolve("limit")).strip()).isEqualTo(String.valueOf(512 << 10));
  }

  /** Each ended only when the process did, or would have. */
  @ParameterizedTest
  @ValueSource(strings = {
      "create view layer as with recursive c(x) as (select 1 union all select x + 1 from c) select x as fid, x as geom from c",
      "create virtual table layer using fts5(geom)",
      "create table layer (fid integer primary key, name text, geom blob generated always as (hex(zeroblob(900000000))) virtual)",
      "create table layer (fid integer primary key, geom blob); drop table gpkg_contents; create view gpkg_contents as with"
          + " recursive c(x) as (select 1 union all select x + 1 from c) select 'layer' as table_name, 'features' as data_type from c"})
  void aLayerThatWouldBeComputedIsRefused(String schema) throws Exception {
    Path gpkg = geoPackage(schema);
    assertThatThrownBy(() -> read(gpkg, Reading.AS_DELIVERED)).isInstanceOf(BadInput.class)
        .hasMessageContaining("hostile.gpkg");
  }

  @Test
  void triggersOfAGeoPackageDoNotRunAndItStaysAsItWas() throws Exception {
    Path gpkg = geoPackage("create table layer (fid integer primary key, name text, geom blob);"
        + "create table witness (x); create trigger t after insert on layer begin insert into witness values (1); end");
    byte[] before = Files.readAllBytes(gpkg);
    assertThat(Sources.layers(gpkg, Reading.AS_DELIVERED)).hasSize(1);
    assertThat(Files.readAllBytes(gpkg)).isEqualTo(before);
  }

  @Test
  void aBlobOfManyMegabytesIsNotUnpacked() throws Exception {
    Path gpkg = geoPackage("create table layer (fid integer primary key, name text, geom blob);"
        + "insert into layer values (1, 'x', zeroblob(300000000))");
    assertThatThrownBy(() -> read(gpkg, Reading.AS_DELIVERED)).isInstanceOf(BadInput.class);
  }

  /** Patterns that tell formats apart must not take longer than the file is long. */
  @ParameterizedTest
  @ValueSource(strings = {"999\n\n\n", "999\n999\n", " \n", "<!---->", "<!-- -->\n", "<?xml ?>", "0\n", "[x]\n", "a,@\n", "{\"a\":", "[["})
  void noFormatIsGuessedForEver(String repeated) throws IOException {
    Path file = write("guess.dat", repeated.repeat(20_000) + "!");
    long start = System.nanoTime();
    assertThatThrownBy(() -> read(file, Reading.AS_DELIVERED)).isInstanceOf(BadInput.class);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
  }

  private void assertRefused(Path file) {
    long start = System.nanoTime();
    assertThatThrownBy(() -> read(file, Reading.AS_DELIVERED)).isInstanceOf(BadInput.class)
        .hasMessageNotContaining("geheim99");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
  }

  private static Reading within(Setting setting, String value) {
    return Reading.AS_DELIVERED.within(SourceLimits.of(Values.STANDARD.with(setting, value, "test")));
  }

  private static void read(Path file, Reading how) {
    try (FeatureSource source = Sources.open(file, how)) {
      while (source.hasNext()) {
        source.next();
      }
    }
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Path zip(String entry, String text) throws IOException {
    Path zip = folder.resolve("input.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry(entry));
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return zip;
  }

  private Path geoPackage(String schema) throws SQLException {
    Path gpkg = folder.resolve("hostile.gpkg");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + gpkg); Statement statement = connection.createStatement()) {
      statement.execute("pragma application_id = 1196444487");
      statement.execute("create table gpkg_spatial_ref_sys (srs_name text, srs_id integer primary key, organization text,"
          + " organization_coordsys_id integer, definition text)");
      statement.execute("insert into gpkg_spatial_ref_sys values ('CGCS2000', 4490, 'EPSG', 4490, '')");
      statement.execute("create table gpkg_contents (table_name text primary key, data_type text)");
      statement.execute("insert into gpkg_contents values ('layer', 'features')");
      statement.execute("create table gpkg_geometry_columns (table_name text, column_name text, srs_id integer)");
      statement.execute("insert into gpkg_geometry_columns values ('layer', 'geom', 4490)");
      for (String each : schema.split(";(?! end)")) {
        statement.execute(each);
      }
    }
    return gpkg;
  }
}
