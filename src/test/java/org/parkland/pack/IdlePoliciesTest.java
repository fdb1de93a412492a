package org.parkland.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parkland.BadInput;
import org.parkland.land.LayerKind;
import org.parkland.land.Schema;

class IdlePoliciesTest {
  private static final Path SHIPPED = Path.of("gis-data/policies/idle.yaml");
  private static final Schema PARCELS =
      Standards.read(Path.of("gis-data/standards")).schema(LayerKind.PARCELS);

  @TempDir Path folder;

  @Test
  void theShippedFileHoldsTheFiguresOfTheLaw() {
    var policy = IdlePolicies.read(SHIPPED, PARCELS);
    assertThat(policy.notStarted().idleYears()).isEqualTo(1);
    assertThat(policy.notStarted().recoveryYears()).isEqualTo(2);
    assertThat(policy.stopped().developedBelow()).hasToString("1/3");
    assertThat(policy.stopped().investedBelow()).hasToString("25%");
    assertThat(policy.fee().share().of(1000)).isEqualTo(200);
    assertThat(policy.date()).isEqualTo("2012-07-01");
  }

  @ParameterizedTest(name = "{1} in place of {0}")
  @CsvSource(delimiter = '|', value = {
      "idleYears: 1 | idleYears: 0 | rules.notStarted.idleYears",
      "recoveryYears: 2 | recoveryYears: 1 | rules.notStarted.recoveryYears",
      "developedBelow: 1/3 | developedBelow: a third | rules.stopped.developedBelow",
      "investedBelow: 25% | investedBelow: 25/0 | rules.stopped.investedBelow",
      "share: 20% | shares: 20% | rules.fee.shares",
      "date: 2012-07-01 | date: July | date",
      "from: approved_on | from: approved | rules.defaultStart.bases[2].from",
      "from: approved_on | from: price_wan | rules.defaultStart.bases[2].from",
      "status: not-due | status: soon | ladder[2].status",
      "status: not-due | status: not-supplied | ladder[2].status",
      "word: 已供未到期 | word: 未供 | ladder[2].word",
      "track: own | track: unstated | causes[5].track",
      "words: [企业 | words: [查封 | causes[4].words",
      "supplied: [supply_mode | supplied: [supply | scope.supplied",
  })
  void whatIsUnknownOrContradictoryIsRefusedWithItsPlace(String shipped, String broken, String place)
      throws IOException {
    Path file = folder.resolve("idle.yaml");
    Files.writeString(file, Files.readString(SHIPPED).replaceFirst(java.util.regex.Pattern.quote(shipped), broken));
    assertThatThrownBy(() -> IdlePolicies.read(file, PARCELS)).isInstanceOf(BadInput.class)
        .hasMessageStartingWith(file + " field " + place + ":");
  }
}
