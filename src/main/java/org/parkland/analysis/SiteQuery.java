package org.parkland.analysis;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.parkland.land.Classification;
import org.parkland.land.FunnelPolicy;
import org.parkland.land.RankingPolicy;

/**
 * Which sites are asked for and how they are ranked.
 *
 * @param unit only sites of which at least half lies in it; null for the whole district
 * @param funnel the policy's steps, perhaps in another order or for another class
 * @param weights by criterion; those not named keep the policy's own
 */
public record SiteQuery(String unit, FunnelPolicy funnel, Map<String, Double> weights) {
  static SiteQuery plain(Policies.Sites policies) {
    return new SiteQuery(null, policies.funnel(), Map.of());
  }

  SiteQuery in(String id) {
    return new SiteQuery(id, funnel, weights);
  }

  /**
   * The funnel's steps in another order.
   *
   * @param keys separated by commas, or null for the policy's order
   * @throws IllegalArgumentException if they are not the keys of the steps
   */
  public static FunnelPolicy ordered(FunnelPolicy policy, String keys) {
    return keys == null ? policy : policy.inOrder(Arrays.stream(keys.split(",")).map(String::strip).toList());
  }

  /**
   * The funnel with its plan step asking for other classes.
   *
   * @param codes separated by commas, or null for the policy's own
   * @throws IllegalArgumentException if one is in no classification
   */
  public static FunnelPolicy wanting(FunnelPolicy policy, String codes, Classification classes) {
    if (codes == null) {
      return policy;
    }
    List<String> wanted = Arrays.stream(codes.split(",")).map(String::strip).toList();
    wanted.stream().filter(code -> classes.find(code).isEmpty()).findFirst().ifPresent(code -> {
      throw new IllegalArgumentException("'" + code + "' is in no classification, use a code of " + classes.edition());
    });
    return policy.wanting(wanted);
  }

  /**
   * Reads weights such as {@code area=20,road=5}.
   *
   * @param text or null for the policy's own
   * @throws IllegalArgumentException if it names no criterion, has no number from 0, or leaves all weights 0
   */
  public static Map<String, Double> weights(String text, RankingPolicy policy) {
    Map<String, Double> weights = new LinkedHashMap<>();
    Set<String> known = policy.criteria().stream().map(RankingPolicy.Criterion::key).collect(Collectors.toSet());
    for (String part : text == null ? new String[0] : text.split(",")) {
      String[] pair = part.strip().split("=", 2);
      if (!known.contains(pair[0])) {
        throw new IllegalArgumentException("'" + pair[0] + "' is no criterion; they are "
            + policy.criteria().stream().map(RankingPolicy.Criterion::key).collect(Collectors.joining(", ")));
      }
      weights.put(pair[0], weight(part, pair.length > 1 ? pair[1] : ""));
    }
    if (Arrays.stream(policy.weights(weights)).sum() <= 0) {
      throw new IllegalArgumentException("all weights are 0, give one criterion a weight above it");
    }
    return weights;
  }

  private static double weight(String part, String text) {
    try {
      double weight = Double.parseDouble(text);
      if (weight >= 0 && Double.isFinite(weight)) {
        return weight;
      }
    } catch (NumberFormatException e) {
      // told below, as a weight below 0 is
    }
    throw new IllegalArgumentException("'" + part + "' is no weight, write criterion=number with a number from 0");
  }
}
