package org.parkland.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.parkland.BadInput;
import org.parkland.sink.Column;
import org.parkland.sink.ShapefileWriter;
import org.parkland.sink.SpatialReference;

class ShapefileSourceTest {
  private static final List<Column> COLUMNS = List.of(Column.text("ZDDM", 19), Column.text("ZL", 30),
      Column.decimal("ZDMJ", 15, 2), Column.date("QDRQ"));
  private static final Geometry SQUARE = wkt("POLYGON ((38405000 2490000, 38405000 2490100, 38405100 2490100,"
      + " 38405100 2490000, 38405000 2490000), (38405010 2490010, 38405020 2490010, 38405020 2490020,"
      + " 38405010 2490020, 38405010 2490010))");
  private static final Geometry TWO_PARTS = wkt("MULTIPOLYGON (((38406000 2490000, 38406000 2490100, 38406100"
      + " 2490100, 38406000 2490000)), ((38407000 2490000, 38407000 2490100, 38407100 2490100, 38407000 2490000)))");

  @TempDir
  private Path folder;
  private Path zip;

  @BeforeEach
  void writeLayer() throws IOException {
    zip = folder.resolve("宗地.zip");
    try (ShapefileWriter writer =
        new ShapefileWriter(zip, "宗地", SpatialReference.CGCS2000_ZONE_38, COLUMNS)) {
      writer.write(SQUARE, "440704001001GB00001", "江海区示例路1号", 9900.0, LocalDate.of(2020, 2, 29));
      writer.write(TWO_PARTS, "440704001001GB00002", null, null, null);
    }
  }

