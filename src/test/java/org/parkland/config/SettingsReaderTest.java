package org.parkland.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parkland.BadInput;

class SettingsReaderTest {
  private static final Path EXAMPLE = Path.of("docs/parkland.yaml");

  @TempDir
  private Path home;

  @Test
  void aFlagGoesBeforeTheEnvironmentAndThatBeforeTheFile() throws IOException {
    Settings settings = read("port: 1\nheavy: 5\nlight: 7\n", Map.of("PARKLAND_PORT", "2", "PARKLAND_HEAVY", "6"),
        Map.of("port", "3"));
    assertThat(settings.port()).isEqualTo(3);
    assertThat(settings.values().whole(Setting.HEAVY)).isEqualTo(6);
    assertThat(settings.values().whole(Setting.LIGHT)).isEqualTo(7);
    assertThat(source(settings, Setting.PORT)).isEqualTo("--set port");
    assertThat(source(settings, Setting.HEAVY)).isEqualTo("PARKLAND_HEAVY");
    assertThat(source(settings, Setting.LIGHT)).isEqualTo(home.resolve("parkland.yaml") + " line 3");
    assertThat(source(settings, Setting.HOST)).isEqualTo("standard");
  }

  @Test
  void theFileMayLieWithTheDataOrBeNamed() throws IOException {
    Files.createDirectories(home.resolve("data"));
    Files.writeString(home.resolve("data/parkland.yaml"), "port: 11");
    assertThat(read(null, Map.of(), Map.of()).port()).isEqualTo(11);
    Path other = Files.writeString(home.resolve("other.yaml"), "port: 12");
    assertThat(read(null, Map.of("PARKLAND_CONFIG", other.toString()), Map.of()).port()).isEqualTo(12);
  }

  @Test
  void aMistakenNameIsRefusedWithTheOneThatWasMeant() {
    assertThatThrownBy(() -> read("prot: 1", Map.of(), Map.of())).isInstanceOf(BadInput.class)
        .hasMessageContaining("parkland.yaml line 1").hasMessageContaining("did you mean 'port'");
    assertThatThrownBy(() -> read(null, Map.of("PARKLAND_HEVY_WAITING", "1"), Map.of()))
        .hasMessageContaining("did you mean 'PARKLAND_HEAVY_WAITING'");
    assertThatThrownBy(() -> read(null, Map.of(), Map.of("uploadMiB", "1"))).hasMessageContaining("--set uploadMiB")
        .hasMessageContaining("did you mean 'uploadMib'");
  }

  @Test
  void aValueThatDoesNotFitIsRefusedWithItsPlace() {
    assertThatThrownBy(() -> read("port: 65536", Map.of(), Map.of()))
        .hasMessageContaining("line 1").hasMessageContaining("a whole number from 0 to 65535");
    assertThatThrownBy(() -> read(null, Map.of("PARKLAND_LOG", "xml"), Map.of()))
        .hasMessageContaining("PARKLAND_LOG").hasMessageContaining("text or json");
    assertThatThrownBy(() -> read("port: 99999999999999999999", Map.of(), Map.of())).isInstanceOf(BadInput.class);
    assertThatThrownBy(() -> read("port: 0x10", Map.of(), Map.of())).isInstanceOf(BadInput.class);
  }

  @Test
  void onlyOneValueASettingIsRead() {
    for (String text : new String[] {"port: [1, 2]", "port: {a: 1}", "- port", "port: 1\nport: 2", "port: &a 1\nlight: *a",
        "port: !!javax.script.ScriptEngineManager [1]", "port: \"1", "x\n"}) {
      assertThatThrownBy(() -> read(text, Map.of(), Map.of())).as(text).isInstanceOf(BadInput.class)
          .hasMessageContaining("parkland.yaml line");
    }
  }

  @Test
  void aPasswordIsNotShown() throws IOException {
    Settings settings =
        read(null, Map.of(), Map.of("db", "jdbc:postgresql://db.office:5432/land?user=planner&password=秘密"));
    assertThat(Setting.DB.kind().shown().apply(settings.values().text(Setting.DB)))
        .isEqualTo("jdbc:postgresql://db.office:5432/land");
  }

  @Test
  void theExampleListsAllSettingsWithTheirStandardsAndMeaning() throws IOException {
    Settings settings = read(Files.readString(EXAMPLE), Map.of(), Map.of());
    String text = Files.readString(EXAMPLE);
    for (Setting each : Setting.values()) {
      assertThat(settings.values().text(each)).as(each.key()).isEqualTo(each.standard());
      assertThat(source(settings, each)).as(each.key()).contains("parkland.yaml line");
      assertThat(text).contains("# " + each.help() + "\n# " + each.variable() + ": ");
    }
  }

  /** Another place that looks at the environment would know settings that nobody lists. */
  @Test
  void nobodyElseReadsTheEnvironment() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      assertThat(files.filter(each -> each.toString().endsWith(".java")).filter(each -> !each.toString().contains("/test/"))
          .filter(SettingsReaderTest::readsEnvironment).map(each -> each.getFileName().toString()))
          .containsExactlyInAnyOrder("SettingsReader.java", "ServerAddress.java", "Ogr2ogr.java");
    }
  }

  private static boolean readsEnvironment(Path file) {
    try {
      String text = Files.readString(file);
      return text.contains("System.getenv") || text.contains("System.getProperty(\"parkland");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Settings read(String file, Map<String, String> environment, Map<String, String> flags) throws IOException {
    Files.createDirectories(home.resolve("gis-data"));
    Files.deleteIfExists(home.resolve("parkland.yaml"));
    if (file != null) {
      Files.writeString(home.resolve("parkland.yaml"), file);
    }
    Map<String, String> all = new HashMap<>(environment);
    all.put("PARKLAND_HOME", home.toString());
    return SettingsReader.read(all, null, flags);
  }

  private static String source(Settings settings, Setting setting) {
    return settings.values().all().get(setting).source();
  }
}
