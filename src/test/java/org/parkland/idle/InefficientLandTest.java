package org.parkland.idle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parkland.idle.InefficientCase.Kind;
import org.parkland.land.InefficientPolicy;
import org.parkland.land.InefficientPolicy.Result;
import org.parkland.land.Words;
import org.parkland.pack.IdlePolicies;
import org.parkland.pack.InefficientPolicies;

class InefficientLandTest {
  private static final Path SHIPPED = Parcels.GIS_DATA.resolve("policies/inefficient.yaml");
  private static final InefficientPolicy POLICY = InefficientPolicies.read(SHIPPED, Parcels.SCHEMA);
  private static final double MU_30 = 20_000;

  @TempDir Path folder;

  private static InefficientCase examine(InefficientPolicy policy, String facts) {
    return new InefficientLand(policy, Parcels.SCHEMA)
        .examine(Parcels.of("land_use=100101 " + facts), MU_30, null).orElseThrow();
  }

  private static Map<String, Kind> kinds(InefficientCase found) {
    return found.outcomes().stream()
        .collect(Collectors.toMap(InefficientCase.Outcome::key, InefficientCase.Outcome::kind));
  }

  @Test
  void twoHitsMakeItSuspected() {
    InefficientCase found = examine(POLICY,
        "floor_area_m2=10000 tax_wan=120 footprint_m2=9000 idle_floor_area_m2=1000 fixed_assets_wan=9000");
    assertThat(kinds(found)).containsEntry("plot-ratio", Kind.HIT).containsEntry("tax", Kind.HIT)
        .containsEntry("building-coefficient", Kind.PASS).containsEntry("vacancy", Kind.PASS)
        .containsEntry("investment-intensity", Kind.MISSING);
    assertThat(found.word().zh()).isEqualTo("疑似低效");
    assertThat(found.hits()).isEqualTo(2);
    assertThat(found.idleFloorAreaM2()).isEqualTo(1000);
  }

  @Test
  void exactlyTheThresholdIsNoHit() {
    InefficientCase found = examine(POLICY,
        "floor_area_m2=16000 tax_wan=150 footprint_m2=8000 idle_floor_area_m2=4800");
    assertThat(kinds(found)).containsEntry("plot-ratio", Kind.PASS).containsEntry("tax", Kind.WATCH)
        .containsEntry("building-coefficient", Kind.PASS).containsEntry("vacancy", Kind.PASS);
    assertThat(found.result()).isEqualTo(Result.WATCH);
  }

  @Test
  void vacancyHitsAbove() {
    InefficientCase found = examine(POLICY, "floor_area_m2=16000 idle_floor_area_m2=4801");
    assertThat(kinds(found)).containsEntry("vacancy", Kind.HIT);
  }

  @Test
  void aMissingFigureIsNamedAndIsNoPass() {
    InefficientCase found = examine(POLICY, "floor_area_m2=30000 tax_wan=600");
    assertThat(found.result()).isEqualTo(Result.UNDECIDED);
    assertThat(found.outcomes().stream().flatMap(each -> each.missing().stream()).map(Words::zh))
        .contains("建筑占地面积", "闲置建筑面积", "固定资产投资", "行业控制值");
    assertThat(found.idleFloorAreaM2()).isNull();
  }

  @Test
  void oneHitWithOneTestOpenIsUndecided() {
    InefficientCase found = examine(POLICY,
        "floor_area_m2=10000 tax_wan=900 footprint_m2=9000 idle_floor_area_m2=0");
    assertThat(found.hits()).isEqualTo(1);
    assertThat(found.result()).isEqualTo(Result.UNDECIDED);
  }

  @Test
  void onlyFinishedIndustrialLandIsTested() {
    var land = new InefficientLand(POLICY, Parcels.SCHEMA);
    assertThat(land.examine(Parcels.of("land_use=0701"), MU_30, null)).isEmpty();
    assertThat(land.examine(Parcels.of("land_use=100102"), MU_30, standing("completed_on=2020-01-01"))).isPresent();
    assertThat(land.examine(Parcels.of("land_use=100102"), MU_30, standing("started_on=2020-01-01"))).isEmpty();
  }

  private static IdleCase standing(String facts) {
    LocalDate day = LocalDate.of(2025, 12, 31);
    var policy = IdlePolicies.read(Parcels.GIS_DATA.resolve("policies/idle.yaml"), Parcels.SCHEMA);
    Optional<IdleCase> found = new IdleAssessment(policy, Parcels.SCHEMA, day, day).assess(Parcels.of(facts), MU_30);
    return found.orElseThrow();
  }

  @Test
  void theIndustrysOwnNormGoesFirst() throws IOException {
    Files.writeString(folder.resolve("norms.csv"), "division,plot-ratio,investment-intensity\n39,1.2,\n25,0.4,200\n");
    Files.writeString(folder.resolve("p.yaml"),
        Files.readString(SHIPPED).replace("industryTable: null", "industryTable: norms.csv"));
    InefficientPolicy policy = InefficientPolicies.read(folder.resolve("p.yaml"), Parcels.SCHEMA);
    assertThat(kinds(examine(policy, "floor_area_m2=20000 industry_code=C3985"))).containsEntry("plot-ratio", Kind.HIT);
    assertThat(kinds(examine(policy, "floor_area_m2=10000 industry_code=2511 fixed_assets_wan=3000")))
        .containsEntry("plot-ratio", Kind.PASS).containsEntry("investment-intensity", Kind.HIT);
    assertThat(kinds(examine(policy, "floor_area_m2=15000 industry_code=C1310"))).containsEntry("plot-ratio", Kind.HIT);
  }

  @Test
  void theOrientationTableOf2008Loads() throws IOException {
    Files.copy(SHIPPED.resolveSibling("industry-plot-ratio-2008.csv"), folder.resolve("t.csv"));
    Files.writeString(folder.resolve("p.yaml"),
        Files.readString(SHIPPED).replace("industryTable: null", "industryTable: t.csv"));
    assertThat(InefficientPolicies.read(folder.resolve("p.yaml"), Parcels.SCHEMA).norms()).hasSize(30);
  }
}
