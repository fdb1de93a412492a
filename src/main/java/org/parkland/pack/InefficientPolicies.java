package org.parkland.pack;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.parkland.BadInput;
import org.parkland.land.IdleStatus;
import org.parkland.land.InefficientPolicy;
import org.parkland.land.InefficientPolicy.Per;
import org.parkland.land.InefficientPolicy.Result;
import org.parkland.land.InefficientPolicy.Side;
import org.parkland.land.InefficientPolicy.Test;
import org.parkland.land.Schema;
import org.parkland.land.Words;

/** Reads {@code inefficient.yaml} and, where it names one, the table of norms by industry. */
public final class InefficientPolicies {
  private final Path file;
  private final Schema parcels;

  private InefficientPolicies(Path file, Schema parcels) {
    this.file = file;
    this.parcels = parcels;
  }

  /** @throws BadInput if the file or its table is incomplete, contradictory or names what nobody knows */
  public static InefficientPolicy read(Path file, Schema parcels) {
    return new InefficientPolicies(file, parcels).policy(PolicyNode.open(file));
  }

  private InefficientPolicy policy(PolicyNode root) {
    root.allow("name", "title", "titleEn", "source", "date", "classes", "finished", "hitsNeeded", "words",
        "industryTable", "tests");
    List<Test> tests = root.children("tests").stream().map(this::test).toList();
    Set<String> keys = tests.stream().map(Test::key).collect(Collectors.toSet());
    if (keys.size() < tests.size()) {
      throw root.bad("tests", "hold one key twice", "give each test its own key");
    }
    int needed = root.wholeAbove(0, "hitsNeeded");
    if (needed > tests.size()) {
      throw root.bad("hitsNeeded", "is more than the tests there are", "lower it or add tests");
    }
    return new InefficientPolicy(root.text("name"), root.words("title"), root.text("source"),
        root.date("date"), root.texts("classes"), root.constants(IdleStatus.class, "finished"), needed, words(root.child("words")), tests,
        root.has("industryTable") ? norms(root.text("industryTable"), keys) : Map.of());
  }

  private static Map<Result, Words> words(PolicyNode node) {
    Map<Result, Words> words = new EnumMap<>(Result.class);
    for (Result result : Result.values()) {
      words.put(result, node.words(result.name().toLowerCase(Locale.ROOT)));
    }
    return words;
  }

  private Test test(PolicyNode node) {
    node.allow("key", "title", "titleEn", "numerator", "denominator", "per", "hit", "threshold", "watch",
        "unit", "source", "date");
    Side hit = node.word(Side.class, "hit");
    Double threshold = node.optionalNumber("threshold");
    Double watch = node.optionalNumber("watch");
    if (threshold != null && watch != null && !hit.isHit(threshold, watch)) {
      throw node.bad("watch", "is stricter than the threshold", "the watch limit must be met before it");
    }
    return new Test(node.text("key"), node.words("title"), attribute(node, "numerator"),
        denominator(node), node.word(Per.class, "per"), hit, threshold, watch, node.mayBeEmpty("unit"),
        node.text("source"), node.date("date"));
  }

  private String denominator(PolicyNode node) {
    return node.text("denominator").equals(Test.AREA) ? Test.AREA : attribute(node, "denominator");
  }

  private String attribute(PolicyNode node, String field) {
    return node.numberAttribute(parcels, field);
  }

  private Map<String, Map<String, Double>> norms(String name, Set<String> keys) {
    Path table = file.resolveSibling(name);
    Map<String, Map<String, Double>> norms = new HashMap<>();
    Set<String> known = new HashSet<>(keys);
    known.addAll(Set.of("division", "source"));
    int row = 1;
    for (Map<String, String> line : DataFile.csv(table)) {
      row++;
      String place = table + " row " + row;
      requireKnown(place, line.keySet(), known);
      Map<String, Double> values = new HashMap<>();
      keys.stream().filter(key -> line.get(key) != null && !line.get(key).isBlank())
          .forEach(key -> values.put(key, norm(place, key, line.get(key))));
      if (norms.put(line.get("division"), values) != null) {
        throw new BadInput(place, "division " + line.get("division") + " stands there twice", "keep one row");
      }
    }
    return norms;
  }

  private static void requireKnown(String place, Set<String> columns, Set<String> known) {
    if (!columns.contains("division") || !known.containsAll(columns)) {
      throw new BadInput(place, "columns " + columns + " do not fit", "use " + known);
    }
  }

  private static double norm(String place, String key, String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new BadInput(place + " column " + key, "'" + text + "' is not a number", "give a number", e);
    }
  }
}
