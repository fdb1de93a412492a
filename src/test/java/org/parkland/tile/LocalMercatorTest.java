package org.parkland.tile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.parkland.geometry.Crs;
import org.parkland.geometry.Reprojection;

class LocalMercatorTest {
  /** The zone's own ground and 300 km beyond, from Hainan to Heilongjiang. */
  @ParameterizedTest
  @CsvSource({"EPSG:4526,38300000,38700000,2000000,5900000", "EPSG:4547,200000,800000,2000000,5900000",
      "EPSG:4490,108,120,18,53.5", "EPSG:3857,12000000,13000000,2000000,7000000"})
  void followsTheExactWayWithinATenthOfAMillimetre(
      String crs, double west, double east, double south, double north) {
    LocalMercator local = new LocalMercator(Crs.of(crs));
    Reprojection exact = Crs.of(crs).to(Crs.of(Crs.WEB_MERCATOR));
    Random random = new Random(1);
    double[] found = new double[2];
    for (int i = 0; i < 20_000; i++) {
      double x = west + random.nextDouble() * (east - west);
      double y = south + random.nextDouble() * (north - south);
      local.project(x, y, found);
      Coordinate expected = exact.apply(x, y);
      assertThat(Math.hypot(found[0] - expected.x, found[1] - expected.y)).isLessThan(1e-4);
    }
  }
}
