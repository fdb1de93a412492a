package org.parkland.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.parkland.geometry.Crs;
import org.parkland.geometry.Reprojection;
import org.parkland.land.Snapshot;
import org.parkland.store.FeatureCursor;
import org.parkland.store.FeatureQuery;

/** Tiles of land merged by class against the parcels they were made from. */
class MergedTilesTest {
  /** 40,000 parcels, too many for one tile up to zoom 13. */
  private static final Mesh MESH = new Mesh(200, 5_000, 5);
  private static final Snapshot SNAPSHOT = MESH.snapshot();

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(ints = {6, 8, 9, 10, 11, 12, 13, 14, 15})
  void keepsTheSharesOfTheClasses(int z) {
    assertSharesAreTrue(MESH, SNAPSHOT, tiles(MESH), z, z < 8 ? 0.06 : 0.005);
  }

  @Test
  void keepsTheSharesWhenTheRasterHasToGiveUpItsFinestLevels() {
    Mesh wide = new Mesh(150, 60_000, 6);
    LandTiles tiles = tiles(wide);
    for (int z = 8; z <= 11; z++) {
      assertSharesAreTrue(wide, wide.snapshot(), tiles, z, 0.005);
    }
  }

  @Test
  void coversTheLandOnceWithoutCracks() {
    for (int z = 10; z <= 13; z++) {
      TileAddress address = Tiles.middle(MESH, SNAPSHOT, z);
      List<Decoded> merged = Decoded.from(tiles(MESH).tile(SNAPSHOT, address, TileTags.NONE));
      assertThat(merged).isNotEmpty().allMatch(Decoded::isValid).allMatch(Decoded::isMerged);
      List<Geometry> polygons = merged.stream().map(Decoded::geometry).toList();
      double sum = polygons.stream().mapToDouble(Geometry::getArea).sum();
      Geometry union = new GeometryFactory().buildGeometry(polygons).union();
      assertThat(union.getArea()).isEqualTo(sum);
      assertThat(union.getNumGeometries()).isEqualTo(1);
    }
  }

  @Test
  void countsTheParcelsWhoseMiddleIsInTheTile() {
    Map<TileAddress, Map<String, Long>> truth = new HashMap<>();
    Reprojection toMercator = Crs.of(Mesh.CRS).to(Crs.of(Crs.WEB_MERCATOR));
    try (FeatureCursor rows = MESH.features(SNAPSHOT, FeatureQuery.all())) {
      rows.forEachRemaining(each -> {
        Coordinate middle = toMercator.apply(each.geometry()).getEnvelopeInternal().centre();
        truth.computeIfAbsent(Tiles.at(middle, 12), address -> new HashMap<>())
            .merge(each.landUse(), 1L, Long::sum);
      });
    }
    LandTiles tiles = tiles(MESH);
    truth.forEach((address, counts) ->
        Decoded.from(tiles.tile(SNAPSHOT, address, TileTags.NONE)).stream().filter(Decoded::isMerged)
            .forEach(each -> assertThat(each.tags())
                .containsEntry("count", counts.getOrDefault(each.code(), 0L))));
  }

  @Test
  void smallSnapshotsAreMergedFromTheirParcelsAlike() {
    Mesh small = new Mesh(120, 500, 8);
    TileAddress address = Tiles.middle(small, small.snapshot(), 13);
    List<Decoded> merged = Decoded.from(tiles(small).tile(small.snapshot(), address, TileTags.NONE));
    assertThat(merged).isNotEmpty().allMatch(Decoded::isMerged).allMatch(Decoded::isValid);
    assertSharesAreTrue(small, small.snapshot(), tiles(small), 13, 0.005);
  }

  private static void assertSharesAreTrue(
      Mesh mesh, Snapshot snapshot, LandTiles tiles, int z, double tolerance) {
    Map<String, Double> truth = new HashMap<>();
    try (FeatureCursor rows = mesh.features(snapshot, FeatureQuery.all())) {
      rows.forEachRemaining(each -> truth.merge(each.landUse(), each.geometry().getArea(), Double::sum));
    }
    Map<String, Double> drawn = new HashMap<>();
    for (TileAddress address : Tiles.around(mesh, snapshot, z)) {
      for (Decoded each : Decoded.from(tiles.tile(snapshot, address, TileTags.NONE))) {
        drawn.merge(each.code(), each.areaInTile(), Double::sum);
      }
    }
    truth.forEach((code, area) -> assertThat(drawn.getOrDefault(code, 0.0) / sum(drawn))
        .as("share of %s at zoom %d", code, z).isCloseTo(area / sum(truth), within(tolerance)));
  }

  private static double sum(Map<String, Double> areas) {
    return areas.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  private LandTiles tiles(Mesh mesh) {
    return new LandTiles(mesh, new TileCache(directory, 1 << 20));
  }
}
