package org.parkland.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.parkland.bench.TemporaryPostgis;
import org.parkland.land.Feature;
import org.parkland.land.Snapshot;
import org.parkland.store.FeatureCursor;
import org.parkland.store.FeatureQuery;
import org.parkland.store.Rows;
import org.parkland.store.Store;
import org.parkland.store.embedded.EmbeddedStore;
import org.parkland.store.postgis.PostgisStore;

/** The same land gives the same tiles, byte for byte, whichever home its store has; large enough to be merged. */
class BothStoresTest {
  private static final TileTags TAGS = TileTags.of("holders", List.of("holder"),
      each -> each.text("holder") == null ? Map.of() : Map.of("holder", each.text("holder")));

  @TempDir static Path folder;
  private static TemporaryPostgis server;
  private static Home embedded;
  private static Home postgis;

  /** A store with its land and its tiles. */
  private record Home(Store store, Snapshot snapshot, LandTiles tiles) {
    static Home of(Store store, String cache, List<Feature> land, Snapshot draft) {
      return new Home(store, Rows.store(store, draft, land),
          new LandTiles(store, new TileCache(folder.resolve(cache), 1 << 24)));
    }

    Tile tile(TileAddress address) {
      return tiles.tile(snapshot, address, TAGS);
    }
  }

  @BeforeAll
  static void store() {
    server = TemporaryPostgis.start();
    Mesh mesh = new Mesh(150, 7_500, 5);
    List<Feature> land = new ArrayList<>();
    try (FeatureCursor rows = mesh.features(mesh.snapshot(), FeatureQuery.all())) {
      rows.forEachRemaining(land::add);
    }
    embedded = Home.of(EmbeddedStore.open(folder.resolve("t.gpkg"), Rows.schemas()), "e", land, mesh.snapshot());
    postgis = Home.of(PostgisStore.open(server.jdbcUrl(), Rows.schemas()), "p", land, mesh.snapshot());
  }

  @AfterAll
  static void close() {
    embedded.store().close();
    postgis.store().close();
    server.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {6, 10, 12, 13, 14, 15, 16, 18})
  void drawTheSameBytes(int zoom) {
    TileAddress middle = Tiles.middle(embedded.store(), embedded.snapshot(), zoom);
    List<TileAddress> around = List.of(middle, new TileAddress(zoom, middle.x() + 1, middle.y()),
        new TileAddress(zoom, middle.x(), middle.y() - 1));
    assertThat(embedded.tile(middle).bytes()).isNotEmpty();
    for (TileAddress each : around) {
      assertThat(postgis.tile(each).bytes()).as(each.toString()).isEqualTo(embedded.tile(each).bytes());
    }
  }

  @Test
  void areEmptyWhereThereIsNoLand() {
    TileAddress ocean = Tiles.at(new Coordinate(0, 0), 16);
    assertThat(postgis.tile(ocean).isEmpty()).isTrue();
    assertThat(embedded.tile(ocean).isEmpty()).isTrue();
  }
}
