package org.parkland.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parkland.BadInput;
import org.parkland.land.Feature;
import org.parkland.land.Snapshot;
import org.parkland.store.FeatureCursor;
import org.parkland.store.FeatureQuery;

/** Tiles made ahead are those that would be drawn, and serve only the land they were made from. */
class MadeTilesTest {
  private static final int FIRST = 9;
  private static final int LAST = 16;
  private static final Mesh MESH = new Mesh(150, 1_500, 4);
  private static final Snapshot SNAPSHOT = MESH.snapshot();
  private static final TileTags IDLE =
      TileTags.of("2025-12-31", List.of(), feature -> feature.row() % 5 == 0 ? Map.of("idle", "疑似闲置") : Map.of());

  @TempDir
  private Path folder;
  private Path file;
  private long written;

  @BeforeEach
  void make() {
    file = folder.resolve("land.pmtiles");
    List<Long> told = new ArrayList<>();
    written = drawn("making").archive(SNAPSHOT, IDLE, FIRST, LAST, file, (done, total) -> told.add(total - done));
    assertThat(told).isSortedAccordingTo(java.util.Comparator.reverseOrder()).endsWith(0L);
  }

  private LandTiles drawn(String name) {
    return new LandTiles(MESH, new TileCache(folder.resolve(name), 1 << 20));
  }

  private LandTiles served(MemoryStore store, MadeTiles made) {
    return new LandTiles(store, new TileCache(folder.resolve("serving"), 1 << 20), LandTiles.Watch.NONE,
        List.of(made));
  }

  private static MemoryStore memory() {
    List<Feature> all = new ArrayList<>();
    try (FeatureCursor rows = MESH.features(SNAPSHOT, FeatureQuery.all())) {
      rows.forEachRemaining(all::add);
    }
    return new MemoryStore(all);
  }

  @Test
  void theServerAnswersFromTheFileWhatItWouldDraw() {
    LandTiles drawn = drawn("judge");
    MemoryStore store = memory();
    long some = 0;
    try (MadeTiles made = MadeTiles.open(file)) {
      LandTiles served = served(store, made);
      served.prepare(SNAPSHOT);
      for (int zoom = FIRST; zoom <= LAST; zoom++) {
        for (TileAddress each : Tiles.around(MESH, SNAPSHOT, zoom)) {
          Tile tile = served.tile(SNAPSHOT, each, IDLE);
          assertThat(tile.bytes()).as("%s", each).isEqualTo(drawn.tile(SNAPSHOT, each, IDLE).bytes());
          some += tile.isEmpty() ? 0 : 1;
        }
      }
      assertThat(store.queries).as("nothing is asked of the database").hasValue(0);
      assertThat(some).isEqualTo(written);
      assertThat(served.tile(SNAPSHOT, new TileAddress(LAST, 0, 0), IDLE).isEmpty()).isTrue();
      assertThat(served.tile(SNAPSHOT, Tiles.middle(MESH, SNAPSHOT, LAST + 1), IDLE).bytes())
          .isEqualTo(drawn.tile(SNAPSHOT, Tiles.middle(MESH, SNAPSHOT, LAST + 1), IDLE).bytes());
    }
  }

  @Test
  void onAnotherDayMergedTilesStillServeAndThoseOfParcelsAreDrawn() {
    TileAddress merged = Tiles.middle(MESH, SNAPSHOT, 12);
    TileAddress single = Tiles.middle(MESH, SNAPSHOT, 16);
    MemoryStore store = memory();
    try (MadeTiles made = MadeTiles.open(file)) {
      LandTiles served = served(store, made);
      assertThat(Decoded.from(served.tile(SNAPSHOT, merged, TileTags.NONE))).isNotEmpty().allMatch(Decoded::isMerged);
      assertThat(store.queries).hasValue(0);
      assertThat(Decoded.from(served.tile(SNAPSHOT, single, TileTags.NONE))).isNotEmpty()
          .noneMatch(each -> each.tags().containsKey("idle"));
      assertThat(store.queries).hasValue(1);
    }
  }

  @Test
  void otherLandIsDrawn() {
    Snapshot other = Land.snapshot(5, Mesh.CRS, SNAPSHOT.count());
    try (MadeTiles made = MadeTiles.open(file)) {
      LandTiles served = served(memory(), made);
      assertThat(served.isMade(SNAPSHOT)).isTrue();
      assertThat(served.isMade(other)).isFalse();
      assertThat(new LandTiles(MESH, new TileCache(folder, 1 << 20)).isMade(SNAPSHOT)).isFalse();
    }
  }

  @Test
  void whatIsNoFileOfOursIsRefused() throws IOException {
    Path text = Files.writeString(folder.resolve("text.pmtiles"), "not tiles");
    assertThatThrownBy(() -> MadeTiles.open(text)).isInstanceOf(BadInput.class).hasMessageContaining("parkland tiles");
    assertThatThrownBy(() -> MadeTiles.open(folder.resolve("none.pmtiles"))).isInstanceOf(BadInput.class);
    assertThatThrownBy(() -> drawn("far").archive(SNAPSHOT, IDLE, 0, 22, folder.resolve("no/such/folder"), (a, b) -> { }))
        .isInstanceOf(BadInput.class);
  }
}
