package org.parkland.pack;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.parkland.BadInput;
import org.parkland.land.Attribute;
import org.parkland.land.Schema;
import org.parkland.land.Share;
import org.parkland.land.Words;

/**
 * A place in a policy file. Every complaint names the file and the way to the field
 * ({@code idle.yaml field rules.stopped.years}).
 */
final class PolicyNode {
  private final Path file;
  private final String path;
  private final JsonNode node;

  private PolicyNode(Path file, String path, JsonNode node) {
    this.file = file;
    this.path = path;
    this.node = node;
  }

  static PolicyNode open(Path file) {
    return new PolicyNode(file, "", DataFile.yaml(file));
  }

  /** Refuses fields that nothing reads: a misspelt rule must not be silently without effect. */
  PolicyNode allow(String... fields) {
    Set<String> known = Set.of(fields);
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      if (!known.contains(name)) {
        throw bad(name, "is not known here", "use one of " + String.join(", ", fields));
      }
    }
    return this;
  }

  boolean has(String field) {
    return node.hasNonNull(field);
  }

  PolicyNode child(String field) {
    if (!has(field)) {
      throw bad(field, "is missing", "add '" + field + ":'");
    }
    return new PolicyNode(file, name(field), node.get(field));
  }

  List<PolicyNode> children(String field) {
    JsonNode list = child(field).node;
    if (!list.isArray()) {
      throw bad(field, "is not a list", "write its items with '- '");
    }
    List<PolicyNode> items = new ArrayList<>();
    list.forEach(item -> items.add(new PolicyNode(file, name(field) + "[" + (items.size() + 1) + "]", item)));
    return items;
  }

  List<String> fields() {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  String text(String field) {
    String value = child(field).node.asText();
    if (value.isBlank()) {
      throw bad(field, "is empty", "give it a value");
    }
    return value;
  }

  String mayBeEmpty(String field) {
    return child(field).node.asText();
  }

  /** The name of a number or area among the attributes of a layer. */
  String numberAttribute(Schema schema, String field) {
    String name = text(field);
    Attribute.Type type = schema.find(name).map(Attribute::type).orElse(null);
    if (type != Attribute.Type.NUMBER && type != Attribute.Type.AREA) {
      throw bad(field, "'" + name + "' is no number of " + schema.kind().word(),
          "use a number or area from standards/fields.yaml");
    }
    return name;
  }

  List<String> texts(String field) {
    return children(field).stream().map(item -> item.node.asText()).toList();
  }

  /** The texts of a node that is itself a list. */
  List<String> items() {
    List<String> items = new ArrayList<>();
    node.forEach(item -> items.add(item.asText()));
    return items;
  }

  /** A text in both languages: {@code field} and {@code fieldEn}. */
  Words words(String field) {
    return new Words(text(field), text(field + "En"));
  }

  int wholeAbove(int floor, String field) {
    JsonNode value = child(field).node;
    if (!value.isInt() || value.asInt() <= floor) {
      throw bad(field, "'" + value.asText() + "' will not do", "give a whole number above " + floor);
    }
    return value.asInt();
  }

  double number(String field) {
    JsonNode value = child(field).node;
    if (!value.isNumber() || !Double.isFinite(value.asDouble())) {
      throw bad(field, "'" + value.asText() + "' is not a number", "give a number");
    }
    return value.asDouble();
  }

  double numberFrom(double least, String field) {
    double value = number(field);
    if (value < least) {
      throw bad(field, value + " is too small", "give a number of at least " + least);
    }
    return value;
  }

  /** Null where the policy leaves it open. */
  Double optionalNumber(String field) {
    return has(field) ? Double.valueOf(number(field)) : null;
  }

  boolean flag(String field) {
    JsonNode value = child(field).node;
    if (!value.isBoolean()) {
      throw bad(field, "'" + value.asText() + "' is neither true nor false", "write true or false");
    }
    return value.asBoolean();
  }

  Share share(String field) {
    String value = text(field);
    try {
      return Share.parse(value);
    } catch (NumberFormatException e) {
      throw bad(field, "'" + value + "' is not a share", "write it as 1/3, 25% or 0.25");
    }
  }

  LocalDate date(String field) {
    String value = text(field);
    try {
      return LocalDate.parse(value);
    } catch (DateTimeParseException e) {
      throw bad(field, "'" + value + "' is not a date", "write it as 2012-07-01");
    }
  }

  /** One of an enum's words, written in lower case with hyphens. */
  <E extends Enum<E>> E word(Class<E> type, String field) {
    return constant(type, field, text(field));
  }

  <E extends Enum<E>> E constant(Class<E> type, String field, String value) {
    try {
      return Enum.valueOf(type, value.toUpperCase(Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException e) {
      throw bad(field, "'" + value + "' is unknown", "use one of " + keys(type));
    }
  }

  static <E extends Enum<E>> String keys(Class<E> type) {
    return String.join(", ", java.util.Arrays.stream(type.getEnumConstants())
        .map(each -> each.name().toLowerCase(Locale.ROOT).replace('_', '-')).toList());
  }

  <E extends Enum<E>> Set<E> constants(Class<E> type, String field) {
    Set<E> constants = EnumSet.noneOf(type);
    texts(field).forEach(word -> constants.add(constant(type, field, word)));
    return constants;
  }

  /** Numbers by name. */
  Map<String, Double> numbers(String field) {
    PolicyNode map = child(field);
    Map<String, Double> numbers = new LinkedHashMap<>();
    map.fields().forEach(name -> numbers.put(name, map.number(name)));
    return numbers;
  }

  /** Shares 0–1 by name. */
  Map<String, Double> shares(String field) {
    PolicyNode map = child(field);
    numbers(field).forEach((name, share) -> {
      if (share < 0 || share > 1) {
        throw map.bad(name, share + " is no share", "give a number from 0 to 1");
      }
    });
    return numbers(field);
  }

  /** Pairs of numbers, at least one. */
  List<double[]> pairs(String field) {
    List<double[]> pairs = new ArrayList<>();
    for (PolicyNode pair : children(field)) {
      if (pair.node.size() != 2 || !pair.node.get(0).isNumber() || !pair.node.get(1).isNumber()) {
        throw bad(field, "holds '" + pair.node + "'", "write each corner as [figure, points]");
      }
      pairs.add(new double[] {pair.node.get(0).asDouble(), pair.node.get(1).asDouble()});
    }
    if (pairs.isEmpty()) {
      throw bad(field, "is empty", "give it at least one corner");
    }
    return pairs;
  }

  /** Names of attributes of one type. */
  List<String> attributes(String field, Schema schema, Attribute.Type type) {
    List<String> names = texts(field);
    for (String name : names) {
      if (schema.find(name).map(Attribute::type).orElse(null) != type) {
        throw bad(field, "'" + name + "' is no " + type.name().toLowerCase(Locale.ROOT) + " of "
            + schema.kind().word(), "use a name from standards/fields.yaml");
      }
    }
    return names;
  }

  /** A complaint about a field below this place. */
  BadInput bad(String field, String problem, String remedy) {
    return new BadInput(file + " field " + name(field), problem, remedy);
  }

  private String name(String field) {
    return path.isEmpty() ? field : path + "." + field;
  }
}
