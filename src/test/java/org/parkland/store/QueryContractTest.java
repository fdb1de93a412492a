package org.parkland.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parkland.bench.TemporaryPostgis;
import org.parkland.land.Feature;
import org.parkland.land.Snapshot;
import org.parkland.store.Condition.AllOf;
import org.parkland.store.Condition.AnyOf;
import org.parkland.store.Condition.Compare;
import org.parkland.store.Condition.Missing;
import org.parkland.store.Condition.Not;
import org.parkland.store.Condition.OneOf;
import org.parkland.store.Condition.Relation;
import org.parkland.store.embedded.EmbeddedStore;
import org.parkland.store.postgis.PostgisStore;

/** Conditions, orders and places of queries: both homes of the store answer alike, and as looking at each row does. */
class QueryContractTest {
  private static final int ROWS = 500;
  @TempDir static Path folder;
  private static TemporaryPostgis server;
  private static List<Store> stores;

  @BeforeAll
  static void open() {
    server = TemporaryPostgis.start();
    stores = List.of(EmbeddedStore.open(folder.resolve("q.gpkg"), Rows.schemas()),
        PostgisStore.open(server.jdbcUrl(), Rows.schemas()));
    stores.forEach(each -> Rows.store(each, Rows.draft(), rows()));
  }

  @AfterAll
  static void close() {
    stores.forEach(Store::close);
    server.close();
  }

  static List<Store> stores() {
    return stores;
  }

  private static List<Feature> rows() {
    List<Feature> rows = new ArrayList<>();
    for (Feature each : Rows.squares(ROWS)) {
      java.util.Map<String, Object> values = new java.util.HashMap<>(each.attributes());
      int i = (int) each.row();
      values.put("registered_area_m2", (double) (i * 37 % 101));
      if (i % 3 == 0) {
        values.put("signed_on", LocalDate.of(2010 + i % 10, 1 + i % 12, 1));
      } else {
        values.remove("signed_on");
      }
      values.put("new_industry", i % 2 == 0);
      values.put("holder", i % 7 == 0 ? "Ä" + i % 5 : i % 7 == 1 ? "示例" + i % 5 : "z" + i % 5);
      rows.add(new Feature(each.row(), each.geometry(), values, each.extra()));
    }
    return rows;
  }

  private static void assertFinds(Store store, Condition condition, Predicate<Feature> wanted) {
    List<String> expected = rows().stream().filter(wanted).map(Feature::id).toList();
    assertThat(expected).isNotEmpty().hasSizeLessThan(ROWS);
    assertThat(ids(store, FeatureQuery.all().where(condition))).isEqualTo(expected);
  }

  private static List<String> ids(Store store, FeatureQuery query) {
    return Rows.of(store, store.snapshots().get(0), query).stream().map(Feature::id).toList();
  }

  @ParameterizedTest(autoCloseArguments = false)
  @MethodSource("stores")
  void findsRowsByTheirKeys(Store store) {
    List<Long> keys = new ArrayList<>();
    try (FeatureCursor rows = store.features(store.snapshots().get(0), FeatureQuery.all())) {
      while (rows.hasNext()) {
        rows.next();
        keys.add(rows.key());
      }
    }
    List<String> all = rows().stream().map(Feature::id).toList();
    List<Long> wanted = List.of(keys.get(7), keys.get(3), keys.get(499), -1L);
    assertThat(ids(store, FeatureQuery.all().where(new Condition.RowIn(wanted))))
        .containsExactly(all.get(3), all.get(7), all.get(499));
    assertThat(ids(store, FeatureQuery.all().where(new Condition.RowIn(List.of())))).isEmpty();
  }

