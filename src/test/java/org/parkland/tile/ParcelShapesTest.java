package org.parkland.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.parkland.geometry.Crs;
import org.parkland.geometry.Reprojection;
import org.parkland.land.Feature;
import org.parkland.land.Snapshot;
import org.parkland.store.FeatureCursor;
import org.parkland.store.FeatureQuery;

/** One shape each, in the units of tile 16/53346/28564 (Jianghai). */
class ParcelShapesTest {
  private static final TileAddress ADDRESS = new TileAddress(16, 53346, 28564);

  @TempDir Path directory;

  @Test
  void holesStayHoles() {
    String wkt = "POLYGON ((100 100, 900 100, 900 900, 100 900, 100 100),"
        + " (300 300, 300 500, 500 500, 500 300, 300 300))";
    assertThat(draw(wkt).equalsTopo(Land.read(wkt))).isTrue();
  }

  @Test
  void partsStayOneFeature() {
    String wkt = "MULTIPOLYGON (((0 0, 50 0, 50 50, 0 50, 0 0), (10 10, 10 20, 20 20, 20 10, 10 10)),"
        + " ((100 0, 150 0, 150 50, 100 0)))";
    assertThat(draw(wkt).equalsTopo(Land.read(wkt))).isTrue();
  }

  @Test
  void linesAndPointsOfACollectionAreNoLand() {
    String wkt = "GEOMETRYCOLLECTION (POINT (5 5), LINESTRING (0 0, 9 9), POLYGON ((0 0, 50 0, 50 50, 0 0)))";
    assertThat(draw(wkt).equalsTopo(Land.read("POLYGON ((0 0, 50 0, 50 50, 0 0))"))).isTrue();
  }

  @Test
  void ringsSmallerThanTheGridVanish() {
    assertThat(tile("POLYGON ((100.1 100.1, 100.3 100.1, 100.3 100.3, 100.1 100.1))").isEmpty()).isTrue();
    Geometry holeGone = draw("POLYGON ((0 0, 50 0, 50 50, 0 50, 0 0), (9.1 9.1, 9.1 9.3, 9.3 9.3, 9.1 9.1))");
    assertThat(holeGone.getArea()).isEqualTo(2500);
  }

  @Test
  void narrowNecksAreDrawnValid() {
    Geometry drawn = draw("POLYGON ((0 0, 40 0, 40 20, 20.2 20, 20.2 40, 40 40, 40 60, 0 60, 0 40, 19.9 40,"
        + " 19.9 20, 0 20, 0 0))");
    assertThat(drawn.isValid()).isTrue();
    assertThat(drawn.getArea()).isEqualTo(1600);
  }

  @Test
  void vertexRoundedAcrossAnEdgeIsMended() {
    Geometry drawn = draw("POLYGON ((0 0, 100 1, 200 0, 200 50, 100 1.4, 0 50, 0 0))");
    assertThat(drawn.isValid()).isTrue();
    assertThat(drawn.getArea()).isBetween(4900.0, 5100.0);
  }

  @Test
  void isCutAtTheBufferOnce() {
    assertThat(draw("POLYGON ((-500 100, 500 100, 500 200, -500 200, -500 100))")
        .equalsTopo(Land.read("POLYGON ((-64 100, 500 100, 500 200, -64 200, -64 100))"))).isTrue();
  }

  @Test
  void combReachingOverTheEdgeFallsIntoParts() {
    Geometry drawn = draw("POLYGON ((-200 0, 100 0, 100 10, -100 10, -100 20, 100 20, 100 30, -200 30, -200 0))");
    assertThat(drawn.isValid()).isTrue();
    assertThat(drawn.getNumGeometries()).isEqualTo(2);
    assertThat(drawn.getArea()).isEqualTo(2 * 164 * 10);
  }

  @Test
  void holeOverTheEdgeOpens() {
    Geometry drawn = draw("POLYGON ((-500 0, 500 0, 500 500, -500 500, -500 0),"
        + " (-200 100, -200 200, 200 200, 200 100, -200 100))");
    assertThat(drawn.isValid()).isTrue();
    assertThat(drawn.getArea()).isEqualTo(564 * 500 - 264 * 100);
  }

  @Test
  void parcelAroundTheTileFillsIt() {
    assertThat(draw("POLYGON ((-9000 -9000, 9000 -9000, 9000 9000, -9000 9000, -9000 -9000))").getArea())
        .isEqualTo(4224 * 4224);
  }

  @Test
  void parcelOnACornerIsInFourTiles() {
    Feature parcel = Land.parcel(1, "0701", ADDRESS,
        "POLYGON ((-300 -200, 100 -200, 100 400, -300 400, -300 -200))");
    LandTiles tiles = tiles(List.of(parcel));
    double inTiles = 0;
    for (int dx = -1; dx <= 0; dx++) {
      for (int dy = -1; dy <= 0; dy++) {
        TileAddress address = new TileAddress(16, ADDRESS.x() + dx, ADDRESS.y() + dy);
        Map<String, Decoded> drawn = Decoded.byId(tiles.tile(snapshot(1), address, TileTags.NONE));
        assertThat(drawn).containsOnlyKeys("P1");
        inTiles += drawn.get("P1").areaInTile();
      }
    }
    assertThat(inTiles).isEqualTo(400 * 600);
  }

