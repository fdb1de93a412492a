package org.parkland.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parkland.land.Feature;
import org.parkland.land.Snapshot;
import org.parkland.store.FeatureCursor;
import org.parkland.store.FeatureQuery;

/** What is asked of the store, and what of the cache. */
class CachedLandTest {
  private static final Mesh MESH = new Mesh(150, 1_500, 4);
  private static final Snapshot SNAPSHOT = MESH.snapshot();
  private static final List<Feature> PARCELS = parcels();

  @TempDir Path directory;

  @Test
  void onePassServesAllMergedTilesAndAllThreads() throws Exception {
    MemoryStore store = new MemoryStore(PARCELS);
    LandTiles tiles = tiles(store);
    ExecutorService pool = Executors.newFixedThreadPool(8);
    List<Future<Tile>> answers = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      TileAddress address = Tiles.middle(MESH, SNAPSHOT, 10 + i % 4);
      answers.add(pool.submit(() -> tiles.tile(SNAPSHOT, address, TileTags.NONE)));
    }
    for (Future<Tile> each : answers) {
      assertThat(each.get().isEmpty()).isFalse();
    }
    pool.shutdown();
    assertThat(store.queries).hasValue(1);
  }

  @Test
  void aNewProcessAsksTheStoreForNothingItHasDrawn() {
    TileAddress merged = Tiles.middle(MESH, SNAPSHOT, 12);
    TileAddress single = Tiles.middle(MESH, SNAPSHOT, 17);
    LandTiles first = tiles(new MemoryStore(PARCELS));
    MemoryStore store = new MemoryStore(PARCELS);
    LandTiles second = tiles(store);
    for (TileAddress each : List.of(merged, single)) {
      Tile before = first.tile(SNAPSHOT, each, TileTags.NONE);
      Tile after = second.tile(SNAPSHOT, each, TileTags.NONE);
      assertThat(after.etag()).isEqualTo(before.etag());
      assertThat(after.bytes()).isEqualTo(before.bytes());
    }
    assertThat(store.queries).hasValue(0);
  }

  @Test
  void tagsOfAnotherVersionAreDrawnAgainMergedLandIsNot() {
    MemoryStore store = new MemoryStore(PARCELS);
    LandTiles tiles = tiles(store);
    TileTags today = TileTags.of("2025-12-31", List.of(), feature -> Map.of("idle", "疑似闲置"));
    TileAddress merged = Tiles.middle(MESH, SNAPSHOT, 12);
    TileAddress single = Tiles.middle(MESH, SNAPSHOT, 17);
    assertThat(tiles.tile(SNAPSHOT, merged, today)).isSameAs(tiles.tile(SNAPSHOT, merged, TileTags.NONE));
    assertThat(tiles.tile(SNAPSHOT, single, today).etag())
        .isNotEqualTo(tiles.tile(SNAPSHOT, single, TileTags.NONE).etag());
    assertThat(store.queries).hasValue(3);
  }

  @Test
  void mergedTilesAreDrawnAgainWhereSomebodyDeletedThem() throws Exception {
    TileAddress merged = Tiles.middle(MESH, SNAPSHOT, 12);
    tiles(new MemoryStore(PARCELS)).prepare(SNAPSHOT);
    try (var files = Files.walk(directory)) {
      for (Path each : files.filter(path -> path.toString().endsWith(".mvt")).toList()) {
        Files.delete(each);
      }
    }
    assertThat(Decoded.from(tiles(new MemoryStore(PARCELS)).tile(SNAPSHOT, merged, TileTags.NONE)))
        .isNotEmpty().allMatch(Decoded::isMerged);
  }

  @Test
  void forgottenSnapshotsLeaveNoFiles() throws Exception {
    LandTiles tiles = tiles(new MemoryStore(PARCELS));
    tiles.tile(SNAPSHOT, Tiles.middle(MESH, SNAPSHOT, 17), TileTags.NONE);
    tiles.prepare(SNAPSHOT);
    tiles.forget(SNAPSHOT);
    try (var files = Files.list(directory)) {
      assertThat(files).isEmpty();
    }
  }

  private LandTiles tiles(MemoryStore store) {
    return new LandTiles(store, new TileCache(directory, 1 << 20));
  }

  private static List<Feature> parcels() {
    List<Feature> all = new ArrayList<>();
    try (FeatureCursor rows = MESH.features(SNAPSHOT, FeatureQuery.all())) {
      rows.forEachRemaining(all::add);
    }
    return all;
  }
}
