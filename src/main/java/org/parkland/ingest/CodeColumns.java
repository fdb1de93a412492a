package org.parkland.ingest;

import java.util.Map;
import java.util.Optional;
import org.parkland.land.Attribute;
import org.parkland.land.CodeSchemes;

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

  SchemeDecision decide(CodeSchemes schemes, String chosen, FirstRows rows) {
    return SchemeDecision.of(schemes, codeColumn, chosen, rows.codes(code, codeColumn, name, nameColumn));
  }
}
