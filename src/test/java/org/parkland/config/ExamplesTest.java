package org.parkland.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The examples for operators name what there is. Neither systemd nor a container engine runs them here. */
class ExamplesTest {
  private static final Path FOLDER = Path.of("docs/examples");

  @Test
  void theUnitIsOneAndLocksTheServiceIn() throws IOException {
    Map<String, List<String>> unit = new TreeMap<>();
    String section = "";
    for (String line : Files.readAllLines(FOLDER.resolve("parkland.service"))) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (line.matches("\\[\\w+]")) {
        section = line;
        continue;
      }
      assertThat(line).matches("[A-Z][A-Za-z]+=.*");
      assertThat(section).isIn("[Unit]", "[Service]", "[Install]");
      String[] pair = line.split("=", 2);
      unit.merge(pair[0], List.of(pair[1]), (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
    }
    assertThat(unit).containsEntry("NoNewPrivileges", List.of("yes")).containsEntry("ProtectSystem", List.of("strict"))
        .containsEntry("CapabilityBoundingSet", List.of("")).containsEntry("User", List.of("parkland"));
    assertThat(unit.get("Environment")).allSatisfy(each -> assertKnown(each.split("=")[0]));
    assertThat(unit.get("ExecStart").get(0)).contains("target/parkland.jar serve").doesNotContain("password");
  }

  @Test
  void theContainerCopiesWhatThereIsAndRunsAsNobodySpecial() throws IOException {
    List<String> lines = Files.readAllLines(FOLDER.resolve("Containerfile"));
    for (String line : lines.stream().filter(each -> each.startsWith("COPY ") && !each.contains("--from")).toList()) {
      assertThat(Path.of(line.split(" ")[1])).exists();
    }
    lines.stream().filter(each -> each.startsWith("ENV ")).flatMap(each -> Arrays.stream(each.substring(4).split(" ")))
        .forEach(each -> assertKnown(each.split("=")[0]));
    assertThat(lines).anyMatch(each -> each.matches("USER [1-9]\\d*"));
  }

  @Test
  void everySettingIsHeededSomewhere() throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path each : files.filter(file -> file.toString().endsWith(".java")).toList()) {
        if (!each.endsWith("Setting.java")) {
          all.append(Files.readString(each));
        }
      }
    }
    for (Setting each : Setting.values()) {
      assertThat(all).as(each.key()).containsPattern("Setting\\." + each.name() + "\\b");
    }
  }

  private static void assertKnown(String variable) {
    assertThat(Arrays.stream(Setting.values()).map(Setting::variable).anyMatch(variable::equals)
        || List.of("PARKLAND_HOME", "PARKLAND_CONFIG").contains(variable)).as(variable).isTrue();
  }
}
