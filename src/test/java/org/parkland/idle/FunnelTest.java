package org.parkland.idle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parkland.idle.Funnel.Outcome;
import org.parkland.idle.Funnel.Placed;
import org.parkland.land.FunnelPolicy;
import org.parkland.pack.FunnelPolicies;

class FunnelTest {
  private static final FunnelPolicy POLICY =
      FunnelPolicies.read(Parcels.GIS_DATA.resolve("policies/funnel.yaml"), Parcels.SCHEMA);

  private static Placed place(Sites site) {
    Outcome outcome = new Funnel(POLICY).run(List.of(site.build()));
    return outcome.places().get(0);
  }

  @Test
  void aGoodSiteIsUsable() {
    assertThat(place(Sites.good("A")).place()).isEqualTo(Funnel.USABLE);
  }

  @Test
  void eachStepHasItsReason() {
    assertThat(place(Sites.good("A").facts("land_use=1207")).place()).isEqualTo("not-public");
    assertThat(place(Sites.good("A").constraint("永久基本农田", 0.2)).reason().zh()).isEqualTo("有 20% 位于永久基本农田内");
    assertThat(place(Sites.good("A").planned("0701", 1)).place()).isEqualTo("planned");
    assertThat(place(Sites.good("A").box(0, 0, 30, 30)).reason().zh()).contains("面积 900 ㎡，小于 3333.3 ㎡");
    assertThat(place(Sites.good("A").box(0, 0, 1000, 10)).reason().zh()).contains("宽度约 10 米，窄于 20 米");
    assertThat(place(Sites.good("A").box(0, 0, 1000, 25)).reason().zh()).contains("形状过于零碎");
    assertThat(place(Sites.good("A").road(51.0)).place()).isEqualTo("reachable");
    assertThat(place(Sites.good("A").facts("land_use=100101 seized=true mortgaged=false")).reason().zh())
        .isEqualTo("存在查封");
  }

  @Test
  void theThresholdItselfPasses() {
    assertThat(place(Sites.good("A").road(50.0)).place()).isEqualTo(Funnel.USABLE);
    assertThat(place(Sites.good("A").planned("100101", 0.5)).place()).isEqualTo(Funnel.USABLE);
  }

  @Test
  void whatIsUnknownGoesOnWithARemark() {
    Placed placed = place(Sites.good("A").facts("land_use=100101").road(null));
    assertThat(placed.place()).isEqualTo(Funnel.USABLE);
    assertThat(placed.remarks()).hasSize(2);
  }

  @Test
  void landThatIsNeitherIdleNorInefficientDoesNotEnter() {
    assertThat(new Funnel(POLICY).run(List.of(Sites.good("A").standing("started_on=2024-01-01").build())).entered())
        .isZero();
  }

  @Test
  void areasAddUpAndEverySiteIsInOnePlaceWhateverTheOrder() {
    List<Site> sites = Sites.random(400, 7);
    List<String> keys = new ArrayList<>(POLICY.steps().stream().map(FunnelPolicy.Step::key).toList());
    Set<Set<Site>> usable = new HashSet<>();
    for (int round = 0; round < 5; round++) {
      Outcome outcome = new Funnel(POLICY.inOrder(keys)).run(sites);
      double fell = outcome.levels().stream().mapToDouble(Funnel.Level::fellM2).sum();
      double left = outcome.usable().stream().mapToDouble(Site::areaM2).sum();
      assertThat(fell + left).isCloseTo(outcome.enteredM2(), within(1e-6));
      assertThat(outcome.levels().get(keys.size() - 1).leftM2()).isCloseTo(left, within(1e-6));
      assertThat(outcome.places().stream().map(Placed::site)).doesNotHaveDuplicates().hasSize((int) outcome.entered());
      usable.add(new HashSet<>(outcome.usable()));
      Collections.shuffle(keys, new Random(round));
    }
    assertThat(usable).hasSize(1);
    assertThat(usable.iterator().next()).isNotEmpty();
  }

  @Test
  void anotherClassCanBeWanted() {
    Site housing = Sites.good("A").planned("070102", 1).build();
    assertThat(new Funnel(POLICY.wanting(List.of("07"))).run(List.of(housing)).usable()).hasSize(1);
  }

  @Test
  void anOrderNamesEachStepOnce() {
    assertThatThrownBy(() -> POLICY.inOrder(List.of("planned", "planned"))).hasMessageContaining("each step once");
  }
}
