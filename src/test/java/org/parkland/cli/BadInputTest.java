package org.parkland.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.parkland.SampleDistrict;
import org.parkland.analysis.Workspace;
import org.parkland.land.Feature;
import org.parkland.land.Snapshot;
import org.parkland.sink.Column;
import org.parkland.sink.ShapefileWriter;
import org.parkland.sink.SpatialReference;
import org.parkland.store.FeatureCursor;
import org.parkland.store.FeatureQuery;

/** Bad input ends with a clear message and exit 3, without a stack trace, and nothing stored is changed. */
class BadInputTest {
  private static final String SQUARE = "POLYGON ((38405000 2490000, 38405000 2490100, 38405100 2490100,"
      + " 38405100 2490000, 38405000 2490000))";
  private static final String BOW_TIE = "POLYGON ((38405000 2490000, 38405100 2490100, 38405100 2490000,"
      + " 38405000 2490100, 38405000 2490000))";

  @TempDir
  private Path folder;
  private Path database;
  private List<Object> before;

  @BeforeEach
  void storeSomething() throws IOException {
    database = folder.resolve("own.gpkg");
    Path good = layer("good", "1001", SQUARE);
    assertThat(importing(good).exit()).isZero();
    before = content();
    assertThat(before).hasSizeGreaterThan(1);
  }

  @Test
  void aTruncatedShapefile() throws IOException {
    Path zip = layer("cut", "1001", SQUARE);
    Path shp = unpack(zip).resolve("cut.shp");
    byte[] bytes = Files.readAllBytes(shp);
    Files.write(shp, Arrays.copyOf(bytes, bytes.length - 8));
    refused(importing(shp), shp + ": is cut off");
  }

  @Test
  void aTruncatedArchive() throws IOException {
    Path zip = layer("cut", "1001", SQUARE);
    byte[] bytes = Files.readAllBytes(zip);
    Files.write(zip, Arrays.copyOf(bytes, bytes.length / 2));
    refused(importing(zip), zip + ": is a damaged ZIP archive; pack or send it again");
  }

  @Test
  void aMissingDbf() throws IOException {
    Path unpacked = unpack(layer("bare", "1001", SQUARE));
    Files.delete(unpacked.resolve("bare.dbf"));
    refused(importing(unpacked), "its .dbf is missing");
  }

  @Test
  void anUnknownCodeNamesRowFieldAndRemedy() throws IOException {
    Path zip = layer("codes", "M9", SQUARE);
    refused(importing(zip), zip + " row 1 field YDYHFLDM: code 'M9' is in no classification;"
        + " map it with --map-code M9=CODE, where CODE is of 用地用海 2023");
  }

  @Test
  void anUnknownCodeCanBeMapped() throws IOException {
    Path zip = layer("codes", "M9", SQUARE);
    Console console = importing(zip, "--map-code", "M9=100102");
    assertThat(console.exit()).as(console.err()).isZero();
    assertThat(console.out()).contains("1 rows read, 1 stored, 0 rejected");
  }

  @Test
  void paddedAndShortenedCodesAreMended() throws IOException {
    assertThat(importing(layer("padded", "100100", SQUARE)).exit()).isZero();
    assertThat(importing(layer("short", "701", SQUARE)).exit()).isZero();
    try (Workspace workspace = Workspace.open(SampleDistrict.settings(database))) {
      List<Snapshot> all = workspace.store().snapshots();
      assertThat(all.subList(1, 3)).extracting(each -> firstCode(workspace, each)).containsExactly("1001", "0701");
      assertThat(all.get(1).report()).contains("\"mendedCodes\":1");
    }
  }

  @Test
  void anUnknownCrsOnTheCommandLine() throws IOException {
    refused(importing(layer("crs", "1001", SQUARE), "--crs", "EPSG:99999"),
        "--crs EPSG:99999: 'EPSG:99999' is not in the EPSG register");
  }

