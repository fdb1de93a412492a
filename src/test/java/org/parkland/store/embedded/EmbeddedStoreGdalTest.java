package org.parkland.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.parkland.land.Feature;
import org.parkland.land.LayerKind;
import org.parkland.land.Snapshot;
import org.parkland.store.FeatureQuery;
import org.parkland.store.Rows;
import org.parkland.store.Store;

/** GDAL, and with it QGIS, opens the embedded file as it is. Needs the Debian package gdal-bin. */
class EmbeddedStoreGdalTest {
  private static final String CONSTRAINT = "constraint_永久基本农田_2025_12_31";
  @TempDir
  private static Path folder;
  private static Path file;

  /** What a program printed. */
  private record Printed(int exit, String out, String err) {}

  @BeforeAll
  static void store() {
    file = folder.resolve("store.gpkg");
    try (Store store = EmbeddedStore.open(file, Rows.schemas())) {
      Rows.store(store, Rows.draft(), Rows.squares(1_234));
      Snapshot constraint = Rows.draft(LayerKind.CONSTRAINT, "永久基本农田", Rows.DAY);
      Rows.store(store, constraint, Rows.squares(3));
    }
  }

  @Test
  void layersCountsExtentsAndSystemsAreSeenWithoutWarning() throws Exception {
    Printed info = run("ogrinfo", "-ro", "-al", "-so", file.toString());
    assertThat(info.err()).isEmpty();
    assertThat(info.exit()).isZero();
    assertThat(info.out()).doesNotContainIgnoringCase("warning").doesNotContain("ERROR")
        .contains("Layer name: parcels_2025_12_31", "Feature Count: 1234",
            "Extent: (38405000.000000, 2490000.000000) - (38405500.000000, 2490250.000000)",
            "Layer name: " + CONSTRAINT, "Feature Count: 3", "ID[\"EPSG\",4526]", "Geometry Column = geom",
            "FID Column = fid", "signed_on: Date", "new_industry: Integer(Boolean)", "registered_area_m2: Real");
  }

  @Test
  void aLayerIsFoundByItsSpatialIndex() throws Exception {
    Printed found = run("ogrinfo", "-ro", "-q", "-spat", "38405001", "2490001", "38405002", "2490002",
        file.toString(), "parcels_2025_12_31");
    assertThat(found.err()).isEmpty();
    assertThat(found.out()).containsOnlyOnce("OGRFeature").contains("id (String) = P1");
  }

  @Test
  void aFeatureDeletedByGdalLeavesTheIndexTrue() throws Exception {
    Path copy = Files.copy(file, folder.resolve("edited.gpkg"));
    Printed edit = run("ogrinfo", copy.toString(), "-sql", "delete from parcels_2025_12_31 where id = 'P7'");
    assertThat(edit.err()).isEmpty();
    requireTrueIndex(copy, 1_233);
  }

  @Test
  void featuresAppendedAndMovedByGdalLeaveTheIndexTrue() throws Exception {
    Path copy = Files.copy(file, folder.resolve("appended.gpkg"));
    Printed append = run("ogr2ogr", "-update", "-append", "-nln", "parcels_2025_12_31", copy.toString(), file.toString(),
        CONSTRAINT);
    assertThat(append.exit()).as(append.err()).isZero();
    Printed move = run("ogrinfo", copy.toString(), "-sql",
        "update parcels_2025_12_31 set geom = (select geom from \"" + CONSTRAINT + "\" where fid = 2) where fid = 1000");
    assertThat(move.err()).isEmpty();
    requireTrueIndex(copy, 1_237);
    try (Store store = EmbeddedStore.open(copy, Rows.schemas())) {
      FeatureQuery middleOfSecond = FeatureQuery.all().within(new Envelope(new Coordinate(38_405_015, 2_490_005)));
      assertThat(Rows.of(store, store.snapshots().get(0), middleOfSecond)).extracting(Feature::id)
          .containsExactly("P2", "P1000", "P2");
    }
  }

  /** Every row has a box in the R*Tree, no box is left over, and the tree is sound. */
  private static void requireTrueIndex(Path geopackage, int rows) throws SQLException {
    String table = "parcels_2025_12_31";
    String index = "rtree_" + table + "_geom";
    String matching = table + " join " + index + " r on fid = r.id";
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + geopackage);
        Statement statement = connection.createStatement()) {
      assertThat(text(statement, "select count(*) from " + table)).isEqualTo(String.valueOf(rows));
      assertThat(text(statement, "select count(*) from " + matching))
          .isEqualTo(String.valueOf(rows));
      assertThat(text(statement, "select count(*) from " + index)).isEqualTo(String.valueOf(rows));
      assertThat(text(statement, "select rtreecheck('" + index + "')")).isEqualTo("ok");
      assertThat(text(statement, "pragma integrity_check")).isEqualTo("ok");
    }
  }

  private static String text(Statement statement, String sql) throws SQLException {
    try (ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }

  private static Printed run(String... command) throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "gdal", ".out");
    Path err = Files.createTempFile(folder, "gdal", ".err");
    int exit = new ProcessBuilder(List.of(command)).redirectOutput(out.toFile()).redirectError(err.toFile())
        .start().waitFor();
    return new Printed(exit, Files.readString(out), Files.readString(err));
  }
}
