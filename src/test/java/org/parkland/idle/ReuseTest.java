package org.parkland.idle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.parkland.idle.Reuse.Suggestion;
import org.parkland.land.InefficientPolicy;
import org.parkland.land.ReusePolicy;
import org.parkland.pack.InefficientPolicies;
import org.parkland.pack.ReusePolicies;

class ReuseTest {
  private static final ReusePolicy POLICY = ReusePolicies.read(Parcels.GIS_DATA.resolve("policies/reuse.yaml"));
  private static final InefficientPolicy TESTS =
      InefficientPolicies.read(Parcels.GIS_DATA.resolve("policies/inefficient.yaml"), Parcels.SCHEMA);
  private static final String DUE_2023 = "signed_on=2020-01-01 start_agreed_on=2023-06-01 ";
  private static final String DUE_2024 = "signed_on=2020-01-01 start_agreed_on=2024-06-01 ";
  private static final String STOPPED = "signed_on=2020-01-01 started_on=2021-01-01 stopped_on=2024-03-01 ";

  private static Suggestion first(Sites site) {
    return all(site.build()).get(0);
  }

  private static List<Suggestion> all(Site site) {
    return new Reuse(POLICY, Sites.IDLE.scope(), List.of("1001")).of(site);
  }

  private static String way(Sites site) {
    return first(site).way().code();
  }

  @Test
  void theSixteenWaysAreThereAndEachHasARule() {
    Set<String> ruled = POLICY.rules().stream().map(ReusePolicy.Rule::way).collect(Collectors.toSet());
    assertThat(POLICY.ways()).hasSize(16);
    assertThat(ruled).isEqualTo(POLICY.ways().keySet());
  }

  @Test
  void theCauseDecidesAboutFeeAndRecovery() {
    assertThat(way(Sites.good("A").standing(DUE_2023 + "cause=企业"))).isEqualTo("03");
    assertThat(way(Sites.good("A").standing(DUE_2024 + "cause=企业"))).isEqualTo("02");
    assertThat(way(Sites.good("A").standing(DUE_2023 + "cause=政府"))).isEqualTo("04");
    assertThat(way(Sites.good("A").standing(DUE_2024 + "cause=不可抗力"))).isEqualTo("01");
    assertThat(way(Sites.good("A").standing(DUE_2024 + "cause=司法查封"))).isEqualTo("07");
    assertThat(way(Sites.good("A").standing(DUE_2023))).isEqualTo("01");
    assertThat(way(Sites.good("A").standing(DUE_2023 + "cause=政府").planned("0701", 1))).isEqualTo("05");
    assertThat(way(Sites.good("A").standing(STOPPED + "cause=企业 invested_wan=1 total_investment_wan=10"))).isEqualTo("08");
    assertThat(way(Sites.good("440704001001JB00001").standing(DUE_2023 + "cause=企业"))).isEqualTo("15");
    assertThat(way(Sites.good("A").standing(DUE_2023 + "cause=企业").constraint("城镇开发边界", 0.2))).isEqualTo("16");
  }

  @Test
  void recoveryIsNeverSuggestedForAnotherCause() {
    for (String cause : List.of("cause=政府", "cause=不可抗力", "cause=司法查封", "")) {
      assertThat(all(Sites.good("A").standing(DUE_2023 + cause).build()))
          .noneMatch(each -> Set.of("02", "03").contains(each.way().code()));
    }
  }

  @Test
  void theReasonReadsWell() {
    assertThat(first(Sites.good("A").standing(DUE_2023 + "cause=企业")).reason().zh())
        .isEqualTo("因企业自身原因逾期 944 天未动工，已满两年，可报批无偿收回；动工日期为 2023-06-01");
    assertThat(first(Sites.good("A").standing(DUE_2023 + "cause=政府")).reason().en())
        .isEqualTo("Not started for government cause, 944 days overdue; neither fee nor recovery without "
            + "compensation fits, so recovery by agreement is suggested");
  }

  @Test
  void inefficientLandIsRebuiltByWhatItLacks() {
    assertThat(inefficient("floor_area_m2=9000 tax_wan=10", 0)).isEqualTo("13");
    assertThat(inefficient("floor_area_m2=9000 tax_wan=10", 3)).isEqualTo("12");
    assertThat(inefficient("floor_area_m2=90000 idle_floor_area_m2=60000 tax_wan=10", 0)).isEqualTo("10");
  }

  private static String inefficient(String facts, int neighbours) {
    Site site = Sites.good("A").build();
    var parcel = Parcels.of("id=A land_use=100101 " + facts, site.geometry());
    var tests = new InefficientLand(TESTS, Parcels.SCHEMA).examine(parcel, site.areaM2(), null).orElseThrow();
    Suggestion first = all(Site.of(parcel, site.areaM2(), null, tests, site.setting()).withNeighbours(neighbours)).get(0);
    assertThat(first.reason().zh()).doesNotContain("{");
    assertThat(first.reason().en()).doesNotContain("{");
    return first.way().code();
  }

  @Test
  void noReasonIsLeftUnfilled() {
    for (Site site : Sites.random(200, 5)) {
      assertThat(all(site)).allSatisfy(each -> assertThat(each.reason().zh() + each.reason().en()).doesNotContain("{"));
    }
  }
}