  @Test
  void bowTieIsMended() {
    Geometry drawn = draw("POLYGON ((0 0, 100 100, 100 0, 0 100, 0 0))");
    assertThat(drawn.isValid()).isTrue();
    assertThat(drawn.getArea()).isEqualTo(5000);
    Geometry cut = draw("POLYGON ((-100 0, 0 100, 0 0, -100 100, -100 0))");
    assertThat(cut.isValid()).isTrue();
    assertThat(cut.getArea()).isEqualTo(2500 + 196);
  }

  @Test
  void parcelBeyondRepairDoesNotBreakATile() {
    Feature good = Land.parcel(1, "0701", ADDRESS, "POLYGON ((0 0, 50 0, 50 50, 0 0))");
    Feature bad = Land.parcel(2, "0701", ADDRESS, "POLYGON ((0 0, 50 0, 50 50, 0 0))");
    ((Polygon) bad.geometry()).getExteriorRing().getCoordinateSequence()
        .setOrdinate(1, 0, Double.NaN);
    LandTiles tiles = tiles(List.of(good, bad));
    for (int again = 0; again < 2; again++) {
      TileAddress address = new TileAddress(16 + again, ADDRESS.x() << again, ADDRESS.y() << again);
      assertThat(Decoded.byId(tiles.tile(snapshot(2), address, TileTags.NONE))).containsOnlyKeys("P1");
    }
    assertThat(tiles.leftOut(snapshot(2))).isEqualTo(1);
  }

  @Test
  void placesWithoutLandAreEmptyEverywhere() {
    LandTiles tiles = tiles(List.of(Land.parcel(1, "0701", ADDRESS, "POLYGON ((0 0, 50 0, 50 50, 0 0))")));
    for (int z = 1; z <= 22; z++) {
      assertThat(tiles.tile(snapshot(1), new TileAddress(z, 0, (1 << z) - 1), TileTags.NONE).bytes()).isEmpty();
    }
    assertThat(tiles.tile(snapshot(1), ADDRESS, TileTags.NONE).isEmpty()).isFalse();
  }

  @Test
  void tagsAreCarried() {
    TileTags tags = TileTags.of("t1", List.of(),
        feature -> Map.of("idle", "闲置", "years", 3, "rate", 0.5, "m0", true));
    Feature parcel = Land.parcel(1, null, ADDRESS, "POLYGON ((0 0, 50 0, 50 50, 0 0))");
    assertThat(Decoded.from(tiles(List.of(parcel)).tile(snapshot(1), ADDRESS, tags)).get(0).tags())
        .containsEntry("id", "P1").containsEntry("idle", "闲置").containsEntry("years", 3L)
        .containsEntry("rate", 0.5).containsEntry("m0", true).doesNotContainKey("code");
  }

  @ParameterizedTest
  @ValueSource(strings = {"EPSG:4490", "EPSG:4547", "EPSG:4525"})
  void landLooksTheSameFromEveryCrs(String crs) {
    Mesh mesh = new Mesh(12, 600, 3);
    Reprojection reprojection = Crs.of(Mesh.CRS).to(Crs.of(crs));
    List<Feature> moved = new ArrayList<>();
    try (FeatureCursor rows = mesh.features(mesh.snapshot(), FeatureQuery.all())) {
      rows.forEachRemaining(each ->
          moved.add(Land.parcel(each.row(), each.landUse(), reprojection.apply(each.geometry()))));
    }
    TileAddress address = Tiles.middle(mesh, mesh.snapshot(), 16);
    Map<String, Decoded> expected =
        Decoded.byId(new LandTiles(mesh, cache("a")).tile(mesh.snapshot(), address, TileTags.NONE));
    Map<String, Decoded> found = Decoded.byId(new LandTiles(new MemoryStore(moved), cache("b"))
        .tile(Land.snapshot(1, crs, moved.size()), address, TileTags.NONE));
    assertThat(found).hasSameSizeAs(expected).hasSizeGreaterThan(20);
    found.forEach((id, each) -> assertThat(each.geometry().getEnvelopeInternal().getMinX())
        .isCloseTo(expected.get(id).geometry().getEnvelopeInternal().getMinX(), within(1.0)));
  }

  private Geometry draw(String wkt) {
    List<Decoded> drawn = Decoded.from(tile(wkt));
    assertThat(drawn).hasSize(1);
    return drawn.get(0).geometry();
  }

  private Tile tile(String wkt) {
    return tiles(List.of(Land.parcel(1, "0701", ADDRESS, wkt))).tile(snapshot(1), ADDRESS, TileTags.NONE);
  }

  private final Map<String, Integer> caches = new HashMap<>();

  private LandTiles tiles(List<Feature> features) {
    return new LandTiles(new MemoryStore(features), cache("c" + caches.merge("c", 1, Integer::sum)));
  }

  private TileCache cache(String name) {
    return new TileCache(directory.resolve(name), 1 << 20);
  }

  private static Snapshot snapshot(int count) {
    return Land.snapshot(1, Crs.WEB_MERCATOR, count);
  }
}
