package org.parkland.ingest;

import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parkland.BadInput;
import org.parkland.land.Attribute;
import org.parkland.land.Schema;
import org.parkland.source.Notice;
import org.parkland.source.SourceLayer;

/**
 * Which delivered column holds which attribute.
 *
 * @param columns attribute → column, in the order of the schema
 * @param unclaimed columns that no attribute claims; they are kept as delivered
 */
record FieldMapping(Map<Attribute, String> columns, List<String> unclaimed) {
  private static final int DBF_NAME_BYTES = 10;

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
      column(file, attribute, schema, layer, unclaimed, chosen.get(attribute.name())).ifPresent(column -> {
        columns.put(attribute, column);
        unclaimed.remove(column);
      });
    }
    return new FieldMapping(columns, unclaimed);
  }

  private static Optional<String> column(
      String file, Attribute attribute, Schema schema, SourceLayer layer, List<String> free, String chosen) {
    if (chosen != null && chosen.isEmpty()) {
      return Optional.empty();
    }
    if (chosen != null) {
      return Optional.of(find(chosen, layer.columns()).orElseThrow(() -> new BadInput(file,
          "has no column '" + chosen + "'", "choose one of: " + String.join(", ", layer.columns()))));
    }
    return attribute.aliases().stream().flatMap(alias -> find(alias, free).stream()).findFirst()
        .or(() -> attribute.aliases().stream().flatMap(alias -> findLoosely(alias, attribute, free).stream()).findFirst())
        .or(() -> layer.format().equals("Shapefile") ? findCut(attribute, schema, layer, free) : Optional.empty());
  }

  private static Optional<String> find(String wanted, List<String> columns) {
    return columns.stream().filter(each -> key(each).equals(key(wanted))).findFirst();
  }

  /** An area or amount may have its unit in the name: 宗地面积(亩). */
  private static Optional<String> findLoosely(String alias, Attribute attribute, List<String> columns) {
    boolean measured = attribute.type() == Attribute.Type.AREA || attribute.type() == Attribute.Type.NUMBER;
    return !measured ? Optional.empty()
        : columns.stream().filter(each -> key(Units.withoutUnit(each)).equals(key(alias))).findFirst();
  }

  /**
   * A DBF keeps ten bytes of a name, five Chinese characters of GBK or three of UTF-8: 约定交地时间 comes as 约定交地时.
   * Taken only where no other attribute has a name that begins so.
   */
  private static Optional<String> findCut(Attribute attribute, Schema schema, SourceLayer layer, List<String> columns) {
    return columns.stream().filter(each -> isCut(each, layer.encoding()) && begins(attribute, key(each)))
        .filter(each -> schema.attributes().stream().filter(any -> begins(any, key(each))).count() == 1).findFirst();
  }

  private static boolean begins(Attribute attribute, String start) {
    return attribute.aliases().stream().anyMatch(alias -> key(alias).startsWith(start));
  }

  /** Whether another character like the last would not have found room. */
  private static boolean isCut(String column, Charset encoding) {
    String last = column.substring(column.length() - 1);
    return encoding != null && last.charAt(0) > 0x7f && column.getBytes(encoding).length <= DBF_NAME_BYTES
        && (column + last).getBytes(encoding).length > DBF_NAME_BYTES;
  }

  /** Full-width letters and brackets count as plain ones. */
  private static String key(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
  }

  /** Which columns are converted because of the unit in their name. */
  List<Notice> notices() {
    List<Notice> notices = new ArrayList<>();
    columns.forEach((attribute, column) -> {
      if (attribute.type() == Attribute.Type.AREA) {
        Units.areaOfColumn(column).filter(unit -> unit.factor() != 1)
            .ifPresent(unit -> notices.add(Notice.of("area-unit", "column", column, "unit", unit.word())));
      } else if (attribute.unit() != null && attribute.unit().startsWith("万元")) {
        Units.moneyOfColumn(column).filter(unit -> unit.factor() != 1)
            .ifPresent(unit -> notices.add(Notice.of("money-unit", "column", column, "unit", unit.word())));
      }
    });
    return notices;
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

  /** The same for these attributes and unclaimed columns alone. */
  FieldMapping only(Set<String> names) {
    Map<Attribute, String> wanted = new LinkedHashMap<>(columns);
    wanted.keySet().removeIf(each -> !names.contains(each.name()));
    return new FieldMapping(wanted, unclaimed.stream().filter(names::contains).toList());
  }

  /** Attribute name → column, as it is kept with the snapshot. */
  Map<String, String> byName() {
    Map<String, String> names = new LinkedHashMap<>();
    columns.forEach((attribute, column) -> names.put(attribute.name(), column));
    return names;
  }
}