  @Test
  void aLayerThatDoesNotSayItsCrs() throws IOException {
    Path unpacked = unpack(layer("nowhere", "1001", SQUARE));
    Files.delete(unpacked.resolve("nowhere.prj"));
    refused(importing(unpacked), "does not say its coordinate reference system; it looks like EPSG:4526;"
        + " confirm it with --crs EPSG:n");
    assertThat(importing(unpacked, "--crs", "EPSG:4526").exit()).isZero();
  }

  @Test
  void aCrsThatTheCoordinatesContradict() throws IOException {
    refused(importing(layer("degrees", "1001", SQUARE), "--crs", "EPSG:4490"), "do not fit EPSG:4490");
  }

  @Test
  void aFileThatIsNotWhatItsNameSays() throws IOException {
    Path fake = Files.writeString(folder.resolve("parcels.gpkg"), "{\"type\":\"FeatureCollection\",\"features\":[]}");
    refused(importing(fake), fake + ": is not a GeoPackage although its name says so");
  }

  @Test
  void aFileOfNoKnownFormat() throws IOException {
    Path fake = Files.writeString(folder.resolve("parcels.xyz"), "hello");
    refused(importing(fake), "is of no format that Parkland reads");
  }

  @Test
  void aFileThatIsNotThere() {
    refused(importing(folder.resolve("gone.shp")), "gone.shp: there is no such file");
  }

