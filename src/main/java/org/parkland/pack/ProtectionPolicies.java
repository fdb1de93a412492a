package org.parkland.pack;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.parkland.land.Classification;
import org.parkland.land.ProtectionPolicy;

/** The rules inside the protection line, {@code gis-data/policies/protection.yaml}. */
public final class ProtectionPolicies {
  private ProtectionPolicies() {}

  /** Reads the file against the classification its codes must be in. */
  public static ProtectionPolicy read(Path path, Classification classification) {
    PolicyFile file = new PolicyFile(path, classification);
    JsonNode root = file.root();
    List<ProtectionPolicy.Level> levels = new ArrayList<>();
    for (JsonNode node : root.path("levels")) {
      levels.add(new ProtectionPolicy.Level(
          file.text(node, "level"), file.codes(node, "forbidden"), file.inBothLanguages(node, "clause")));
    }
    JsonNode enclosed = root.path("enclosed");
    return new ProtectionPolicy(file.codes(root, "industry"), file.share(root, "leastIndustryShare"),
        file.share(root, "mostNewIndustryShare"), file.share(enclosed, "threshold"),
        file.codes(enclosed, "denominator"), List.copyOf(levels), file.source(), file.date());
  }
}
