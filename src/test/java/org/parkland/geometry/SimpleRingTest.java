package org.parkland.geometry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
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
    int valid = 0;
    int told = 0;
    for (int i = 0; i < 200_000; i++) {
      Polygon polygon = ring(random, 3 + random.nextInt(6), 5);
      boolean is = IsValidOp.isValid(polygon);
      boolean simple = SimpleRing.bounds(polygon);
      assertThat(simple && !is).as("seed %d: %s", SEED, polygon).isFalse();
      valid += is ? 1 : 0;
      told += simple ? 1 : 0;
    }
    // What is valid and not told has a point twice.
    assertThat(told).isGreaterThan(valid * 9 / 10);
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
