package org.parkland.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A square of 100 m near the red line, in EPSG:4526: what its data leave open decides the answer, by name. */
class IntervalTest {
  private static final double EAST = 38_405_000;
  private static final double NORTH = 2_490_000;

  @TempDir
  private Path folder;
  private Path database;

  @BeforeEach
  void theDistrict() throws IOException {
    database = folder.resolve("small.gpkg");
    Path units = write("units", "{\"id\":\"D\",\"name\":\"小区\",\"kind\":\"district\"}@0,100");
    assertThat(importing(units, "units").exit()).isZero();
  }

  @Test
  void anOverlapAndAnUnknownCodeNearTheThresholdAreNamed() throws IOException {
    Path parcels = write("parcels", parcel("I", "100101", 0, 30.2), parcel("H", "070102", 29.9, 95),
        parcel("X", "M9", 95, 100));
    Console refused = importing(parcels, "parcels");
    assertThat(refused.exit()).isEqualTo(3);
    assertThat(refused.err()).contains("row 3 field YDYHFLDM", "'M9' is in no classification", "--keep-unknown-codes");

    Console kept = importing(parcels, "parcels", "--keep-unknown-codes");
    assertThat(kept.exit()).isZero();
    assertThat(kept.out()).contains("1 unknown-code", "code 'M9' is in no classification; stored as delivered in 1 rows");

    JsonNode line = redLine();
    assertThat(line.path("status").asText()).isEqualTo("cannot-tell");
    assertThat(line.path("doubts")).extracting(each -> each.path("cause").asText(), each -> each.path("subject").asText())
        .containsExactly(tuple("unknown-code", "X"), tuple("parcels-overlap", "H × I"));
    assertThat(line.path("doubts").get(0).path("areaM2").asDouble()).isCloseTo(500, within(0.5));
    assertThat(line.path("doubts").get(1).path("areaM2").asDouble()).isCloseTo(30, within(0.05));
    assertThat(line.path("ratio").asDouble()).isCloseTo(3020 / 9530.0, within(1e-6));
    assertThat(line.path("lowestRatio").asDouble()).isCloseTo(2990 / 10_000.0, within(1e-6));
    assertThat(line.path("highestRatio").asDouble()).isCloseTo(3520 / 10_000.0, within(1e-6));

    Console text = Console.run("analyze", "--db", database.toString());
    assertThat(text.out()).contains("29.90%–35.20%", "decides: unknown-code X", "decides: parcels-overlap H × I");
  }

  @Test
  void aRowThatWasLostAndTheLandNobodyDeliveredAreNamed() throws IOException {
    String bowTie = "{\"ZDDM\":\"B\",\"YDYHFLDM\":\"100101\",\"ZDMJ\":300}#" + ring(90, 0, 95, 100, 95, 0, 90, 100);
    Path parcels = write("parcels", parcel("I", "100101", 0, 28), parcel("H", "070102", 28, 90), bowTie);
    assertThat(importing(parcels, "parcels").out()).contains("1 rejected");
    JsonNode line = redLine();
    assertThat(line.path("status").asText()).isEqualTo("cannot-tell");
    assertThat(line.path("doubts")).extracting(each -> each.path("cause").asText(), each -> each.path("subject").asText())
        .containsExactlyInAnyOrder(tuple("unreadable", "B"), tuple("gap", "D"));
    assertThat(line.path("lowestRatio").asDouble()).isCloseTo(2800 / 9700.0, within(1e-6));
    assertThat(line.path("highestRatio").asDouble()).isCloseTo(3800 / 10_000.0, within(1e-6));
  }

  @Test
  void landWithoutACodeIsCountedAndNamed() throws IOException {
    Path parcels = write("parcels", parcel("I", "100101", 0, 28), parcel("H", "070102", 28, 90), parcel("N", "", 90, 100));
    assertThat(importing(parcels, "parcels").out()).contains("1 unclassified");
    JsonNode drawn = analyze();
    JsonNode line = drawn.path("units").get(0).path("redLine");
    assertThat(line.path("status").asText()).isEqualTo("cannot-tell");
    assertThat(line.path("doubts")).extracting(each -> each.path("cause").asText(), each -> each.path("subject").asText())
        .containsExactly(tuple("no-code", "N"));
    JsonNode last = drawn.path("units").get(0).path("landUse").get(2);
    assertThat(last.path("code").isNull()).isTrue();
    assertThat(last.path("areaM2").asDouble()).isCloseTo(1_000, within(1.0));
    assertThat(analyze()).as("from the kept result").isEqualTo(drawn);
    for (String options : List.of("--levels", "--format csv", "--report structure", "--report reconciliation",
        "--report trend", "--report policies --against strict-industrial-30")) {
      List<String> arguments = new ArrayList<>(List.of("analyze", "--db", database.toString()));
      arguments.addAll(List.of(options.split(" ")));
      Console console = Console.run(arguments.toArray(String[]::new));
      assertThat(console.exit()).as(options + ": " + console.err()).isZero();
    }
  }

