package org.parkland.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parkland.SampleApprovals;
import org.parkland.SampleDistrict;

/** {@code idle --stock} on a copy of the sample district, with approvals and without. */
class StockCommandTest {
  @TempDir
  private Path folder;

  private String database;

  @BeforeEach
  void copySample() throws IOException {
    database = Files.copy(SampleDistrict.database(), folder.resolve("copy.gpkg")).toString();
  }

  private Console stock(String... more) {
    String[] all = java.util.Arrays.copyOf(new String[] {"idle", "--stock", "--db", database}, 4 + more.length);
    System.arraycopy(more, 0, all, 4, more.length);
    return Console.run(all);
  }

  private void importApprovals() throws IOException {
    Path file = SampleApprovals.write(folder.resolve("approvals.geojson"));
    Console console = Console.run("import", file.toString(), "--as", "approval", "--date", "2025-12-31", "--db", database);
    assertThat(console.exit()).as(console.err()).isZero();
    assertThat(console.out()).contains("5 rows read, 5 stored");
  }

  @Test
  void withoutApprovalsTheAnswerIsThatThereAreNone() throws IOException {
    JsonNode json = new ObjectMapper().readTree(stock("--format", "json").out());
    assertThat(json.path("computed").asBoolean()).isFalse();
    assertThat(json.path("reasonEn").asText()).contains("no approval layer");
    assertThat(json.path("totals").isNull()).isTrue();
    assertThat(json.path("approvals").isNull()).isTrue();
    assertThat(json.path("notSuppliedParcels").path("count").asInt()).isPositive();
    assertThat(json.path("suppliedUnusedM2").asDouble()).isPositive();
    assertThat(stock().out()).contains("没有批准用地图层").contains("供而未用").doesNotContain("批而未供（叠加）");
    Console csv = stock("--format", "csv");
    assertThat(csv.exit()).isEqualTo(3);
    assertThat(csv.err()).contains("there is no approval layer");
  }

  @Test
  void withApprovalsAllFormatsSayTheSame() throws IOException {
    importApprovals();
    JsonNode json = new ObjectMapper().readTree(stock("--format", "json").out());
    JsonNode totals = json.path("totals");
    double sumM2 = 0;
    for (JsonNode each : json.path("approvals")) {
      sumM2 += each.path("notSuppliedM2").asDouble();
    }
    assertThat(totals.path("notSuppliedM2").asDouble()).isPositive().isCloseTo(sumM2, offset(1e-6));
    assertThat(totals.path("suppliedM2").asDouble() + sumM2)
        .isCloseTo(totals.path("approvedM2").asDouble(), offset(1e-6));
    assertThat(totals.path("undated").asInt()).isOne();
    assertThat(stock("--format", "csv").out().lines())
        .hasSize(4).first().isEqualTo("approval,name,approvedOn,statedM2,approvedM2,suppliedM2,notSuppliedM2");
    assertThat(stock().out()).contains("批而未供（叠加）").contains("批次之间重叠").contains("江府批3号  批准日期未提供")
        .contains(String.format("%.2f 亩  批而未供（叠加）", sumM2 * 3 / 2000));
  }

  @Test
  void stockAndAlarmsAreTwoQuestions() {
    Console console = stock("--alarms", "90");
    assertThat(console.exit()).isEqualTo(2);
    assertThat(console.err()).contains("--stock does not go with --alarms");
  }
}
