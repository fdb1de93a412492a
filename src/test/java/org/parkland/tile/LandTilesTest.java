package org.parkland.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.algorithm.distance.DiscreteHausdorffDistance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.parkland.land.Feature;
import org.parkland.land.Snapshot;
import org.parkland.store.FeatureCursor;
import org.parkland.store.FeatureQuery;

/** Tiles of single parcels against brute force over all of them. */
class LandTilesTest {
  private static final int SIDE = 30;
  private static final Mesh MESH = new Mesh(SIDE, 1_500, 11);
  private static final Snapshot SNAPSHOT = MESH.snapshot();
  private static final Geometry BUFFERED = new GeometryFactory().toGeometry(new Envelope(-64, 4160, -64, 4160));

  @TempDir Path directory;

  @Test
  void holdsExactlyTheParcelsThatMeetTheBufferedTile() {
    for (TileAddress address : Tiles.around(MESH, SNAPSHOT, 16)) {
      Set<String> expected = new HashSet<>();
      Set<String> certain = new HashSet<>();
      for (Feature each : all()) {
        double area = Decoded.exact(each.geometry(), Mesh.CRS, address).intersection(BUFFERED).getArea();
        if (area > 0) {
          expected.add(each.id());
        }
        if (area > 200) {
          certain.add(each.id());
        }
      }
      Set<String> found = Decoded.byId(tile(address)).keySet();
      assertThat(expected).containsAll(found);
      assertThat(found).containsAll(certain);
    }
  }

  @Test
  void drawsEveryVertexWithinHalfAUnit() {
    TileAddress address = Tiles.middle(MESH, SNAPSHOT, 16);
    Map<String, Decoded> drawn = Decoded.byId(tile(address));
    int compared = 0;
    for (Feature each : all()) {
      Geometry exact = Decoded.exact(each.geometry(), Mesh.CRS, address);
      if (BUFFERED.contains(exact)) {
        Geometry found = drawn.get(each.id()).geometry();
        assertThat(DiscreteHausdorffDistance.distance(found, exact)).isLessThan(Math.sqrt(0.5) + 0.01);
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(100);
  }

  @Test
  void isValidWithCodesAndRightWinding() {
    Map<String, Feature> byId = new HashMap<>();
    all().forEach(each -> byId.put(each.id(), each));
    for (int z = 11; z <= 18; z++) {
      List<Decoded> drawn = Decoded.from(tile(Tiles.middle(MESH, SNAPSHOT, z)));
      assertThat(drawn).isNotEmpty().allMatch(Decoded::isValid)
          .allMatch(each -> each.code().equals(byId.get(each.id()).landUse()));
    }
  }

  @Test
  void keepsSharedVerticesShared() {
    TileAddress address = Tiles.middle(MESH, SNAPSHOT, 15);
    Map<Coordinate, Coordinate> places = new HashMap<>();
    Map<String, Decoded> drawn = Decoded.byId(tile(address));
    for (Feature each : all()) {
      Geometry exact = Decoded.exact(each.geometry(), Mesh.CRS, address);
      if (BUFFERED.contains(exact) && drawn.get(each.id()).geometry().getNumPoints() == exact.getNumPoints()) {
        Set<Coordinate> corners = new HashSet<>(List.of(drawn.get(each.id()).geometry().getCoordinates()));
        for (Coordinate vertex : exact.getCoordinates()) {
          Coordinate snapped = new Coordinate(Math.round(vertex.x), Math.round(vertex.y));
          places.putIfAbsent(vertex, snapped);
          assertThat(corners).contains(places.get(vertex));
        }
      }
    }
  }

  @Test
  void tilesOfParcelsLeaveNoCracks() {
    TileAddress address = Tiles.middle(MESH, SNAPSHOT, 17);
    List<Geometry> drawn = new ArrayList<>();
    Decoded.from(tile(address)).forEach(each -> drawn.add(each.geometry()));
    Geometry union = new GeometryFactory().buildGeometry(drawn).union();
    double sum = drawn.stream().mapToDouble(Geometry::getArea).sum();
    assertThat(union.getArea()).isEqualTo(4224.0 * 4224.0);
    assertThat(sum).isEqualTo(union.getArea());
  }

  @Test
  void isEmptyOnGroundThatTheProjectionCannotReach() {
    for (int z = 8; z <= 22; z++) {
      for (int eighth = 0; eighth < 8; eighth++) {
        TileAddress address = new TileAddress(z, (1 << z - 3) * eighth, (1 << z - 1) + (1 << z - 3));
        assertThat(tile(address).isEmpty()).as("%s", address).isTrue();
      }
    }
  }

  private Tile tile(TileAddress address) {
    return new LandTiles(MESH, new TileCache(directory, 1 << 20)).tile(SNAPSHOT, address, TileTags.NONE);
  }

  private static List<Feature> all() {
    List<Feature> all = new ArrayList<>();
    try (FeatureCursor rows = MESH.features(SNAPSHOT, FeatureQuery.all())) {
      rows.forEachRemaining(all::add);
    }
    return all;
  }
}
