package org.parkland.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parkland.SampleDistrict;
import org.parkland.analysis.FindingList;
import org.parkland.analysis.Workspace;
import org.parkland.land.Finding;
import org.parkland.land.Snapshot;
import org.parkland.pack.Standards;

/** {@code check} says what is wrong with a file or a stored layer, and stores nothing. */
class CheckCommandTest {
  @TempDir
  private Path folder;
  private Path database;
  private Path file;

  @BeforeEach
  void aLayerWithDefects() throws IOException {
    database = folder.resolve("small.gpkg");
    assertThat(Strips.run("import", Strips.district(folder.resolve("units.geojson")), database, "--as", "units").exit())
        .isZero();
    file = Strips.write(folder.resolve("parcels.geojson"),
        Strips.strip(0, 30, "ZDDM==1+1", "YDYHFLDM=1001", "ZDMJ=3000"),
        Strips.strip(29, 60, "ZDDM=B", "YDYHFLDM=0701", "ZDMJ=3300", "QDRQ=2020-05-01", "SJKGSJ=2019-01-01"),
        Strips.strip(60, 90, "ZDDM=B", "YDYHFLDM=701", "QDRQ=1900-01-01"),
        Strips.strip(92, 110, "ZDDM=D", "YDYHFLDM=100100"), Strips.strip(1, 2, "YDYHFLDM=1001"),
        "{\"type\":\"Feature\",\"properties\":{\"ZDDM\":\"E\",\"YDYHFLDM\":\"1001\",\"QDRQ\":\"soon\"},\"geometry\":null}");
  }

  @Test
  void everythingIsFoundAtOnceAndNothingStored() throws IOException {
    byte[] before = Files.readAllBytes(database);
    Console console = Strips.run("check", file, database, "--format", "json");
    assertThat(console.exit()).as(console.err()).isZero();
    JsonNode answer = new ObjectMapper().readTree(console.out());
    assertThat(answer.path("read").asInt()).isEqualTo(6);
    assertThat(answer.path("usable").asInt()).isEqualTo(4);
    Map<String, Integer> counts = new ObjectMapper().convertValue(answer.path("counts"), Map.class);
    assertThat(counts).containsOnlyKeys("missing-value", "unreadable-value", "no-geometry", "overlap",
        "area-registered", "date-order", "date-impossible", "duplicate-id", "outside-district", "code-padded",
        "code-shortened", "missing-vertex");
    assertThat(counts.remove("missing-vertex")).as("corners on the neighbour's edges").isEqualTo(4);
    assertThat(counts.values()).containsOnly(1);
    JsonNode overlap = first(answer, "overlap");
    assertThat(overlap.path("figure").asDouble()).isCloseTo(100, within(0.1));
    assertThat(overlap.path("unit").asText()).isEqualTo("m2");
    assertThat(overlap.path("text").asText()).contains("与=1+1（第1行）重叠");
    assertThat(overlap.path("officeEn").asText()).isEqualTo("Survey office");
    assertThat(overlap.path("place").path("x").asDouble()).isBetween(38_405_029.0, 38_405_030.0);
    assertThat(overlap.path("place").path("lon").asDouble()).isBetween(113.0, 113.2);
    assertThat(first(answer, "outside-district").path("figure").asDouble()).isCloseTo(1000, within(1.0));
    assertThat(first(answer, "date-order").path("textEn").asText())
        .isEqualTo("Actual start (2019-01-01) is before Contract signed (2020-05-01)");
    try (Workspace workspace = Workspace.open(SampleDistrict.settings(database))) {
      assertThat(workspace.store().snapshots()).hasSize(1);
    }
    assertThat(Files.readAllBytes(database)).hasSameSizeAs(before);
  }

  private static JsonNode first(JsonNode answer, String code) {
    for (JsonNode each : answer.path("findings")) {
      if (each.path("code").asText().equals(code)) {
        return each;
      }
    }
    throw new AssertionError("no " + code);
  }

  @Test
  void theExitSaysHowBadItIsWhereAskedFor() {
    assertThat(Strips.run("check", file, database).exit()).isZero();
    assertThat(Strips.run("check", file, database, "--fail-on", "error").exit()).isEqualTo(1);
    Console gone = Strips.run("check", folder.resolve("gone.shp"), database);
    assertThat(gone.exit()).isEqualTo(3);
    assertThat(gone.err()).contains("there is no such file and no such layer");
  }

