package org.parkland.pack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parkland.land.Finding;
import org.parkland.land.FindingCatalogue;
import org.parkland.land.FindingKind;
import org.parkland.land.FindingKind.Who;
import org.parkland.land.Words;

/** The catalogue of findings, {@code gis-data/standards/findings.yaml}. */
final class FindingTexts {
  private FindingTexts() {}

  static FindingCatalogue read(Path file) {
    PolicyNode root = PolicyNode.open(file).allow("offices", "findings");
    Map<Who, Words> offices = new EnumMap<>(Who.class);
    for (Who who : Who.values()) {
      offices.put(who, root.child("offices").words(who.word()));
    }
    List<FindingKind> kinds = new ArrayList<>();
    Set<String> codes = new HashSet<>();
    for (PolicyNode node : root.children("findings")) {
      FindingKind kind = kind(node);
      if (!codes.add(kind.code())) {
        throw node.bad("code", "'" + kind.code() + "' is there twice", "keep one of them");
      }
      kinds.add(kind);
    }
    return new FindingCatalogue(kinds, offices);
  }

  private static FindingKind kind(PolicyNode node) {
    node.allow("code", "severity", "who", "unit", "title", "titleEn", "text", "textEn", "remedy", "remedyEn");
    return new FindingKind(node.text("code"), node.word(Finding.Severity.class, "severity"),
        node.word(Who.class, "who"), node.words("title"), node.has("unit") ? node.text("unit") : null,
        node.words("text"), node.words("remedy"));
  }
}
