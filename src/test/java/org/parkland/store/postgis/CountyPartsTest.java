package org.parkland.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.parkland.bench.TemporaryPostgis;
import org.parkland.land.Feature;
import org.parkland.land.Snapshot;
import org.parkland.store.FeatureCursor;
import org.parkland.store.FeatureQuery;
import org.parkland.store.Rows;
import org.parkland.store.Store;

/** Tables of parcels are partitioned by county, which no reader notices but by the time it takes. */
class CountyPartsTest {
  private static TemporaryPostgis server;

  @BeforeAll
  static void start() {
    server = TemporaryPostgis.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void emptySchema() throws SQLException {
    execute("drop schema if exists parkland cascade");
  }

  /** Squares whose counties take turns; every eleventh has a number that tells none. */
  private static List<Feature> mixed(int count, int counties) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> {
      Feature square = Rows.square(i);
      Map<String, Object> values = new HashMap<>(square.attributes());
      values.keySet().retainAll(List.of("id"));
      values.put("id", i % 11 == 0 ? "P" + i : String.format("44%04d%013d", 101 + i % counties, i));
      return new Feature(i, square.geometry(), values, Map.of());
    }).toList();
  }

  @Test
  void rowsComeBackInTheirOrderWithTheirKeys() throws SQLException {
    List<Feature> rows = mixed(500, 7);
    try (Store store = open()) {
      Snapshot stored = Rows.store(store, Rows.draft(), rows);
      List<String> found = new ArrayList<>();
      try (FeatureCursor cursor = store.features(stored, FeatureQuery.all())) {
        while (cursor.hasNext()) {
          found.add(cursor.next().id());
          assertThat(cursor.key()).isEqualTo(found.size());
        }
      }
      assertThat(found).isEqualTo(rows.stream().map(Feature::id).toList());
      assertThat(count("select count(*) from parkland.part")).isEqualTo(8);
      assertThat(count("select sum(row_count) from parkland.part")).isEqualTo(500);
      assertThat(count("select count(*) from parkland.current_parcels")).isEqualTo(500);
    }
  }

  @Test
  void windowsAndNumbersFindTheSameAsASearchThroughAll() {
    List<Feature> rows = mixed(400, 5);
    try (Store store = open()) {
      Snapshot stored = Rows.store(store, Rows.draft(), rows);
      Envelope all = store.extent(stored);
      assertThat(all).isEqualTo(extent(rows));
      for (int i = 0; i < 20; i++) {
        Envelope window = new Envelope(all.getMinX() + 20 * i, all.getMinX() + 20 * i + 35, all.getMinY() + 3 * i,
            all.getMinY() + 3 * i + 25);
        assertThat(Rows.of(store, stored, FeatureQuery.all().within(window))).extracting(Feature::id)
            .isEqualTo(rows.stream().filter(each -> each.geometry().getEnvelopeInternal().intersects(window))
                .map(Feature::id).toList());
      }
      assertThat(Rows.of(store, stored, FeatureQuery.all().within(new Envelope(0, 1, 0, 1)))).isEmpty();
      for (Feature each : rows) {
        assertThat(store.find(stored, each.id()).orElseThrow().row()).isEqualTo(each.row());
      }
      assertThat(store.find(stored, "4401010000000000000X")).isEmpty();
    }
  }

  @Test
  void aWindowOpensOnlyTheCountiesItMeets() throws SQLException {
    List<Feature> west = mixed(50, 1);
    List<Feature> rows = new ArrayList<>(west);
    for (int i = 2_001; i <= 2_050; i++) {
      rows.add(new Feature(i, Rows.square(i).geometry(), Map.of("id", String.format("440999%013d", i)), Map.of()));
    }
    try (Store store = open()) {
      Snapshot stored = Rows.store(store, Rows.draft(), rows);
      Parts parts = new Parts();
      try (Connection connection = new Connections(
          new org.parkland.config.ServerAddress(server.jdbcUrl(), Map.of()), "parkland").writer()) {
        parts.read(connection, ((PostgisStore) store).tableOf(stored).replace("parkland.", ""));
      }
      String table = ((PostgisStore) store).tableOf(stored).replace("parkland.", "");
      Envelope far = rows.get(rows.size() - 1).geometry().getEnvelopeInternal();
      assertThat(parts.meeting(table, far).values()).isEqualTo(List.of("440999"));
      assertThat(parts.holding(table, "4409990000000002001").values()).isEqualTo(List.of("", "440999"));
    }
  }

  @Test
  void moreCountiesThanOneTransactionCanHoldShareAPart() throws SQLException {
    List<Feature> rows = mixed(3 * CountyTables.MOST, 2 * CountyTables.MOST);
    try (Store store = open()) {
      Snapshot stored = Rows.store(store, Rows.draft(), rows);
      assertThat(count("select count(*) from parkland.part")).isBetween((long) CountyTables.MOST, CountyTables.MOST + 1L);
      assertThat(Rows.of(store, stored, FeatureQuery.all())).hasSameSizeAs(rows);
      for (Feature each : rows) {
        assertThat(store.find(stored, each.id())).isPresent();
      }
    }
  }

  @Test
  void aTableOfAnOlderDatabaseIsReadAsItIs() throws SQLException {
    try (Store store = open()) {
      Snapshot stored = Rows.store(store, Rows.draft(), mixed(60, 3));
      String table = ((PostgisStore) store).tableOf(stored);
      execute("create table parkland.plain as select * from " + table, "drop table " + table + " cascade",
          "alter table parkland.plain drop column county", "alter table parkland.plain rename to "
              + table.replace("parkland.", ""), "delete from parkland.part");
    }
    try (Store store = open()) {
      Snapshot stored = store.snapshots().get(0);
      assertThat(Rows.of(store, stored, FeatureQuery.all())).hasSize(60);
      assertThat(Rows.of(store, stored, FeatureQuery.all().within(store.extent(stored)))).hasSize(60);
      assertThat(store.find(stored, "P11")).isPresent();
    }
  }

  private static Envelope extent(List<Feature> rows) {
    Envelope box = new Envelope();
    rows.forEach(each -> box.expandToInclude(each.geometry().getEnvelopeInternal()));
    return box;
  }

  private static Store open() {
    return PostgisStore.open(server.jdbcUrl(), Rows.schemas());
  }

  private static long count(String sql) throws SQLException {
    try (Connection connection = server.connect(); Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  private static void execute(String... statements) throws SQLException {
    try (Connection connection = server.connect(); Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }
}
