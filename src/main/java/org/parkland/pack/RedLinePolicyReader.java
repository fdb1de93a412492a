package org.parkland.pack;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.parkland.BadInput;
import org.parkland.geometry.AreaMethod;
import org.parkland.land.Classification;
import org.parkland.land.RedLinePolicy;

/** Reads and checks one file of red-line policies. */
final class RedLinePolicyReader {
  private final Path file;
  private final Classification classification;
  private final YamlLines lines;

  RedLinePolicyReader(Path file, Classification classification) {
    this.file = file;
    this.classification = classification;
    this.lines = new YamlLines(file);
  }

  RedLinePolicies read() {
    JsonNode root = DataFile.yaml(file);
    List<RedLinePolicy> policies = new ArrayList<>();
    for (JsonNode node : root.path("policies")) {
      RedLinePolicy policy = policy(node);
      if (policies.stream().anyMatch(each -> each.name().equals(policy.name()))) {
        throw refuse(policy.name(), "name", "stands twice", "give each policy a name of its own");
      }
      policies.add(policy);
    }
    String defaultName = DataFile.text(file, root, "default");
    if (policies.stream().noneMatch(each -> each.name().equals(defaultName))) {
      throw new BadInput(file + " line " + lines.of("default:"), "default '" + defaultName + "' is no policy here",
          "name one of the policies below it");
    }
    return new RedLinePolicies(defaultName, List.copyOf(policies));
  }

  private RedLinePolicy policy(JsonNode node) {
    String name = DataFile.text(file, node, "name");
    RedLinePolicy policy = new RedLinePolicy(name, required(node, name, "title"), required(node, name, "titleEn"),
        codes(node, name, "numerator"), codes(node, name, "denominator"), optionalCodes(node, name, "inBlocks"),
        words(node, "settlements"),
        threshold(node, name), areaMethod(node, name), required(node, name, "mixedUse"), required(node, name, "source"),
        node.path("sourceEn").asText(node.path("source").asText()), date(node, name));
    for (String code : policy.numerator()) {
      if (!policy.inDenominator(code)) {
        throw refuse(name, code, "numerator code '" + code + "' is outside the denominator, so the ratio is no share",
            "add '" + code + "' to the denominator or take it out of the numerator");
      }
    }
    return policy;
  }

  private String required(JsonNode node, String policy, String field) {
    String value = node.path(field).asText("");
    if (value.isBlank()) {
      throw refuse(policy, field, "field '" + field + "' is missing", remedyFor(field));
    }
    return value;
  }

  private static String remedyFor(String field) {
    return switch (field) {
      case "source" -> "add 'source:' with document and clause the definition stands on";
      case "date" -> "add 'date:' of that document, as YYYY-MM-DD";
      default -> "add '" + field + ":'";
    };
  }

  private List<String> codes(JsonNode node, String policy, String field) {
    List<String> codes = new ArrayList<>();
    for (JsonNode each : node.path(field)) {
      String code = each.asText();
      if (classification.find(code).isEmpty()) {
        throw refuse(policy, code, field + " code '" + code + "' is in no classification",
            "correct it (" + classification.edition() + "; codes need quotes: '07')");
      }
      codes.add(code);
    }
    if (codes.isEmpty()) {
      throw refuse(policy, field, "field '" + field + "' is missing or empty", "list its class codes");
    }
    return List.copyOf(codes);
  }

  private List<String> optionalCodes(JsonNode node, String policy, String field) {
    return node.has(field) ? codes(node, policy, field) : List.of();
  }

  private static List<String> words(JsonNode node, String field) {
    List<String> words = new ArrayList<>();
    node.path(field).forEach(each -> words.add(each.asText()));
    return List.copyOf(words);
  }

  private AreaMethod areaMethod(JsonNode node, String policy) {
    String word = node.path("area").asText(AreaMethod.ELLIPSOIDAL.word());
    for (AreaMethod method : AreaMethod.values()) {
      if (method.word().equals(word)) {
        return method;
      }
    }
    throw refuse(policy, "area", "area method '" + word + "' is unknown", "write ellipsoidal or planar");
  }

  private double threshold(JsonNode node, String policy) {
    JsonNode value = node.path("threshold");
    if (!value.isNumber() || value.asDouble() < 0 || value.asDouble() > 1) {
      throw refuse(policy, "threshold", "threshold '" + value.asText("") + "' is not between 0 and 1",
          "write it as a share: 30% is 0.30");
    }
    return value.asDouble();
  }

  private LocalDate date(JsonNode node, String policy) {
    String text = required(node, policy, "date");
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw refuse(policy, "date", "date '" + text + "' is no date", "write it as YYYY-MM-DD");
    }
  }

  private BadInput refuse(String policy, String near, String problem, String remedy) {
    return new BadInput(file + " line " + lines.of("name: " + policy, near) + " policy " + policy, problem, remedy);
  }
}