  @Test
  void brokenGeoJsonNamesTheLine() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.geojson"), "{\"type\":\"FeatureCollection\",\n\"features\":[{]}");
    refused(importing(broken), "broken.geojson line 2: is not valid JSON or is cut off");
  }

  @Test
  void aDatabasePathThatCannotBeWritten() throws IOException {
    Path zip = layer("good2", "1001", SQUARE);
    Path nowhere = folder.resolve("no/such/folder/x.gpkg");
    Console console = Console.run("import", zip.toString(), "--as", "parcels", "--date", "2025-12-31", "--db",
        nowhere.toString());
    refused(console, nowhere + ": cannot be written");
  }

  @Test
  void aDatabaseOfAnotherProgram() throws IOException {
    Path zip = layer("good2", "1001", SQUARE);
    Path other = Files.copy(Path.of("gis-data/jianghai/zoning.gpkg"), folder.resolve("other.gpkg"));
    Console console = Console.run("import", zip.toString(), "--as", "parcels", "--date", "2025-12-31", "--db",
        other.toString());
    refused(console, "is a database of another program");
    assertThat(other).hasSameBinaryContentAs(Path.of("gis-data/jianghai/zoning.gpkg"));
  }

  @Test
  void parcelsWithoutADate() throws IOException {
    Console console = Console.run("import", layer("undated", "1001", SQUARE).toString(), "--as", "parcels", "--db",
        database.toString());
    refused(console, "--date: is missing");
  }

  @Test
  void aMissingColumnIsNamedWithTheRemedy() throws IOException {
    Path zip = folder.resolve("nocode.zip");
    write(zip, List.of(Column.text("ZDDM", 19)), SQUARE, "440704001001GB00001");
    refused(importing(zip), "no column holds 现状地类 (land_use); it has: ZDDM; name it with --map land_use=COLUMN");
  }

  @Test
  void aShapeThatARepairWouldChangeIsRejectedAndCounted() throws IOException {
    Path zip = folder.resolve("bowtie.zip");
    try (ShapefileWriter writer = new ShapefileWriter(zip, "bowtie", SpatialReference.CGCS2000_ZONE_38, columns())) {
      writer.write(wkt(BOW_TIE), "440704001001GB00001", "1001");
      writer.write(wkt(SQUARE), "440704001001GB00002", "1001");
    }
    Console console = importing(zip);
    assertThat(console.exit()).isZero();
    assertThat(console.out()).contains("2 rows read, 1 stored, 1 rejected: 1 repair-too-large")
        .contains("row 1 440704001001GB00001: Self-intersection");
  }

  @Test
  void theSameFileTwiceChangesNothing() throws IOException {
    Path zip = layer("good", "1001", SQUARE);
    Console console = importing(zip);
    assertThat(console.exit()).isZero();
    assertThat(console.out()).contains("already stored as snapshot 1; nothing was changed");
    assertThat(content()).isEqualTo(before);
  }

  @Test
  void wrongUseExitsWithTwo() {
    assertThat(Console.run("analyze", "--no-such-option").exit()).isEqualTo(2);
    assertThat(Console.run("import").exit()).isEqualTo(2);
    Console date = Console.run("analyze", "--as-of", "soon");
    assertThat(date.exit()).isEqualTo(2);
    assertThat(date.err()).contains("'soon' is no date; write it as YYYY-MM-DD").doesNotContain("Exception");
  }

  @Test
  void aDemoOfAnImpossibleSize() {
    Console console = Console.run("demo", "--parcels", "5", "--seed", "1", "--out", folder.toString());
    assertThat(console.exit()).isEqualTo(3);
    assertThat(console.err()).contains("--parcels 5").doesNotContain("Exception");
  }

  @Test
  void anUnknownKindOfUnit() {
    Console console = Console.run("analyze", "--db", SampleDistrict.database().toString(), "--units", "galaxy");
    assertThat(console.exit()).isEqualTo(3);
    assertThat(console.err()).contains("--units galaxy: there is no such kind of unit; use one of district, zone");
  }

  private void refused(Console console, String message) {
    assertThat(console.exit()).as(console.err()).isEqualTo(3);
    assertThat(console.err()).contains(message).doesNotContain("\tat ").doesNotContain("Exception");
    assertThat(console.err().strip().lines()).hasSize(1);
    assertThat(content()).isEqualTo(before);
  }

  private Console importing(Path file, String... more) {
    return Console.run(Stream.concat(Stream.of("import", file.toString(), "--as", "parcels", "--date", "2025-12-31",
        "--db", database.toString()), Stream.of(more)).toArray(String[]::new));
  }

  /** All snapshots and all their rows. */
  private List<Object> content() {
    try (Workspace workspace = Workspace.open(SampleDistrict.settings(database))) {
      List<Object> content = new java.util.ArrayList<>();
      for (Snapshot snapshot : workspace.store().snapshots()) {
        content.add(snapshot);
        try (FeatureCursor rows = workspace.store().features(snapshot, FeatureQuery.all())) {
          rows.forEachRemaining(each -> content.add(List.of(each.row(), each.geometry().toText(), each.attributes(), each.extra())));
        }
      }
      return content;
    }
  }

  private static String firstCode(Workspace workspace, Snapshot snapshot) {
    try (FeatureCursor rows = workspace.store().features(snapshot, FeatureQuery.all())) {
      Feature first = rows.next();
      return first.landUse();
    }
  }

  private static List<Column> columns() {
    return List.of(Column.text("ZDDM", 19), Column.text("YDYHFLDM", 10));
  }

  private Path layer(String name, String code, String shape) throws IOException {
    Path zip = folder.resolve(name + ".zip");
    write(zip, columns(), shape, "440704001001GB00001", code);
    return zip;
  }

  private static void write(Path zip, List<Column> columns, String shape, Object... values) throws IOException {
    String name = zip.getFileName().toString().replace(".zip", "");
    try (ShapefileWriter writer = new ShapefileWriter(zip, name, SpatialReference.CGCS2000_ZONE_38, columns)) {
      writer.write(wkt(shape), values);
    }
  }

  private static Path unpack(Path zip) throws IOException {
    Path target = Files.createDirectory(zip.resolveSibling(zip.getFileName() + "-unpacked"));
    try (var archive = new java.util.zip.ZipFile(zip.toFile())) {
      for (var entry : java.util.Collections.list(archive.entries())) {
        Files.write(target.resolve(entry.getName()), archive.getInputStream(entry).readAllBytes());
      }
    }
    return target;
  }

  private static Geometry wkt(String text) {
    try {
      return new WKTReader().read(text);
    } catch (ParseException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
