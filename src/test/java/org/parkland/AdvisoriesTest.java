package org.parkland;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What ships, held against the list of known weaknesses. It knows what the list knows, and no more. */
class AdvisoriesTest {
  private static final Pattern JAR = Pattern.compile("(.+?)-(\\d[\\w.+-]*)\\.jar");
  private static JsonNode list;

  @BeforeAll
  static void read() throws IOException {
    list = new YAMLMapper().readTree(Path.of("docs/advisories.yaml").toFile());
  }

  @Test
  void nothingThatShipsIsKnownToBeWeak() throws IOException {
    Map<String, String> shipped = shipped();
    assertThat(shipped).containsKeys("jackson-core", "javalin", "sqlite-jdbc", "logback-core", "commons-lang3");
    List<String> affected = new ArrayList<>();
    for (JsonNode each : list.get("advisories")) {
      String version = shipped.get(each.get("library").asText());
      if (version != null && isBefore(version, each.get("below").asText()) && !each.hasNonNull("accepted")) {
        affected.add(each.get("library").asText() + " " + version + ": " + each.get("id").asText() + ", " + each.get("what").asText()
            + "; take " + each.get("below").asText() + " or later, or say under 'accepted' why it may stay");
      }
    }
    assertThat(affected).isEmpty();
  }

  @Test
  void theListSaysWhatItIsAndFromWhen() {
    assertThat(LocalDate.parse(list.get("asOf").asText())).isAfter("2026-11-01");
    for (JsonNode each : list.get("advisories")) {
      assertThat(each.get("id").asText()).matches("(CVE-\\d{4}-\\d+|GHSA(-[0-9a-z]{4}){3})");
      assertThat(each.get("below").asText()).matches("\\d.*");
      assertThat(each.get("what").asText()).isNotBlank();
      assertThat(each.path("accepted").asText("a reason")).isNotBlank();
    }
  }

  @Test
  void versionsAreComparedByTheirNumbers() {
    assertThat(isBefore("1.5.9", "1.5.18")).isTrue();
    assertThat(isBefore("2.19.2", "2.15.0")).isFalse();
    assertThat(isBefore("2.0", "2.0")).isFalse();
    assertThat(isBefore("33.4.8-jre", "32.0.0")).isFalse();
    assertThat(isBefore("1.8.0-33.1", "1.8.1-33.1")).isTrue();
    assertThat(isBefore("12.0", "12.0.1")).isTrue();
  }

  private static boolean isBefore(String version, String other) {
    return Arrays.compare(numbers(version), numbers(other)) < 0;
  }

  private static int[] numbers(String version) {
    return Pattern.compile("\\d+").matcher(version).results().mapToInt(each -> Integer.parseInt(each.group())).toArray();
  }

  /** Library → version, of all that the build puts beside the program. */
  private static Map<String, String> shipped() throws IOException {
    Map<String, String> shipped = new TreeMap<>();
    try (Stream<Path> jars = Files.list(Path.of("target/lib"))) {
      for (Path each : jars.toList()) {
        Matcher name = JAR.matcher(each.getFileName().toString());
        if (name.matches()) {
          shipped.put(name.group(1), name.group(2));
        }
      }
    }
    return shipped;
  }
}
