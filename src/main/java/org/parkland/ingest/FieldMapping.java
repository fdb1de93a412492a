package org.parkland.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.parkland.BadInput;
import org.parkland.land.Attribute;
import org.parkland.land.Schema;
import org.parkland.source.SourceLayer;

/**
 * Which delivered column holds which attribute.
 *
 * @param columns attribute → column, in the order of the schema
 * @param unclaimed columns that no attribute claims; they are kept as delivered
 */
record FieldMapping(Map<Attribute, String> columns, List<String> unclaimed) {
  /**
   * Matches by alias, ignoring case and blanks; the user's own choices come first.
   *
   * @throws BadInput if a required attribute has no column, or a chosen column does not exist
   */
  static FieldMapping of(String file, Schema schema, SourceLayer layer, Map<String, String> chosen) {
    FieldMapping mapping = found(file, schema, layer, chosen);
    mapping.missing(schema).stream().findFirst().ifPresent(attribute -> {
      throw new BadInput(file, "no column holds " + attribute.label() + " (" + attribute.name() + "); it has: "
          + String.join(", ", layer.columns()), "name it with --map " + attribute.name() + "=COLUMN");
    });
    return mapping;
  }

  /** As {@link #of}, where required attributes may have no column. An empty choice leaves an attribute out. */
  static FieldMapping found(String file, Schema schema, SourceLayer layer, Map<String, String> chosen) {
    requireKnown(file, schema, chosen);
    Map<Attribute, String> columns = new LinkedHashMap<>();
    List<String> unclaimed = new ArrayList<>(layer.columns());
    for (Attribute attribute : schema.attributes()) {
      column(file, attribute, layer, unclaimed, chosen.get(attribute.name())).ifPresent(column -> {
        columns.put(attribute, column);
        unclaimed.remove(column);
      });
    }
    return new FieldMapping(columns, unclaimed);
  }

  private static Optional<String> column(
      String file, Attribute attribute, SourceLayer layer, List<String> free, String chosen) {
    if (chosen != null && chosen.isEmpty()) {
      return Optional.empty();
    }
    if (chosen != null) {
      return Optional.of(find(chosen, layer.columns()).orElseThrow(() -> new BadInput(file,
          "has no column '" + chosen + "'", "choose one of: " + String.join(", ", layer.columns()))));
    }
    return attribute.aliases().stream().flatMap(alias -> find(alias, free).stream()).findFirst();
  }

  private static Optional<String> find(String wanted, List<String> columns) {
    return columns.stream().filter(each -> key(each).equals(key(wanted))).findFirst();
  }

  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  private static void requireKnown(String file, Schema schema, Map<String, String> chosen) {
    for (String name : chosen.keySet()) {
      if (schema.find(name).isEmpty()) {
        throw new BadInput(file, "'" + name + "' is no attribute of " + schema.kind().word(), "use one of: "
            + String.join(", ", schema.attributes().stream().map(Attribute::name).toList()));
      }
    }
  }

  /** Required attributes without a column. */
  List<Attribute> missing(Schema schema) {
    return schema.attributes().stream().filter(each -> each.required() && !columns.containsKey(each)).toList();
  }

  /** The column of the land-use code; null where there is none. */
  String codeColumn() {
    return columns.entrySet().stream().filter(each -> each.getKey().type() == Attribute.Type.CLASS)
        .map(Map.Entry::getValue).findFirst().orElse(null);
  }

  /** Attribute name → column, as it is kept with the snapshot. */
  Map<String, String> byName() {
    Map<String, String> names = new LinkedHashMap<>();
    columns.forEach((attribute, column) -> names.put(attribute.name(), column));
    return names;
  }
}
