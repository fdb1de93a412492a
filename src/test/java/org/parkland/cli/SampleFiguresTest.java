package org.parkland.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parkland.SampleDistrict;

/** What the commands print for the sample is what the sample was made to show. */
class SampleFiguresTest {
  private static final double MU_M2 = 2000.0 / 3;

  @Test
  void theDistrictHoldsTheLineNowAndAsPlanned() throws Exception {
    JsonNode now = analyze("--units", "district").path("units").get(0);
    JsonNode planned = analyze("--units", "district", "--state", "planned").path("units").get(0);
    assertThat(now.path("areaM2").asDouble()).isCloseTo(109.6e6, within(0.3e6));
    assertThat(now.path("redLine").path("ratio").asDouble()).isBetween(0.31, 0.33);
    assertThat(planned.path("redLine").path("ratio").asDouble()).isBetween(0.302, 0.308);
    assertThat(now.path("redLine").path("status").asText()).isEqualTo("pass");
  }

  @ParameterizedTest
  @ValueSource(strings = {"current", "planned"})
  void oneZoneIsBelowTheLine(String state) throws Exception {
    long below = units(analyze("--units", "zone", "--state", state))
        .filter(each -> each.path("redLine").path("ratio").asDouble() < 0.30).count();
    assertThat(below).isEqualTo(1);
  }

  @Test
  void theUnitsAreThoseOfTheDistrict() throws Exception {
    JsonNode result = analyze();
    assertThat(units(result).filter(each -> each.path("kind").asText().equals("zone"))).hasSize(3);
    assertThat(units(result).filter(each -> each.path("kind").asText().equals("base"))).hasSize(6);
    double park = units(result).filter(each -> each.path("name").asText().equals("安全应急产业园")).findFirst()
        .orElseThrow().path("areaM2").asDouble();
    assertThat(park / MU_M2).isCloseTo(5_000, within(50.0));
  }

  /** Zones and streets partition the district: their parcels' pieces add up to it, and nothing is lost. */
  @Test
  void piecesOfZonesAndStreetsMakeUpTheDistrict() throws Exception {
    JsonNode result = analyze();
    double district = covered(result, "district");
    assertThat(covered(result, "zone")).isCloseTo(district, within(1e-6 * district));
    assertThat(covered(result, "street")).isCloseTo(district, within(1e-6 * district));
    assertThat(result.path("findings")).isEmpty();
  }

  @Test
  void aUnitWithoutConstructionLandCannotTell() throws Exception {
    units(analyze("--state", "planned")).filter(each -> each.path("redLine").path("denominatorM2").asDouble() == 0)
        .forEach(each -> {
          assertThat(each.path("redLine").path("ratio").isNull()).isTrue();
          assertThat(each.path("redLine").path("status").asText()).isEqualTo("cannot-tell");
        });
  }

  @Test
  void aboutAThousandMuAreIdleAndEveryRungOccurs() throws Exception {
    JsonNode result = json(Console.run("idle", "--db", db(), "--today", "2025-12-31", "--format", "json"));
    Set<String> rungs = new TreeSet<>();
    double idleM2 = 0;
    for (JsonNode each : result.path("cases")) {
      rungs.add(each.path("status").asText());
      idleM2 += each.path("status").asText().startsWith("疑似闲置") ? each.path("areaM2").asDouble() : 0;
    }
    assertThat(rungs).containsExactlyInAnyOrder("未供", "已供未到期", "逾期未动工", "疑似闲置(满一年)", "疑似闲置(满两年)",
        "在建", "停工不足一年", "疑似闲置(停工)", "逾期未竣工", "已竣工", "资料不足");
    assertThat(idleM2 / MU_M2).isCloseTo(1_000, within(50.0));
  }

  @Test
  void resultsAndMessagesDoNotMix() throws Exception {
    Console console = Console.run("analyze", "--db", db(), "--format", "json");
    assertThat(console.err()).isEmpty();
    assertThat(json(console).path("district").asText()).isEqualTo("440704");
  }

  @Test
  void aBreachIsAnExitCodeOnlyWhereAskedFor() {
    assertThat(Console.run("analyze", "--db", db(), "--units", "zone").exit()).isZero();
    assertThat(Console.run("analyze", "--db", db(), "--units", "zone", "--fail-on-breach").exit()).isEqualTo(1);
    assertThat(Console.run("analyze", "--db", db(), "--units", "district", "--fail-on-breach").exit()).isZero();
  }

  private static double covered(JsonNode result, String kind) {
    return units(result).filter(each -> each.path("kind").asText().equals(kind))
        .mapToDouble(each -> each.path("coveredM2").asDouble()).sum();
  }

  private static Stream<JsonNode> units(JsonNode result) {
    return StreamSupport.stream(result.path("units").spliterator(), false);
  }

  private static JsonNode analyze(String... more) throws Exception {
    return json(Console.run(Stream.concat(Stream.of("analyze", "--db", db(), "--format", "json"), Arrays.stream(more))
        .toArray(String[]::new)));
  }

  private static JsonNode json(Console console) throws Exception {
    assertThat(console.exit()).as(console.err()).isZero();
    return new ObjectMapper().readTree(console.out());
  }

  private static String db() {
    return SampleDistrict.database().toString();
  }
}
