package org.parkland.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class ShapefileWriterTest {
  private static final List<Column> COLUMNS = List.of(Column.text("ZL", 8),
      Column.decimal("ZDMJ", 15, 2), Column.date("QDRQ"), Column.integer("N", 6));

  @TempDir Path directory;

  private ZippedShapefile written(Geometry shape, Object... values) throws IOException {
    Path file = directory.resolve("layer.zip");
    try (ShapefileWriter out = new ShapefileWriter(
        file, "layer", SpatialReference.CGCS2000_ZONE_38, COLUMNS)) {
      out.write(shape, values);
    }
    return new ZippedShapefile(file);
  }

  private static Geometry shape(String wkt) throws ParseException {
    return new WKTReader().read(wkt);
  }

  @Test
  void attributesAreGbkWithoutCpgAndTheLanguageDriverSaysSo() throws Exception {
    ZippedShapefile read = written(shape("POLYGON((0 0,4 0,4 4,0 4,0 0))"),
        "江海区", 1234.565, LocalDate.of(2024, 2, 29), 7);
    assertThat(read.rows).containsExactly(
        Map.of("ZL", "江海区", "ZDMJ", "1234.57", "QDRQ", "20240229", "N", "7"));
    assertThat(read.entry(".dbf")[29]).isEqualTo((byte) 0x4D);
    assertThat(read.entries.keySet())
        .containsExactly("layer.shp", "layer.shx", "layer.dbf", "layer.prj");
    assertThat(new String(read.entry(".prj"))).contains("\"False_Easting\",38500000.0");
  }

  @Test
  void textIsCutBetweenCharactersAndNullsAreBlank() throws Exception {
    ZippedShapefile read = written(shape("POLYGON((0 0,4 0,4 4,0 4,0 0))"),
        "江海区外海街道", null, null, null);
    assertThat(read.rows).containsExactly(Map.of("ZL", "江海区外"));
  }

  @Test
  void holesAndPartsComeBackAsTheyWent() throws Exception {
    Geometry shape = shape("MULTIPOLYGON(((0 0,9 0,9 9,0 9,0 0),(2 2,2 3,3 3,3 2,2 2)),"
        + "((20 0,24 0,24 4,20 0)))");
    ZippedShapefile read = written(shape, "x", -0.5, null, null);
    assertThat(read.shapes.get(0).equalsTopo(shape)).isTrue();
    assertThat(read.rows.get(0)).containsEntry("ZDMJ", "-0.50");
  }

  @Test
  void equalFeaturesGiveEqualBytes() throws Exception {
    Geometry shape = shape("POLYGON((0 0,4 0,4 4,0 4,0 0))");
    Object[] values = {"a", 1.0, null, 2};
    written(shape, values);
    byte[] first = Files.readAllBytes(directory.resolve("layer.zip"));
    written(shape, values);
    assertThat(Files.readAllBytes(directory.resolve("layer.zip"))).isEqualTo(first);
  }

  @Test
  void columnNamesLongerThanTenBytesAreRefused() {
    List<Column> tooLong = Collections.singletonList(Column.text("宗地代码全称", 4));
    assertThatThrownBy(() -> new ShapefileWriter(directory.resolve("a.zip"), "a",
        SpatialReference.CGCS2000_ZONE_38, tooLong)).hasMessageContaining("宗地代码全称");
  }
}