  @Test
  void gbkWithoutCpgIsReadAsItWasWritten() {
    List<SourceFeature> rows = read(zip, null);
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0).values()).isEqualTo(Map.of("ZDDM", "440704001001GB00001", "ZL", "江海区示例路1号",
        "ZDMJ", 9900.0, "QDRQ", LocalDate.of(2020, 2, 29)));
    assertThat(rows.get(1).values()).isEqualTo(Map.of("ZDDM", "440704001001GB00002"));
  }

  @Test
  void holesAndPartsSurvive() {
    List<SourceFeature> rows = read(zip, null);
    assertThat(rows.get(0).geometry().equalsTopo(SQUARE)).isTrue();
    assertThat(rows.get(0).geometry().getArea()).isEqualTo(9900);
    assertThat(rows.get(1).geometry().getNumGeometries()).isEqualTo(2);
    assertThat(rows.get(1).geometry().equalsTopo(TWO_PARTS)).isTrue();
  }

  @Test
  void theLayerSaysWhatItIs() {
    try (FeatureSource source = Sources.open(zip, null, null)) {
      assertThat(source.layer().format()).isEqualTo("Shapefile");
      assertThat(source.layer().name()).isEqualTo("宗地");
      assertThat(source.layer().crs().code()).isEqualTo("EPSG:4526");
      assertThat(source.layer().encoding()).isEqualTo(Charset.forName("GB18030"));
      assertThat(source.layer().count()).isEqualTo(2);
      assertThat(source.layer().columns()).containsExactly("ZDDM", "ZL", "ZDMJ", "QDRQ");
    }
  }

  @Test
  void aWrongCpgIsNotBelieved() throws IOException {
    Path shp = unpacked();
    Files.writeString(folder.resolve("layer.cpg"), "UTF-8");
    assertThat(read(shp, null).get(0).values()).containsEntry("ZL", "江海区示例路1号");
  }

  @Test
  void utf8WithoutCpgIsRecognised() throws IOException {
    Path shp = unpacked();
    Path dbf = folder.resolve("layer.dbf");
    byte[] bytes = Files.readAllBytes(dbf);
    bytes[29] = 0;
    byte[] gbk = "江海区示例路1号".getBytes(Charset.forName("GBK"));
    byte[] utf8 = "江海示例1号".getBytes(StandardCharsets.UTF_8);
    int at = indexOf(bytes, gbk);
    Arrays.fill(bytes, at, at + gbk.length, (byte) ' ');
    System.arraycopy(utf8, 0, bytes, at, utf8.length);
    Files.write(dbf, bytes);
    assertThat(read(shp, null).get(0).values()).containsEntry("ZL", "江海示例1号");
  }

  @Test
  void theUserMayOverrideTheEncoding() throws IOException {
    assertThat(read(unpacked(), StandardCharsets.ISO_8859_1).get(0).values().get("ZL")).asString()
        .startsWith("\u00bd\u00ad");
  }

  @Test
  void aTruncatedShpIsRefused() throws IOException {
    Path shp = unpacked();
    byte[] bytes = Files.readAllBytes(shp);
    Files.write(shp, Arrays.copyOf(bytes, bytes.length - 30));
    assertThatThrownBy(() -> read(shp, null)).isInstanceOf(BadInput.class)
        .hasMessage(shp + ": is cut off: it declares " + bytes.length + " bytes and has " + (bytes.length - 30)
            + "; copy or send it again");
  }

  @Test
  void aRecordThatClaimsMoreThanTheFileHasIsRefusedByRow() throws IOException {
    Path shp = unpacked();
    byte[] bytes = Files.readAllBytes(shp);
    bytes[104] = 0x7f;
    Files.write(shp, bytes);
    assertThatThrownBy(() -> read(shp, null)).isInstanceOf(BadInput.class)
        .hasMessageContaining("layer.shp row 1: the shape is damaged: record 1 claims");
  }

  @Test
  void aRecordWithBillionsOfPointsIsRefusedBeforeMemoryIsTaken() throws IOException {
    Path shp = unpacked();
    byte[] bytes = Files.readAllBytes(shp);
    Arrays.fill(bytes, 100 + 8 + 36, 100 + 8 + 44, (byte) 0x7f);
    Files.write(shp, bytes);
    assertThatThrownBy(() -> read(shp, null)).isInstanceOf(BadInput.class).hasMessageContaining("it claims");
  }

  @Test
  void aMissingDbfIsNamed() throws IOException {
    Path shp = unpacked();
    Files.delete(folder.resolve("layer.dbf"));
    assertThatThrownBy(() -> read(shp, null)).isInstanceOf(BadInput.class)
        .hasMessageContaining("its .dbf is missing");
  }

  @Test
  void aShortDbfIsRefused() throws IOException {
    Path shp = unpacked();
    Path dbf = folder.resolve("layer.dbf");
    byte[] bytes = Files.readAllBytes(dbf);
    Files.write(dbf, Arrays.copyOf(bytes, bytes.length - 40));
    assertThatThrownBy(() -> read(shp, null)).isInstanceOf(BadInput.class).hasMessageContaining("is cut off: 2 rows");
  }

  @Test
  void fewerRowsInTheTableThanShapesAreNoticed() throws IOException {
    Path shp = unpacked();
    Path dbf = folder.resolve("layer.dbf");
    byte[] bytes = Files.readAllBytes(dbf);
    bytes[4] = 1;
    Files.write(dbf, bytes);
    assertThatThrownBy(() -> read(shp, null)).isInstanceOf(BadInput.class)
        .hasMessageContaining("row 2: the .dbf ends here, the .shp goes on");
  }

  @Test
  void aMissingPrjLeavesTheSystemUnknown() throws IOException {
    Path shp = unpacked();
    Files.delete(folder.resolve("layer.prj"));
    try (FeatureSource source = Sources.open(shp, null, null)) {
      assertThat(source.layer().crs()).isNull();
    }
  }

  @Test
  void xian80IsRefusedWithTheReason() throws IOException {
    Path shp = unpacked();
    Path prj = folder.resolve("layer.prj");
    Files.writeString(prj, Files.readString(prj).replace("6378137.0,298.257222101", "6378140.0,298.257"));
    assertThatThrownBy(() -> read(shp, null)).isInstanceOf(BadInput.class)
        .hasMessageContaining("Xi'an 80 needs local transformation parameters");
  }

  @Test
  void aTextNamedZipIsCalledOut() throws IOException {
    Path text = Files.writeString(folder.resolve("parcels.zip"), "no archive");
    assertThatThrownBy(() -> read(text, null)).isInstanceOf(BadInput.class)
        .hasMessageContaining("is not a ZIP archive although its name says so");
  }

  private Path unpacked() throws IOException {
    try (var archive = new java.util.zip.ZipFile(zip.toFile())) {
      for (var entry : java.util.Collections.list(archive.entries())) {
        String ending = entry.getName().substring(entry.getName().lastIndexOf('.'));
        Files.write(folder.resolve("layer" + ending), archive.getInputStream(entry).readAllBytes());
      }
    }
    return folder.resolve("layer.shp");
  }

  private static List<SourceFeature> read(Path file, Charset encoding) {
    List<SourceFeature> rows = new ArrayList<>();
    try (FeatureSource source = Sources.open(file, null, encoding)) {
      source.forEachRemaining(rows::add);
    }
    return rows;
  }

  private static int indexOf(byte[] bytes, byte[] wanted) {
    for (int i = 0; i + wanted.length <= bytes.length; i++) {
      if (Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
        return i;
      }
    }
    throw new AssertionError("not found");
  }

  private static Geometry wkt(String text) {
    try {
      return new WKTReader().read(text);
    } catch (ParseException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
