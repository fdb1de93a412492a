package org.parkland.pack;

import java.nio.file.Path;
import java.util.List;
import org.parkland.BadInput;
import org.parkland.land.Classification;
import org.parkland.land.RedLinePolicy;

/**
 * The definitions of the red line in {@code gis-data/policies/red-line.yaml}.
 *
 * <p>Refused: a policy without source or date, a threshold that is no share, a code in no classification, a
 * numerator outside its denominator (the ratio would be no share), two policies of one name, a default that is not
 * there. The message names file, line, policy and remedy.
 *
 * @param defaultName the policy that applies where none is named
 */
public record RedLinePolicies(String defaultName, List<RedLinePolicy> policies) {

  /** Reads the file against the classification its codes must be in. */
  public static RedLinePolicies read(Path file, Classification classification) {
    return new RedLinePolicyReader(file, classification).read();
  }

  public RedLinePolicy defaultPolicy() {
    return find(defaultName);
  }

  /** @throws BadInput if there is no such policy */
  public RedLinePolicy find(String name) {
    return policies.stream().filter(each -> each.name().equals(name)).findFirst()
        .orElseThrow(() -> new BadInput("policy '" + name + "'", "there is no such policy",
            "use one of " + String.join(", ", names())));
  }

  public List<String> names() {
    return policies.stream().map(RedLinePolicy::name).toList();
  }
}
