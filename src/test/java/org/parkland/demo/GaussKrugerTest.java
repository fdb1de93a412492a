package org.parkland.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.geom.Coordinate;

/** Check values of domain/area.md §4 (Krüger series to n⁶). */
class GaussKrugerTest {

  @ParameterizedTest
  @CsvSource({"113.1,22.55,2494983.0295,407423.9876", "113.12,22.55,2494970.7730,409481.3486",
      "114,22.5,2489167.3111,500000", "112.6,22.3,2467689.0921,355728.7390"})
  void meetsTheCheckValuesBothWays(double lon, double lat, double northing, double easting) {
    Coordinate plane = GaussKruger.toPlane(lon, lat);
    assertThat(plane.x).isCloseTo(easting, within(1e-4));
    assertThat(plane.y).isCloseTo(northing, within(1e-4));
    Coordinate degrees = GaussKruger.toDegrees(plane.x, plane.y);
    assertThat(degrees.x).isCloseTo(lon, within(1e-10));
    assertThat(degrees.y).isCloseTo(lat, within(1e-10));
  }

  /** Vector V09 of area.md §7: one trapezoid of a hundredth of a degree, 102.51 ha. */
  @Test
  void areaScaleTurnsPlaneIntoEllipsoidalArea() {
    List<Coordinate> ring = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      double t = i % 100 / 100.0;
      double lon = i < 100 ? t : i < 200 ? 1 : i < 300 ? 1 - t : 0;
      double lat = i < 100 ? 0 : i < 200 ? t : i < 300 ? 1 : 1 - t;
      ring.add(GaussKruger.toPlane(113.10 + 0.01 * lon, 22.550 + 0.009 * lat));
    }
    ring.add(ring.get(0));
    double planeM2 = Math.abs(Area.ofRing(ring.toArray(new Coordinate[0])));
    double middleEastingM = GaussKruger.toPlane(113.105, 22.5545).x;
    assertThat(planeM2 / GaussKruger.areaScale(middleEastingM))
        .isCloseTo(1_025_103.4634, within(0.05));
  }
}
