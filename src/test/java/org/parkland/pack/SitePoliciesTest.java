package org.parkland.pack;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parkland.BadInput;
import org.parkland.land.LayerKind;
import org.parkland.land.Schema;

/** What the files about sites refuse, and that each refusal names the file and the field. */
class SitePoliciesTest {
  private static final Path GIS_DATA = Path.of("gis-data");
  private static final Standards STANDARDS = Standards.read(GIS_DATA.resolve("standards"));
  private static final Schema PARCELS = STANDARDS.schema(LayerKind.PARCELS);

  @TempDir Path folder;

  private void read(Path file) {
    switch (file.getFileName().toString()) {
      case "inefficient.yaml" -> InefficientPolicies.read(file, PARCELS);
      case "funnel.yaml" -> FunnelPolicies.read(file, PARCELS);
      case "ranking.yaml" -> RankingPolicies.read(file);
      case "reuse.yaml" -> ReusePolicies.read(file);
      case "matching.yaml" -> MatchingPolicies.read(file);
      default -> Projects.read(file, STANDARDS.classification());
    }
  }

  private Path changed(Path shipped, String from, String to) throws IOException {
    Path file = folder.resolve(shipped.getFileName());
    String text = Files.readString(shipped);
    if (!text.contains(from)) {
      throw new IllegalArgumentException(shipped + " holds no '" + from + "'");
    }
    return Files.writeString(file, text.replaceFirst(Pattern.quote(from), to));
  }

  @ParameterizedTest(name = "{0}: {2} in place of {1}")
  @CsvSource(delimiter = '|', value = {
      "inefficient.yaml | hitsNeeded: 2 | hitsNeeded: 6 | field hitsNeeded",
      "inefficient.yaml | watch: 10 | watch: 3 | field tests[2].watch",
      "inefficient.yaml | numerator: tax_wan | numerator: holder | field tests[2].numerator",
      "inefficient.yaml | hit: above | hit: over | field tests[4].hit",
      "inefficient.yaml | key: tax | key: plot-ratio | field tests",
      "funnel.yaml | test: near-road | test: road | field steps[5].test",
      "funnel.yaml | unknown: drop | unknown: maybe | field steps[1].unknown",
      "funnel.yaml | minWidthM: 20 | width: 20 | field steps[4].width",
      "funnel.yaml | key: planned | key: unencumbered | field steps",
      "funnel.yaml | flags: [seized | flags: [new_industry | field steps[6].flags",
      "funnel.yaml | statuses: [idle-first-year | statuses: [idle | field enter.statuses",
      "funnel.yaml | 永久基本农田: 0.001 | 永久基本农田: 1.5 | field steps[2].shares.永久基本农田",
      "ranking.yaml | spread: 30% | spread: 100% | field stability.spread",
      "ranking.yaml | [[0, 0], [5, 2] | [[0, 0], [0, 2] | field criteria[1].curve",
      "ranking.yaml | [[0, 0], [5, 2] | [[0, 0], [5, 12] | field criteria[1].curve",
      "ranking.yaml | figure: compactness | figure: beauty | field criteria[2].figure",
      "ranking.yaml | weight: 15 | weight: -1 | field criteria[1].weight",
      "reuse.yaml | way: '16' | way: '17' | field rules[1].way",
      "reuse.yaml | code: '02' | code: '01' | field ways[2].code",
      "reuse.yaml | collective: true | collective: sometimes | field rules[2].when.collective",
      "matching.yaml | exactUpTo: 12 | exactUpTo: 30 | field assembly.exactUpTo",
      "matching.yaml | unknownFit: 0.5 | unknownFit: 2 | field unknownFit",
      "matching.yaml | roadsAreBarriers: true | roadsAreBarriers: 7 | field assembly.roadsAreBarriers",
  })
  void aPolicyIsRefusedWithItsPlace(String name, String from, String to, String place) throws IOException {
    Path file = changed(GIS_DATA.resolve("policies").resolve(name), from, to);
    assertThatThrownBy(() -> read(file)).isInstanceOf(BadInput.class)
        .hasMessageStartingWith(file + " " + place + ":");
  }

  @ParameterizedTest(name = "{1} in place of {0}")
  @CsvSource(delimiter = '|', value = {
      "XM02, | XM01, | row 3 column id",
      ",60,90,100102 | ,95,90,100102 | row 2 column area_max_mu",
      ",60,90,100102 | ,,90,100102 | row 2 column area_min_mu",
      ",60,90,100102 | ,60,90,M1 | row 2 column land_use",
      "2026-09-01 | September | row 2 column start_on",
      ",900,62 | ,much,62 | row 2 column investment_wan_per_mu",
  })
  void aProjectListIsRefusedWithItsRow(String from, String to, String place) throws IOException {
    Path file = changed(GIS_DATA.resolve("jianghai/projects.csv"), from, to);
    assertThatThrownBy(() -> read(file)).isInstanceOf(BadInput.class)
        .hasMessageStartingWith(file + " " + place + ":");
  }

  @Test
  void anIndustryTableIsRefusedWithItsRow() throws IOException {
    Files.writeString(folder.resolve("norms.csv"), "division,plot-ratio\n34,1.0\n34,0.9\n");
    Path file = changed(GIS_DATA.resolve("policies/inefficient.yaml"), "industryTable: null", "industryTable: norms.csv");
    assertThatThrownBy(() -> read(file)).isInstanceOf(BadInput.class).hasMessageContaining("norms.csv row 3");
  }

  @Test
  void theShippedFilesAreRead() {
    for (String name : new String[] {"inefficient.yaml", "funnel.yaml", "ranking.yaml", "reuse.yaml", "matching.yaml"}) {
      assertThatCode(() -> read(GIS_DATA.resolve("policies").resolve(name))).doesNotThrowAnyException();
    }
  }
}
