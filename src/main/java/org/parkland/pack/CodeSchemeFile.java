package org.parkland.pack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.parkland.land.Classification;
import org.parkland.land.CodeScheme;
import org.parkland.land.CodeScheme.Entry;
import org.parkland.land.CodeSchemes;

/** Schemes of land-use codes and their crosswalks, {@code gis-data/standards/schemes.yaml}. */
final class CodeSchemeFile {
  private final Path file;
  private final Classification classification;

  private CodeSchemeFile(Path file, Classification classification) {
    this.file = file;
    this.classification = classification;
  }

  static CodeSchemes read(Path file, Classification classification) {
    return new CodeSchemeFile(file, classification).read();
  }

  private CodeSchemes read() {
    PolicyNode root = PolicyNode.open(file)
        .allow("schemes", "columns", "otherwise", "clear", "weak", "sampleRows");
    List<CodeScheme> schemes = root.children("schemes").stream().map(this::scheme).toList();
    Map<String, List<String>> columns = new HashMap<>();
    for (PolicyNode node : root.children("columns")) {
      List<String> ids = ids(node, "schemes", schemes);
      node.allow("names", "schemes").texts("names").forEach(name -> columns.put(name.toUpperCase(Locale.ROOT), ids));
    }
    return new CodeSchemes(schemes, columns, ids(root, "otherwise", schemes), part(root, "clear"), part(root, "weak"),
        root.wholeAbove(0, "sampleRows"));
  }

  private static double part(PolicyNode node, String field) {
    double part = node.number(field);
    if (part < 0 || part > 1) {
      throw node.bad(field, part + " is no share", "give a number from 0 to 1");
    }
    return part;
  }

  private static List<String> ids(PolicyNode node, String field, List<CodeScheme> schemes) {
    List<String> known = schemes.stream().map(CodeScheme::id).toList();
    List<String> ids = node.texts(field);
    if (ids.isEmpty() || !known.containsAll(ids)) {
      throw node.bad(field, ids + " holds no scheme or an unknown one", "use some of " + String.join(", ", known));
    }
    return ids;
  }

  private CodeScheme scheme(PolicyNode node) {
    node.allow("id", "name", "nameEn", "edition", "crosswalk", "newIndustry");
    List<Entry> entries = node.has("crosswalk") ? crosswalk(node.child("crosswalk")) : own();
    return new CodeScheme(node.text("id"), node.words("name"), node.text("edition"),
        node.has("newIndustry") ? Set.copyOf(node.texts("newIndustry")) : Set.of(), entries);
  }

  private List<Entry> own() {
    return classification.classes().stream()
        .map(each -> new Entry(each.code(), each.name(), each.code(), List.of())).toList();
  }

  private List<Entry> crosswalk(PolicyNode node) {
    node.allow("file", "code", "name", "to", "alternatives");
    List<Entry> entries = new ArrayList<>();
    for (Map<String, String> row : DataFile.csv(file.resolveSibling(node.text("file")))) {
      String target = row.getOrDefault(node.text("to"), "");
      List<String> others = node.has("alternatives")
          ? Arrays.stream(row.getOrDefault(node.text("alternatives"), "").split(";")).map(String::strip)
              .filter(each -> !each.isEmpty()).toList()
          : List.of();
      requireKnown(node, row.get(node.text("code")), target, others);
      entries.add(new Entry(row.get(node.text("code")), row.get(node.text("name")), target.isEmpty() ? null : target,
          others));
    }
    return entries;
  }

  private void requireKnown(PolicyNode node, String code, String target, List<String> others) {
    List<String> all = new ArrayList<>(others);
    if (!target.isEmpty()) {
      all.add(target);
    }
    for (String each : all) {
      if (classification.find(each).isEmpty()) {
        throw node.bad("file", "code " + code + " leads to '" + each + "', which is in no classification",
            "correct the crosswalk (" + classification.edition() + ")");
      }
    }
  }
}
