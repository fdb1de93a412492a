package org.parkland.pack;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.parkland.BadInput;
import org.parkland.land.Classification;
import org.parkland.land.Words;

/** A YAML file of rules, with the checks that all of them need; refusals name file, line and remedy. */
final class PolicyFile {
  private final Path file;
  private final Classification classification;
  private final YamlLines lines;
  private final JsonNode root;

  PolicyFile(Path file, Classification classification) {
    this.file = file;
    this.classification = classification;
    this.root = DataFile.yaml(file);
    this.lines = new YamlLines(file);
  }

  JsonNode root() {
    return root;
  }

  String text(JsonNode node, String field) {
    String value = node.path(field).asText("");
    if (value.isBlank()) {
      throw refuse(field, "field '" + field + "' is missing", "add '" + field + ":'");
    }
    return value;
  }

  /** A text in both languages: {@code field} and {@code fieldEn}. */
  Words inBothLanguages(JsonNode node, String field) {
    return new Words(text(node, field), text(node, field + "En"));
  }

  /** Document and clause that the rules stand on. */
  String source() {
    return text(root, "source");
  }

  LocalDate date() {
    String text = text(root, "date");
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw refuse("date", "date '" + text + "' is no date", "write it as YYYY-MM-DD");
    }
  }

  List<String> codes(JsonNode node, String field) {
    List<String> codes = new ArrayList<>();
    for (JsonNode each : node.path(field)) {
      if (classification.find(each.asText()).isEmpty()) {
        throw refuse(field, field + " code '" + each.asText() + "' is in no classification",
            "correct it (" + classification.edition() + "; codes need quotes: '07')");
      }
      codes.add(each.asText());
    }
    if (codes.isEmpty()) {
      throw refuse(field, "field '" + field + "' is missing or empty", "list its class codes");
    }
    return List.copyOf(codes);
  }

  /** Words of any kind, at least one. */
  List<String> words(JsonNode node, String field) {
    List<String> words = new ArrayList<>();
    node.path(field).forEach(each -> words.add(each.asText()));
    if (words.isEmpty()) {
      throw refuse(field, "field '" + field + "' is missing or empty", "list its words");
    }
    return List.copyOf(words);
  }

  /** A number from 0 to 1. */
  double share(JsonNode node, String field) {
    double value = number(node, field);
    if (value > 1) {
      throw refuse(field, field + " '" + value + "' is not between 0 and 1", "write it as a share: 30% is 0.30");
    }
    return value;
  }

  /** A number that is not negative. */
  double number(JsonNode node, String field) {
    JsonNode value = node.path(field);
    if (!value.isNumber() || value.asDouble() < 0) {
      throw refuse(field, field + " '" + value.asText("") + "' is no number of 0 or more", "add '" + field + ":'");
    }
    return value.asDouble();
  }

  BadInput refuse(String near, String problem, String remedy) {
    return new BadInput(file + " line " + lines.of(near), problem, remedy);
  }
}
