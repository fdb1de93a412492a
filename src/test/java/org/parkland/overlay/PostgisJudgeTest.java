package org.parkland.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import org.junit.jupiter.api.Test;
import org.parkland.bench.LargestDifference;
import org.parkland.bench.Mesh;
import org.parkland.bench.PostgisOverlay;
import org.parkland.bench.TemporaryPostgis;
import org.parkland.geometry.AreaMeasure;
import org.parkland.geometry.AreaMethod;
import org.parkland.geometry.Crs;
import org.parkland.indicator.LandUseTally;

/** The same figures from a real PostGIS. */
class PostgisJudgeTest {
  @Test
  void landUsePerUnitEqualsStIntersection() throws Exception {
    Mesh mesh = new Mesh(20_000, 11);
    PreparedUnits units =
        PreparedUnits.of(mesh.units(), AreaMeasure.of(AreaMethod.PLANAR, Crs.of(Mesh.CRS)));
    LandUseTally ours = new Overlay(units).collect(mesh.parcels(), 2, () -> new LandUseTally(units.units().size()));
    try (TemporaryPostgis server = TemporaryPostgis.start(); Connection connection = server.connect()) {
      PostgisOverlay postgis = new PostgisOverlay(connection);
      postgis.load(mesh.parcels(), mesh.units());
      assertThat(LargestDifference.between(postgis.plain().areasM2(), ours, mesh.units())).isLessThan(1e-9);
    }
  }
}
