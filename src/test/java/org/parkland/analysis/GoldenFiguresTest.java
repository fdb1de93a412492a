package org.parkland.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parkland.SampleDistrict;
import org.parkland.geometry.AreaMethod;
import org.parkland.land.RedLine;
import org.parkland.land.RedLinePolicy;
import org.parkland.land.State;

/**
 * The sample's figures as they were last agreed on. Where they change on purpose, write them anew with
 * {@code bin/test -Dtest=GoldenFiguresTest -Dgolden.write=true} and say in the commit why.
 */
class GoldenFiguresTest {
  private static final Path FOLDER = Path.of("src/test/resources/golden");
  /** What another machine's sine may differ by. */
  private static final double RELATIVE = 1e-9;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final LocalDate FIRST = LocalDate.of(2020, 12, 31);
  private static final LocalDate LAST = LocalDate.of(2025, 12, 31);
  private static Workspace workspace;
  private static LandAnalysis analysis;

  @BeforeAll
  static void open() {
    workspace = SampleDistrict.open();
    analysis = new LandAnalysis(workspace);
  }

  @AfterAll
  static void close() {
    workspace.close();
  }

  @Test
  void theRedLineOfEveryUnitPolicyAndState() throws IOException {
    Map<String, Object> lines = new LinkedHashMap<>();
    for (RedLinePolicy policy : workspace.policies().redLine().policies()) {
      add(lines, FIRST, State.CURRENT, policy);
      add(lines, LAST, State.CURRENT, policy);
      add(lines, LAST, State.PLANNED, policy);
    }
    compare("red-line.json", lines);
  }

  private static void add(Map<String, Object> lines, LocalDate asOf, State state, RedLinePolicy policy) {
    Figures figures = analysis.figures().draw(
        analysis.day(asOf), new FigureQuery(state, policy, AreaMethod.ELLIPSOIDAL));
    for (int place : figures.places()) {
      RedLine line = figures.redLine(place);
      Map<String, Object> json = FigureJson.redLine(line);
      json.put("doubts", line.deciding().size());
      lines.put(policy.name() + " " + asOf + " " + state.word() + " " + figures.unit(place).id(), json);
    }
  }

  @Test
  void theLedgerOfEveryUnit() throws IOException {
    Map<String, Object> ledgers = new LinkedHashMap<>();
    for (String unit : units()) {
      Map<String, Object> answer = new LinkedHashMap<>(ledger(unit).answer());
      answer.put("entries", ((List<?>) answer.get("entries")).size());
      answer.keySet().retainAll(List.of("before", "after", "change", "totals", "entries", "unlisted"));
      ledgers.put(unit, answer);
    }
    compare("ledger.json", ledgers);
  }

  /** Entries and what is unlisted make up the change: areas to half of 0.001 m², the ratio to its last digits. */
  @Test
  void everyLedgerAddsUp() {
    for (String unit : units()) {
      JsonNode answer = JSON.valueToTree(ledger(unit).answer());
      for (String column : List.of("numeratorM2", "denominatorM2")) {
        assertThat(sum(answer, column)).as(unit + " " + column)
            .isCloseTo(answer.path("change").path(column).asDouble(), org.assertj.core.api.Assertions.within(0.0005));
      }
      assertThat(sum(answer, "ratioPart")).as(unit)
          .isCloseTo(answer.path("change").path("ratio").asDouble(), org.assertj.core.api.Assertions.within(1e-12));
    }
  }

  private static double sum(JsonNode answer, String column) {
    double sum = answer.path("unlisted").path(column).asDouble();
    for (JsonNode entry : answer.path("entries")) {
      sum += entry.path(column).asDouble();
    }
    return sum;
  }

  private static List<String> units() {
    Figures figures = analysis.figures().draw(analysis.day(LAST), new FigureQuery(
        State.CURRENT, workspace.policies().redLine().defaultPolicy(), AreaMethod.ELLIPSOIDAL));
    return figures.places().stream().map(place -> figures.unit(place).id()).toList();
  }

  private static Sheet ledger(String unit) {
    return analysis.reports().draw(new ReportQuery(Report.LEDGER, null, State.CURRENT, AreaMethod.ELLIPSOIDAL,
        workspace.policies().redLine().defaultPolicy(), null, unit, null, 0, FIRST, LAST, null));
  }

  private static void compare(String name, Map<String, Object> figures) throws IOException {
    Path file = FOLDER.resolve(name);
    if (Boolean.getBoolean("golden.write")) {
      write(file, figures);
      return;
    }
    JsonNode expected = JSON.readTree(Files.readString(file));
    JsonNode found = JSON.readTree(JSON.writeValueAsString(figures));
    List<String> changes = new ArrayList<>();
    compare("", expected, found, changes);
    if (!changes.isEmpty()) {
      fail(changes.size() + " golden figures changed in " + file + ":\n"
          + String.join("\n", changes.subList(0, Math.min(50, changes.size())))
          + "\nif that is meant: bin/test -Dtest=GoldenFiguresTest -Dgolden.write=true, and say why in the commit");
    }
  }

  private static void compare(String path, JsonNode expected, JsonNode found, List<String> changes) {
    if (expected.isContainerNode() && found.isContainerNode() && expected.getNodeType() == found.getNodeType()) {
      for (String key : keys(expected, found)) {
        compare(path + "/" + key, at(expected, key), at(found, key), changes);
      }
    } else if (!isSame(expected, found)) {
      changes.add(path + ": " + expected + " → " + found);
    }
  }

  private static boolean isSame(JsonNode expected, JsonNode found) {
    return expected.isNumber() && found.isNumber()
        ? Math.abs(expected.asDouble() - found.asDouble()) <= tolerance(expected.asDouble())
        : Objects.equals(expected, found);
  }

  /** Areas of the sample reach 1e8 m²; what is far smaller is a difference of such areas. */
  private static double tolerance(double figure) {
    return Math.max(RELATIVE * Math.abs(figure), Math.abs(figure) <= 1 ? 1e-12 : 1e-5);
  }

  private static TreeSet<String> keys(JsonNode expected, JsonNode found) {
    TreeSet<String> keys = new TreeSet<>();
    for (JsonNode each : List.of(expected, found)) {
      Iterator<String> names = each.fieldNames();
      names.forEachRemaining(keys::add);
      for (int i = 0; each.isArray() && i < each.size(); i++) {
        keys.add(String.valueOf(i));
      }
    }
    return keys;
  }

  private static JsonNode at(JsonNode node, String key) {
    return node instanceof ObjectNode ? node.path(key) : node.path(Integer.parseInt(key));
  }

  /** One line an entry, so that a change is seen as a changed line. */
  private static void write(Path file, Map<String, Object> figures) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, Object> each : figures.entrySet()) {
      lines.add(JSON.writeValueAsString(each.getKey()) + ": " + JSON.writeValueAsString(each.getValue()));
    }
    Files.writeString(file, "{\n" + String.join(",\n", lines) + "\n}\n", StandardCharsets.UTF_8);
  }
}
