package org.parkland.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

class RegionTracerTest {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  @Test
  void pocketBehindACornerIsAHole() {
    List<Region> regions = trace(new String[] {"1110", "1011", "1111"}, 4);
    assertThat(regions).hasSize(1);
    assertThat(polygon(regions.get(0)).isValid()).isTrue();
    assertThat(polygon(regions.get(0)).getNumInteriorRing()).isEqualTo(1);
    assertThat(polygon(regions.get(0)).getArea()).isEqualTo(10);
  }

  @Test
  void pocketsThatMeetAtACornerAreHolesOfTheirOwn() {
    List<Region> regions = trace(new String[] {"1111", "1011", "1101", "1111"}, 4);
    assertThat(regions).hasSize(1);
    assertThat(polygon(regions.get(0)).isValid()).isTrue();
    assertThat(polygon(regions.get(0)).getArea()).isEqualTo(14);
  }

  @Test
  void pixelsThatMeetAtACornerAreRegionsOfTheirOwn() {
    assertThat(trace(new String[] {"12", "21"}, 2)).hasSize(4);
  }

  @Test
  void anyNoiseGivesValidPolygonsWithTheAreaOfTheirPixels() {
    for (int seed = 0; seed < 60; seed++) {
      int side = 40;
      int classes = 2 + seed % 3;
      Random random = new Random(seed);
      String[] rows = new String[side];
      Map<Short, Integer> pixels = new HashMap<>();
      for (int y = 0; y < side; y++) {
        StringBuilder row = new StringBuilder();
        for (int x = 0; x < side; x++) {
          int number = random.nextInt(classes);
          row.append(number);
          pixels.merge((short) number, 1, Integer::sum);
        }
        rows[y] = row.toString();
      }
      pixels.remove((short) 0);
      Map<Short, Double> areas = new HashMap<>();
      for (Region region : trace(rows, side)) {
        assertThat(polygon(region).isValid()).as("seed %d %s", seed, polygon(region)).isTrue();
        areas.merge(region.number(), polygon(region).getArea(), Double::sum);
      }
      pixels.forEach((number, count) -> assertThat(areas.get(number)).isEqualTo(count.doubleValue()));
    }
  }

  private static List<Region> trace(String[] rows, int width) {
    ClassRaster raster = new ClassRaster(12, PixelBox.EVERYWHERE);
    int west = 500;
    for (int y = 0; y < rows.length; y++) {
      for (int x = 0; x < width; x++) {
        if (rows[y].charAt(x) != '0') {
          raster.fill(west + y, west + x, west + x + 1, (short) (rows[y].charAt(x) - '0'));
        }
      }
    }
    return new RegionTracer(raster, new PixelBox(west, west, west + width, west + rows.length)).regions();
  }

  private static Polygon polygon(Region region) {
    List<LinearRing> holes = new ArrayList<>();
    region.holes().forEach(each -> holes.add(ring(each)));
    return FACTORY.createPolygon(ring(region.shell()), holes.toArray(new LinearRing[0]));
  }

  private static LinearRing ring(int[] xy) {
    Coordinate[] closed = new Coordinate[xy.length / 2 + 1];
    for (int i = 0; i < closed.length; i++) {
      closed[i] = new Coordinate(xy[2 * i % xy.length], xy[2 * i % xy.length + 1]);
    }
    return FACTORY.createLinearRing(closed);
  }
}
