package org.parkland.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parkland.SampleDistrict;

/** Candidates, matching, alarms and corrections as a planner types them, on a copy of the sample district. */
class SitesCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String IDLE = "440704001009GB00804";

  @TempDir
  private Path folder;

  private String database;

  @BeforeEach
  void copySample() throws IOException {
    database = Files.copy(SampleDistrict.database(), folder.resolve("copy.gpkg")).toString();
  }

  private Console run(String... arguments) {
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--db";
    all[arguments.length + 1] = database;
    return Console.run(all);
  }

  private JsonNode json(String... arguments) throws IOException {
    Console console = run(arguments);
    assertThat(console.exit()).as(console.err()).isZero();
    return JSON.readTree(console.out());
  }

  private String status(String parcel) throws IOException {
    for (JsonNode each : json("idle", "--format", "json").path("cases")) {
      if (each.path("parcel").asText().equals(parcel)) {
        return each.path("status").asText();
      }
    }
    throw new AssertionError("no case " + parcel);
  }

  /** The correction, a new delivery of the same parcels, the history, and the way back. */
  @Test
  void aCorrectionSurvivesAnImportAndItsRemovalRestoresWhatWasDelivered() throws IOException {
    String delivered = status(IDLE);
    assertThat(delivered).isEqualTo("疑似闲置(满两年)");
    Path proof = Files.writeString(folder.resolve("现场核查.txt"), "abc");
    JsonNode entered = json("correct", IDLE, "started_on=2023-11-01", "--reason", "现场核查已动工", "--evidence",
        proof.toString(), "--by", "王工", "--format", "json").get(0);
    assertThat(entered.path("before").isNull()).isTrue();
    assertThat(entered.path("after").asText()).isEqualTo("2023-11-01");
    assertThat(entered.path("evidence").asText()).isEqualTo("现场核查.txt");
    assertThat(entered.path("evidenceSha256").asText())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(status(IDLE)).isIn("在建", "逾期未竣工");

    assertThat(run("import", "gis-data/jianghai/parcels-2025.zip", "--as", "parcels", "--date", "2026-01-31").exit())
        .isZero();
    assertThat(status(IDLE)).isIn("在建", "逾期未竣工");

    JsonNode removed = json("correct", "--remove", entered.path("number").asText(), "--reason", "证据有误", "--by", "李工",
        "--format", "json").get(0);
    assertThat(removed.path("removal").asBoolean()).isTrue();
    assertThat(status(IDLE)).isEqualTo(delivered);
    JsonNode history = json("correct", "--history", IDLE, "--format", "json");
    assertThat(history).hasSize(2);
    assertThat(history).extracting(each -> each.path("by").asText()).containsExactly("王工", "李工");
    assertThat(history).allMatch(each -> !each.path("stands").asBoolean());
  }

  @Test
  void aWrongCorrectionIsRefusedWithTheRemedy() {
    assertThat(run("correct", IDLE, "started_on=1 May", "--reason", "r").err()).contains("YYYY-MM-DD");
    assertThat(run("correct", IDLE, "land_use=0701", "--reason", "r").err()).contains("import a corrected delivery");
    assertThat(run("correct", IDLE, "begun=2023-01-01", "--reason", "r").err()).contains("no attribute");
    assertThat(run("correct", IDLE, "started_on=2023-01-01").err()).contains("reason");
    assertThat(run("correct", "X", "started_on=2023-01-01", "--reason", "r").err()).contains("no such parcel");
    assertThat(run("correct", "--remove", "7", "--reason", "r").exit()).isEqualTo(3);
    assertThat(run("correct").err()).contains("FIELD=VALUE");
  }

  @Test
  void candidatesSayTheSameInEveryFormat() throws IOException {
    JsonNode json = json("candidates", "--limit", "5", "--format", "json");
    assertThat(json.path("candidates")).hasSize(5);
    String first = json.path("candidates").get(0).path("parcel").asText();
    String csv = run("candidates", "--limit", "5", "--format", "csv").out();
    assertThat(csv.lines().toList()).hasSize(6);
    assertThat(csv.lines().skip(1).findFirst().orElseThrow()).startsWith("1," + first + ",");
    assertThat(run("candidates", "--limit", "5").out()).contains(first).contains("规划为产业用地");
    assertThat(run("candidates", "--weights", "beauty=1").exit()).isEqualTo(3);
    assertThat(run("candidates", "--funnel", "planned").err()).contains("name each step once");
    assertThat(run("candidates", "--unit", "nowhere").exit()).isEqualTo(3);
  }

  @Test
  void matchingAnswersThePacksProjects() throws IOException {
    JsonNode json = json("match", "--format", "json");
    assertThat(json.path("projects")).hasSize(32);
    assertThat(json.path("shared").path("served").asInt() + json.path("shared").path("unserved").size()).isEqualTo(32);
    assertThat(run("match", "--projects", folder.resolve("none.csv").toString()).exit()).isEqualTo(3);
  }

  @Test
  void alarmsGoIntoACalendar() throws IOException {
    Path calendar = folder.resolve("idle.ics");
    JsonNode json = json("idle", "--alarms", "90", "--ics", calendar.toString(), "--format", "json");
    assertThat(json.path("alarms")).isNotEmpty();
    assertThat(Files.readString(calendar).split("BEGIN:VEVENT", -1)).hasSize(json.path("alarms").size() + 1);
    assertThat(run("idle", "--alarms", "-1").exit()).isEqualTo(3);
  }
}
