package org.parkland.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.parkland.land.Attribute;
import org.parkland.land.Schema;
import org.parkland.land.Snapshot;
import org.parkland.sink.Column;

/**
 * The columns of a stored layer under the names an office knows: those of its delivery, as long as an import would
 * read them alike again, and else the best known alias. Columns that no attribute claims follow as delivered.
 *
 * @param attributes those that were delivered, in the order of the schema
 * @param extra names of unclaimed columns
 */
record LayerFields(List<Attribute> attributes, List<String> extra, List<Field> fields) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SHORT_BYTES = 10;

  static LayerFields of(Snapshot snapshot, Schema schema) {
    JsonNode delivered = read(snapshot.mapping()).path("columns");
    List<String> extra = new ArrayList<>();
    read(snapshot.report()).path("unclaimedColumns").forEach(each -> extra.add(each.asText()));
    List<Attribute> attributes = schema.attributes().stream()
        .filter(each -> delivered.isEmpty() || delivered.has(each.name())).toList();
    Set<String> taken = new HashSet<>();
    extra.forEach(each -> taken.add(key(each)));
    List<Field> fields = new ArrayList<>();
    for (Attribute each : attributes) {
      String name = name(each, delivered.path(each.name()).asText(null), taken);
      taken.add(key(name));
      fields.add(new Field(name, shortName(each, name, taken), type(each), each.label()));
    }
    extra.forEach(each -> fields.add(new Field(each, each, Column.Type.TEXT, each)));
    return new LayerFields(attributes, List.copyOf(extra), List.copyOf(fields));
  }

  /** Where the delivered name says 亩 or 公顷, the column held other numbers than the m² that are stored. */
  private static String name(Attribute attribute, String delivered, Set<String> taken) {
    boolean otherUnit = attribute.type() == Attribute.Type.AREA && delivered != null
        && (delivered.contains("亩") || delivered.contains("公顷"));
    boolean known = delivered != null && attribute.aliases().stream().anyMatch(each -> key(each).equals(key(delivered)));
    if (known && !otherUnit) {
      return delivered;
    }
    return attribute.aliases().stream().filter(each -> !taken.contains(key(each))).findFirst().orElse(attribute.name());
  }

  private static String shortName(Attribute attribute, String name, Set<String> taken) {
    return attribute.aliases().stream()
        .filter(each -> each.getBytes(StandardCharsets.UTF_8).length <= SHORT_BYTES && !taken.contains(key(each)))
        .findFirst().orElse(name);
  }

  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  private static Column.Type type(Attribute attribute) {
    return switch (attribute.type()) {
      case TEXT, CLASS -> Column.Type.TEXT;
      case NUMBER, AREA -> Column.Type.DECIMAL;
      case DATE -> Column.Type.DATE;
      case FLAG -> Column.Type.FLAG;
    };
  }

  /** Name of the column that holds an attribute; null where it was not delivered. */
  String columnOf(String attribute) {
    int place = placeOf(attribute);
    return place < 0 ? null : fields.get(place).name();
  }

  /** Place among the fields; -1 where it was not delivered. */
  int placeOf(String attribute) {
    return attributes.stream().map(Attribute::name).toList().indexOf(attribute);
  }

  Object[] values(Map<String, Object> known, Map<String, String> others) {
    Object[] values = new Object[fields.size()];
    for (int i = 0; i < attributes.size(); i++) {
      values[i] = known.get(attributes.get(i).name());
    }

    for (int i = 0; i < extra.size(); i++) {
      values[attributes.size() + i] = others.get(extra.get(i));
    }
    return values;
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json == null || json.isBlank() ? "{}" : json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what is kept with a snapshot is JSON", e);
    }
  }
}
