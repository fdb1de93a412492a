package org.parkland.idle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.parkland.geometry.AreaMeasure;
import org.parkland.geometry.AreaMethod;
import org.parkland.geometry.Crs;
import org.parkland.land.Feature;

class ApprovedStockTest {
  private static final AreaMeasure PLANAR = AreaMeasure.of(AreaMethod.PLANAR, Crs.of("EPSG:4526"));

  private static Feature land(String id, double x, double y, double width, double height) {
    return Parcels.of("id=" + id, Parcels.box(x, y, width, height));
  }

  @Test
  void approvedMinusSuppliedWithoutCountingOverlapsTwice() {
    List<ApprovedStock> found = ApprovedStock.of(
        List.of(land("PARTLY", 0, 0, 100, 100), land("ALL", 200, 0, 50, 50), land("NONE", 400, 0, 10, 10)),
        List.of(land("S1", -20, 0, 50, 100), land("S2", 20, 0, 20, 100), land("S3", 190, -10, 90, 90)), PLANAR);
    assertThat(found).extracting(ApprovedStock::approval).containsExactly("PARTLY", "ALL", "NONE");
    assertThat(found.get(0).leftM2()).isCloseTo(6_000, within(1e-6));
    assertThat(found.get(0).suppliedM2()).isCloseTo(4_000, within(1e-6));
    assertThat(found.get(1).leftM2()).isZero();
    assertThat(found.get(2).leftM2()).isEqualTo(100);
  }
}