  @Test
  void aSliverAlongABorderDecidesNothing() throws IOException {
    Path parcels = write("parcels", parcel("I", "100101", 0, 30.1), parcel("H", "070102", 30, 100));
    assertThat(importing(parcels, "parcels").exit()).isZero();
    JsonNode answer = analyze();
    assertThat(answer.path("units").get(0).path("redLine").path("status").asText()).isEqualTo("pass");
    assertThat(answer.path("findings")).extracting(each -> each.path("problem").asText()).containsExactly("slivers");
    assertThat(answer.path("findings").get(0).path("areaM2").asDouble()).isCloseTo(10, within(0.05));
  }

  /** Codes of the third survey: 05 may also be storage, 08 also squares or special land. */
  @Test
  void whatACrosswalkLeavesOpenWidensTheIntervalOfAStreamAsMuch() throws IOException {
    Path parcels = write("survey", surveyed("I", "0601", "工业用地", 0, 29), surveyed("S", "0508", "物流仓储用地", 29, 33),
        surveyed("B", "05", "商业服务业用地", 33, 50), surveyed("P", "08", "公共管理与公共服务用地", 50, 70),
        surveyed("H", "0701", "城镇住宅用地", 70, 100));
    assertThat(importing(parcels, "parcels").exit()).isZero();
    String declared = "{\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::4526\"}},";
    Path units = Files.writeString(folder.resolve("declared.geojson"),
        declared + Files.readString(folder.resolve("units.geojson")).substring(1));
    List<String> causes = new ArrayList<>();
    for (String policy : List.of("industrial-30", "strict-industrial-30")) {
      JsonNode stored = unit("--db", database.toString(), "--policy", policy).path("redLine");
      JsonNode streamed = unit("--source", parcels.toString(), "--crs", "EPSG:4526", "--unit-layer", units.toString(),
          "--policy", policy).path("redLine");
      assertThat(streamed).as(policy).isEqualTo(stored);
      stored.path("doubts").forEach(each -> causes.add(each.path("cause").asText()));
    }
    assertThat(causes).contains("ambiguous-code");
  }

  private static String surveyed(String id, String code, String name, double from, double to) {
    return "{\"ZDDM\":\"" + id + "\",\"DLBM\":\"" + code + "\",\"DLMC\":\"" + name + "\"}@" + from + "," + to;
  }

  private JsonNode unit(String... options) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("analyze", "--format", "json", "--area", "planar"));
    arguments.addAll(List.of(options));
    Console console = Console.run(arguments.toArray(String[]::new));
    assertThat(console.exit()).as(console.err()).isZero();
    return new ObjectMapper().readTree(console.out()).path("units").get(0);
  }

  private JsonNode redLine() throws IOException {
    return analyze().path("units").get(0).path("redLine");
  }

  private JsonNode analyze() throws IOException {
    Console console = Console.run("analyze", "--db", database.toString(), "--format", "json", "--area", "planar");
    assertThat(console.exit()).as(console.err()).isZero();
    return new ObjectMapper().readTree(console.out());
  }

  private Console importing(Path file, String kind, String... more) {
    List<String> arguments = new ArrayList<>(List.of("import", file.toString(), "--as", kind, "--date", "2025-12-31",
        "--crs", "EPSG:4526", "--db", database.toString()));
    arguments.addAll(Arrays.asList(more));
    return Console.run(arguments.toArray(String[]::new));
  }

  private static String parcel(String id, String code, double from, double to) {
    return "{\"ZDDM\":\"" + id + "\",\"YDYHFLDM\":\"" + code + "\"}@" + from + "," + to;
  }

  /** Rows as properties@from,to (a strip of the square) or properties#ring. */
  private Path write(String name, String... rows) throws IOException {
    List<String> features = new ArrayList<>();
    for (String row : rows) {
      String[] parts = row.split("[@#]");
      String ring = parts[1];
      if (row.contains("@")) {
        double from = Double.parseDouble(parts[1].split(",")[0]);
        double to = Double.parseDouble(parts[1].split(",")[1]);
        ring = ring(from, 0, to, 0, to, 100, from, 100);
      }
      features.add("{\"type\":\"Feature\",\"properties\":" + parts[0]
          + ",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[" + ring + "]}}");
    }
    return Files.writeString(folder.resolve(name + ".geojson"),
        "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}");
  }

  private static String ring(double... xy) {
    List<String> places = new ArrayList<>();
    for (int i = 0; i <= xy.length; i += 2) {
      places.add("[" + (EAST + xy[i % xy.length]) + "," + (NORTH + xy[(i + 1) % xy.length]) + "]");
    }
    return "[" + String.join(",", places) + "]";
  }
}