  @ParameterizedTest(autoCloseArguments = false)
  @MethodSource("stores")
  void conditions(Store store) {
    LocalDate day = LocalDate.of(2015, 6, 1);
    assertFinds(store, new Compare("registered_area_m2", Relation.LESS, 50.0), each -> each.number("registered_area_m2") < 50);
    assertFinds(store, new Compare("signed_on", Relation.AT_LEAST, day),
        each -> each.date("signed_on") != null && !each.date("signed_on").isBefore(day));
    assertFinds(store, new Not(new Compare("signed_on", Relation.AT_LEAST, day)),
        each -> each.date("signed_on") != null && each.date("signed_on").isBefore(day));
    assertFinds(store, new Missing("signed_on"), each -> each.date("signed_on") == null);
    assertFinds(store, new Compare("new_industry", Relation.EQUAL, true), each -> each.flag("new_industry"));
    assertFinds(store, new OneOf("holder", List.of("示例1", "Ä2", "' or 1=1 --")),
        each -> List.of("示例1", "Ä2").contains(each.text("holder")));
    assertFinds(store, new Compare("holder", Relation.GREATER, "z4"), each -> each.text("holder").compareTo("z4") > 0);
    assertFinds(store, new AllOf(List.of(new Compare("new_industry", Relation.EQUAL, false),
        new AnyOf(List.of(new Compare("id", Relation.EQUAL, "P7"), new Compare("registered_area_m2", Relation.GREATER, 90.0))))),
        each -> !each.flag("new_industry") && (each.id().equals("P7") || each.number("registered_area_m2") > 90));
  }

  @ParameterizedTest(autoCloseArguments = false)
  @MethodSource("stores")
  void ordersAndPlaces(Store store) {
    List<RowOrder.Key> keys = List.of(new RowOrder.Key("signed_on", true), new RowOrder.Key("holder", false));
    List<String> expected = rows().stream().sorted(Comparator.comparing((Feature each) -> each.date("signed_on"),
        Comparator.nullsLast(Comparator.reverseOrder())).thenComparing(each -> each.text("holder"))
        .thenComparing(Feature::row)).map(Feature::id).toList();
    assertThat(ids(store, FeatureQuery.all().ordered(new RowOrder(keys, null)))).isEqualTo(expected);
    Snapshot snapshot = store.snapshots().get(0);
    List<String> paged = new ArrayList<>();
    RowOrder.Place place = null;
    do {
      try (FeatureCursor rows = store.features(snapshot, FeatureQuery.all().ordered(new RowOrder(keys, place)).atMost(37))) {
        place = null;
        while (rows.hasNext()) {
          Feature row = rows.next();
          paged.add(row.id());
          place = new RowOrder.Place(java.util.Arrays.asList(row.date("signed_on"), row.text("holder")), rows.key());
          assertThat(store.row(snapshot, rows.key()).orElseThrow().id()).isEqualTo(row.id());
        }
      }
    } while (place != null);
    assertThat(paged).isEqualTo(expected);
  }

  @ParameterizedTest(autoCloseArguments = false)
  @MethodSource("stores")
  void extentsAndMissingRows(Store store) {
    Snapshot snapshot = store.snapshots().get(0);
    org.locationtech.jts.geom.Envelope box = new org.locationtech.jts.geom.Envelope();
    rows().forEach(each -> box.expandToInclude(each.geometry().getEnvelopeInternal()));
    assertThat(store.extent(snapshot)).isEqualTo(box);
    assertThat(store.row(snapshot, 0)).isEmpty();
    assertThat(store.row(snapshot, ROWS + 1)).isEmpty();
  }

  @org.junit.jupiter.api.Test
  void viewsShowWhatIsCurrent() throws Exception {
    try (java.sql.Connection connection = server.connect(); java.sql.Statement statement = connection.createStatement();
        java.sql.ResultSet row = statement.executeQuery("select count(*), count(distinct layer), min(as_of)::text,"
            + " sum(registered_area_m2) from parkland.current_parcels")) {
      row.next();
      assertThat(row.getInt(1)).isEqualTo(ROWS);
      assertThat(row.getInt(2)).isEqualTo(1);
      assertThat(row.getString(3)).isEqualTo(Rows.DAY.toString());
      assertThat(row.getDouble(4)).isEqualTo(rows().stream().mapToDouble(each -> each.number("registered_area_m2")).sum());
    }
  }
}
