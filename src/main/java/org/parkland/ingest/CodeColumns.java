package org.parkland.ingest;

import java.util.Map;
import java.util.Optional;
import org.parkland.land.Attribute;

/**
 * The columns that hold the land-use code and the name of the class.
 *
 * @param code null where the layer has no codes
 * @param name null where nothing names the classes
 */
record CodeColumns(Attribute code, String codeColumn, Attribute name, String nameColumn) {
  private static final String NAME = "land_use_name";

  static CodeColumns of(FieldMapping mapping) {
    Optional<Map.Entry<Attribute, String>> code = mapping.columns().entrySet().stream()
        .filter(each -> each.getKey().type() == Attribute.Type.CLASS).findFirst();
    Optional<Map.Entry<Attribute, String>> name = mapping.columns().entrySet().stream()
        .filter(each -> each.getKey().name().equals(NAME)).findFirst();
    return new CodeColumns(code.map(Map.Entry::getKey).orElse(null), code.map(Map.Entry::getValue).orElse(null),
        name.map(Map.Entry::getKey).orElse(null), name.map(Map.Entry::getValue).orElse(null));
  }

  boolean isPresent() {
    return code != null;
  }

  /** The reader of the layer's codes, whose scheme is decided by the first rows; null where it has none. */
  CodeReader reader(ImportRules rules, ImportRequest request, FirstRows rows, ImportReport report) {
    if (!isPresent()) {
      return null;
    }
    return reader(rules, request, SchemeDecision.of(rules.schemes(), codeColumn, request.scheme(),
        rows.codes(code, codeColumn, name, nameColumn)), report);
  }

  /** The same, decided beforehand. */
  CodeReader reader(ImportRules rules, ImportRequest request, SchemeDecision decision, ImportReport report) {
    if (!isPresent()) {
      return null;
    }
    CodeReader codes =
        new CodeReader(rules.classification(), decision, request.codes(), request.keepUnknownCodes());
    report.codes(this, decision, codes);
    return codes;
  }
}
