package org.parkland.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateArrays;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;

/** Whatever is told without {@code IsValidOp} is what {@code IsValidOp} would tell. */
class SimpleRingTest {
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final long SEED = 20261121;

  /** On a small grid rings cross, touch, turn back and repeat points all the time. */
  @Test
  void noInvalidRingIsTakenForAValidOne() {
    Random random = new Random(SEED);
    int told = 0;
    for (int i = 0; i < 200_000; i++) {
      Polygon polygon = ring(random, 3 + random.nextInt(6), 5);
      boolean simple = SimpleRing.bounds(polygon);
      assertThat(simple).as("seed %d: %s", SEED, polygon)
          .isEqualTo(IsValidOp.isValid(polygon) && !repeatsPoint(polygon.getCoordinates()));
      told += simple ? 1 : 0;
    }
    assertThat(told).isGreaterThan(40_000);
  }

  /** JTS takes a point that comes twice for one; what is told at a glance leaves it to JTS. */
  private static boolean repeatsPoint(Coordinate[] ring) {
    return CoordinateArrays.hasRepeatedPoints(ring);
  }

  @Test
  void numbersOfAZoneMakeNoDifference() {
    Random random = new Random(SEED);
    for (int i = 0; i < 20_000; i++) {
      Polygon polygon = ring(random, 4 + random.nextInt(8), 1_000_000);
      polygon.apply((Coordinate each) -> {
        each.x = 38_400_000 + each.x / 7919;
        each.y = 2_490_000 + each.y / 7919;
      });
      polygon.geometryChanged();
      assertThat(SimpleRing.bounds(polygon)).as("seed %d: %s", SEED, polygon).isEqualTo(IsValidOp.isValid(polygon));
    }
  }

  private static Polygon ring(Random random, int corners, int grid) {
    Coordinate[] ring = new Coordinate[corners + 1];
    for (int i = 0; i < corners; i++) {
      ring[i] = new Coordinate(random.nextInt(grid), random.nextInt(grid));
    }
    ring[corners] = ring[0].copy();
    return FACTORY.createPolygon(Arrays.copyOf(ring, ring.length));
  }
}
