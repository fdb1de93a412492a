package org.parkland.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parkland.SampleDistrict;
import org.parkland.analysis.Workspace;
import org.parkland.bench.TemporaryPostgis;
import org.parkland.land.Feature;
import org.parkland.land.Snapshot;
import org.parkland.store.FeatureCursor;
import org.parkland.store.FeatureQuery;

/** Tables and views of a real PostGIS, read by {@code import --from}. */
class ImportFromPostgisTest {
  private static final String SQUARE =
      "POLYGON((38405000 2490000,38405000 2490100,38405100 2490100,38405100 2490000,38405000 2490000))";
  private static TemporaryPostgis server;

  @TempDir
  private Path folder;

  @BeforeAll
  static void start() throws SQLException {
    server = TemporaryPostgis.start();
    try (Connection connection = server.connect(); Statement sql = connection.createStatement()) {
      sql.execute("create schema land");
      sql.execute("create table land.\"宗地\" (gid int primary key, \"ZDDM\" text, \"YDYHFLDM\" text, qdrq date,"
          + " zdmj numeric(12,2), bz text, geom geometry(Polygon, 4526))");
      for (int i = 3; i >= 1; i--) {
        sql.execute("insert into land.\"宗地\" values (" + i + ", 'Z" + i + "', '1001', '2020-02-29', 10000.00, '备注',"
            + " st_translate(st_geomfromtext('" + SQUARE + "', 4526), " + i * 200 + ", 0))");
      }
      sql.execute("create view land.two as select \"ZDDM\", \"YDYHFLDM\", geom from land.\"宗地\" where gid < 3");
      sql.execute("create table land.bare (a int)");
      sql.execute("create table land.mixed as select 'A' as zddm, '1001' as ydyhfldm, st_geomfromtext('" + SQUARE
          + "', 4526) as geom union all select 'B', '1001', st_geomfromtext('" + SQUARE + "', 4527)");
    }
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void aTableIsStoredInTheOrderOfItsKeyWithColumnsNobodyAskedFor() {
    Console console = importing("land.\"宗地\"");
    assertThat(console.exit()).as(console.err()).isZero();
    assertThat(console.out()).contains("3 rows read, 3 stored, 0 rejected", "PostGIS, layer 宗地, EPSG:4526");
    try (Workspace workspace = Workspace.open(SampleDistrict.settings(database()))) {
      Snapshot snapshot = workspace.store().snapshots().get(0);
      try (FeatureCursor rows = workspace.store().features(snapshot, FeatureQuery.all())) {
        Feature first = rows.next();
        assertThat(first.attributes()).containsEntry("id", "Z1").containsEntry("registered_area_m2", 10_000.0);
        assertThat(first.extra()).isEqualTo(Map.of("gid", "1", "bz", "备注"));
        assertThat(first.geometry().getArea()).isEqualTo(10_000);
      }
    }
    assertThat(importing("land.\"宗地\"").out()).contains("already stored as snapshot 1; nothing was changed");
  }

  @Test
  void aViewIsATableToo() {
    assertThat(importing("land.two").out()).contains("2 rows read, 2 stored, 0 rejected");
  }

  @Test
  void whatCannotBeReadIsRefusedWithTheRemedy() {
    refused(importing("land.nowhere"), "there is no such table or view that the user may see");
    refused(importing("land.bare"), "has no column of shapes");
    refused(importing("land.mixed"), "mixes reference systems: SRID 4526 and 4527");
    refused(importing("land.two; drop table land.bare"), "SQLSTATE 42602");
  }

  @Test
  void noPasswordIsEverPrinted() {
    Console console = Console.run("import", "--from", "jdbc:postgresql://127.0.0.1:1/x?user=a&password=secret", "--table",
        "t", "--as", "parcels", "--date", "2025-12-31", "--db", database().toString());
    refused(console, "jdbc:postgresql://127.0.0.1:1/x table t: the server cannot be reached");
    assertThat(console.err()).doesNotContain("secret");
  }

  @Test
  void aFileAndATableAtOnceAreWrongUse() {
    assertThat(Console.run("import", "x.zip", "--from", "jdbc:postgresql://h/d", "--as", "parcels").exit()).isEqualTo(2);
    assertThat(Console.run("import", "--from", "jdbc:postgresql://h/d", "--as", "parcels").exit()).isEqualTo(2);
  }

  private static void refused(Console console, String message) {
    assertThat(console.err()).contains(message).doesNotContain("Exception");
    assertThat(console.exit()).isEqualTo(3);
  }

  private Console importing(String table) {
    return Console.run("import", "--from", server.jdbcUrl(), "--table", table, "--as", "parcels", "--date", "2025-12-31",
        "--db", database().toString());
  }

  private Path database() {
    return folder.resolve("own.gpkg");
  }
}