  @Test
  void theWorkbookAndTheLayerHoldEveryFinding() throws Exception {
    Path xlsx = folder.resolve("back.xlsx");
    Path gpkg = folder.resolve("back.gpkg");
    Console console = Strips.run("check", file, database, "--xlsx", xlsx.toString(), "--gpkg", gpkg.toString());
    assertThat(console.exit()).as(console.err()).isZero();
    assertThat(console.out()).contains("error missing-value: 1 · Data provider: fill it in");
    try (ZipFile zip = new ZipFile(xlsx.toFile())) {
      String sheet = new String(zip.getInputStream(zip.getEntry("xl/worksheets/sheet2.xml")).readAllBytes(),
          StandardCharsets.UTF_8);
      assertThat(sheet.split("<row ")).hasSize(1 + 1 + 15);
      assertThat(sheet).contains(entities("测绘单位"), entities("重叠"), "&apos;=1+1").doesNotContain("<f>").doesNotContain(">=1+1<");
    }
    Process ogr = new ProcessBuilder("ogrinfo", "-so", gpkg.toString(), "findings").redirectErrorStream(true).start();
    assertThat(new String(ogr.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .contains("Feature Count: 15", "38405").doesNotContain("ERROR");
  }

  @Test
  void anImportChecksTheLayerAndKeepsWhatItFound() throws IOException {
    Path good = Strips.write(folder.resolve("better.geojson"), Strips.strip(0, 30, "ZDDM=A", "YDYHFLDM=1001"),
        Strips.strip(29, 60, "ZDDM=B", "YDYHFLDM=0701", "ZDMJ=3300"));
    Console console = Strips.run("import", good, database, "--as", "parcels");
    assertThat(console.out()).contains("layer checked: ");
    try (Workspace workspace = Workspace.open(SampleDistrict.settings(database))) {
      Snapshot last = workspace.store().snapshots().get(1);
      FindingList findings = new FindingList(workspace.store(), last, workspace.standards().findings());
      assertThat(findings.page(null, null, 0, 10)).extracting(Finding::code)
          .containsExactly("area-registered", "overlap", "missing-vertex", "missing-vertex", "missing-vertex",
              "missing-vertex");
    }
    Console broken = Strips.run("import", Strips.write(folder.resolve("less.geojson"),
        Strips.strip(0, 30, "ZDDM=A", "YDYHFLDM=1001")), database, "--as", "parcels");
    assertThat(broken.out()).contains("1 count-changed, 1 area-changed", "1 rows, 2 in the last delivery (2025-12-31");
    Console stored = Console.run("check", "2", "--db", database.toString());
    assertThat(stored.out()).contains("1 area-registered", "1 overlap");
  }

  /** As the workbook writes Chinese. */
  private static String entities(String text) {
    return text.chars().mapToObj(each -> "&#x" + Integer.toHexString(each) + ";")
        .collect(java.util.stream.Collectors.joining());
  }

  /** Every code that the program can find stands in the catalogue. */
  @Test
  void theCatalogueHasEveryCode() throws IOException {
    Standards standards = Standards.read(Path.of("gis-data/standards"));
    Pattern used = Pattern.compile("\\b(?:add|reject|tell|mended)\\((?:[\\w.()]+ \\?)?\\s*"
        + "\"([a-z0-9]+(?:-[a-z0-9]+)+)\"(?:\\s*:\\s*\"([a-z0-9]+(?:-[a-z0-9]+)+)\")?");
    try (Stream<Path> sources = Stream.of("ingest", "check").map(each -> Path.of("src/main/java/org/parkland", each))
        .flatMap(CheckCommandTest::files)) {
      List<String> codes = sources.flatMap(each -> {
        Matcher found = used.matcher(text(each));
        return found.results().flatMap(match -> Stream.of(match.group(1), match.group(2))).filter(Objects::nonNull);
      }).distinct().toList();
      assertThat(codes).hasSizeGreaterThan(25);
      assertThat(codes.stream().filter(each -> standards.findings().find(each).isEmpty())).isEmpty();
    }
  }

  private static Stream<Path> files(Path folder) {
    try {
      return Files.list(folder);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
