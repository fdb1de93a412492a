package org.parkland.pack;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.parkland.land.Classification;
import org.parkland.land.ParkPolicy;
import org.parkland.land.ParkPolicy.Condition;

/** Floors and next steps of parks, {@code gis-data/policies/park.yaml}. */
public final class ParkPolicies {
  private ParkPolicies() {}

  /** Reads the file against the classification its codes must be in. */
  public static ParkPolicy read(Path path, Classification classification) {
    PolicyFile file = new PolicyFile(path, classification);
    JsonNode root = file.root();
    List<ParkPolicy.Step> steps = new ArrayList<>();
    for (JsonNode node : root.path("steps")) {
      steps.add(new ParkPolicy.Step(conditions(file, node), file.text(node, "name"), file.text(node, "nameEn")));
    }
    return new ParkPolicy(file.words(root, "kinds"), file.codes(root, "industry"), file.number(root, "investmentPerMuWan"),
        file.number(root, "taxPerMuWan"), file.number(root, "plotRatio"), List.copyOf(steps), file.source(),
        file.date());
  }

  private static Set<Condition> conditions(PolicyFile file, JsonNode step) {
    Set<Condition> conditions = EnumSet.noneOf(Condition.class);
    for (JsonNode word : step.path("when")) {
      conditions.add(Stream.of(Condition.values()).filter(each -> each.word().equals(word.asText())).findFirst()
          .orElseThrow(() -> file.refuse(word.asText(), "condition '" + word.asText() + "' is unknown",
              "use " + String.join(", ", Stream.of(Condition.values()).map(Condition::word).toList()))));
    }
    if (conditions.isEmpty()) {
      throw file.refuse(step.path("name").asText("steps"), "a step has no condition", "add 'when: [...]'");
    }
    return conditions;
  }
}
