package org.parkland.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.parkland.geometry.AreaMeasure;
import org.parkland.geometry.AreaMethod;
import org.parkland.geometry.Crs;
import org.parkland.land.LevelBalance;
import org.parkland.land.ProtectionBlock;

class LineBalanceTest {
  private static final AreaMeasure PLANAR = AreaMeasure.of(AreaMethod.PLANAR, Crs.of("EPSG:4547"));

  @Test
  void aLevelIsBalancedOnlyByItself() {
    List<LevelBalance> balances = LineBalance.between(
        List.of(block("A", "一级", 0, 10), block("B", "二级", 10, 20)),
        List.of(block("A", "一级", 0, 8), block("B", "二级", 8, 20), block("C", "二级", 30, 40)), PLANAR);
    assertThat(balances).containsExactly(
        new LevelBalance("一级", 100, 80, 0, 20), new LevelBalance("二级", 100, 220, 120, 0));
    assertThat(balances.get(0).isBalanced()).isFalse();
    assertThat(balances.get(1).isBalanced()).isTrue();
  }

  @Test
  void asMuchAddedAsRemovedIsBalanced() {
    List<LevelBalance> balances = LineBalance.between(
        List.of(block("A", "一级", 0, 10)), List.of(block("A", "一级", 5, 15)), PLANAR);
    assertThat(balances).containsExactly(new LevelBalance("一级", 100, 100, 50, 50));
    assertThat(balances.get(0).isBalanced()).isTrue();
  }

  @Test
  void redrawnBlocksOfTheSameLandChangeNothing() {
    List<LevelBalance> balances = LineBalance.between(List.of(block("A", "一级", 0, 10)),
        List.of(block("A1", "一级", 0, 4), block("A2", "一级", 4, 10)), PLANAR);
    assertThat(balances).containsExactly(new LevelBalance("一级", 100, 100, 0, 0));
  }

  @Test
  void aNewLevelAndALostOne() {
    List<LevelBalance> balances = LineBalance.between(
        List.of(block("A", "一级", 0, 10)), List.of(block("A", "二级", 0, 10)), PLANAR);
    assertThat(balances).containsExactly(
        new LevelBalance("一级", 100, 0, 0, 100), new LevelBalance("二级", 0, 100, 100, 0));
  }

  private static ProtectionBlock block(String id, String level, double west, double east) {
    return new ProtectionBlock(id, id, level,
        new GeometryFactory().toGeometry(new Envelope(404_000 + west, 404_000 + east, 2_490_000, 2_490_010)));
  }
}
