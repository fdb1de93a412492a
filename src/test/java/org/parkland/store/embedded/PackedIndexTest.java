package org.parkland.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;
import org.parkland.sink.GeoPackageTables;

/** SQLite itself judges the index: its own check, its own search, and its own changes afterwards. */
class PackedIndexTest {
  @TempDir
  Path folder;

  @ParameterizedTest
  @CsvSource({"0, 4096, 1000", "1, 4096, 1000", "51, 4096, 1000", "52, 4096, 1000", "3000, 4096, 100000",
      "3000, 4096, 700", "3000, 1024, 1000", "2602, 4096, 51"})
  void isAnIndexAsSqliteMakesIt(int rows, int pageSize, int atOnce) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("index.db"));
        Statement statement = connection.createStatement()) {
      statement.execute("pragma page_size = " + pageSize);
      connection.setAutoCommit(false);
      statement.execute(GeoPackageTables.spatialIndex("lots"));
      List<Envelope> boxes = boxes(rows);
      PackedIndex index = new PackedIndex(connection, "lots", atOnce);
      for (Envelope each : boxes) {
        index.add(each);
      }
      index.finish();
      connection.commit();
      assertSound(statement);
      for (Envelope window : boxes(20)) {
        window.expandBy(4_000);
        assertThat(search(statement, window)).containsAll(IntStream.range(0, rows)
            .filter(i -> boxes.get(i).intersects(window)).mapToObj(i -> i + 1L).toList());
      }
      statement.execute("delete from rtree_lots_geom where id % 3 = 1");
      statement.execute("insert into rtree_lots_geom values (1000001, 1, 2, 3, 4)");
      assertSound(statement);
    }
  }

  /** 38 million east: where a float is 4 m wide. */
  private static List<Envelope> boxes(int count) {
    Random random = new Random(7);
    List<Envelope> boxes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double x = 38_400_000 + 20_000 * random.nextDouble();
      double y = 2_480_000 + 20_000 * random.nextDouble();
      boxes.add(new Envelope(x, x + 100 * random.nextDouble(), y, y + 100 * random.nextDouble()));
    }
    return boxes;
  }

  private static void assertSound(Statement statement) throws SQLException {
    try (ResultSet check = statement.executeQuery("select rtreecheck('rtree_lots_geom')")) {
      assertThat(check.getString(1)).isEqualTo("ok");
    }
  }

  private static List<Long> search(Statement statement, Envelope window) throws SQLException {
    List<Long> found = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery("select id from rtree_lots_geom where maxx >= " + window.getMinX()
        + " and minx <= " + window.getMaxX() + " and maxy >= " + window.getMinY() + " and miny <= "
        + window.getMaxY())) {
      while (rows.next()) {
        found.add(rows.getLong(1));
      }
    }
    return found;
  }
}
