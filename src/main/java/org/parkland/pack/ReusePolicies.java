package org.parkland.pack;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parkland.land.CauseTrack;
import org.parkland.land.IdleStatus;
import org.parkland.land.InefficientPolicy.Result;
import org.parkland.land.ReusePolicy;
import org.parkland.land.ReusePolicy.Rule;
import org.parkland.land.ReusePolicy.Way;
import org.parkland.land.ReusePolicy.When;

/** Reads {@code reuse.yaml}. */
public final class ReusePolicies {
  private ReusePolicies() {}

  /** @throws org.parkland.BadInput if the file is incomplete or a rule names a way that is not there */
  public static ReusePolicy read(Path file) {
    PolicyNode root =
        PolicyNode.open(file).allow("name", "title", "titleEn", "source", "sourceEn", "date", "ways", "rules");
    Map<String, Way> ways = ways(root);
    return new ReusePolicy(root.text("name"), root.words("title"), root.words("source"), root.date("date"), ways,
        root.children("rules").stream().map(node -> rule(node, ways)).toList());
  }

  private static Map<String, Way> ways(PolicyNode root) {
    Map<String, Way> ways = new LinkedHashMap<>();
    for (PolicyNode node : root.children("ways")) {
      node.allow("code", "title", "titleEn", "leadDays", "source", "sourceEn");
      String code = node.text("code");
      Way way = new Way(code, node.words("title"), node.wholeAbove(-1, "leadDays"), node.words("source"));
      if (ways.put(code, way) != null) {
        throw node.bad("code", "'" + code + "' stands here twice", "give each way its own code");
      }
    }
    return ways;
  }

  private static Rule rule(PolicyNode node, Map<String, Way> ways) {
    node.allow("way", "when", "reason", "reasonEn");
    String way = node.text("way");
    if (!ways.containsKey(way)) {
      throw node.bad("way", "'" + way + "' is not among the ways", "use one of " + ways.keySet());
    }
    return new Rule(way, when(node.child("when")), node.words("reason"));
  }

  private static When when(PolicyNode node) {
    node.allow("statuses", "tracks", "inefficient", "hits", "collective", "insideLessThan", "plannedLessThan",
        "plannedFrom", "neighboursFrom", "areaMuFrom", "investedBelow", "developedBelow");
    return new When(
        node.has("statuses") ? node.constants(IdleStatus.class, "statuses") : Set.of(),
        node.has("tracks") ? node.constants(CauseTrack.class, "tracks") : Set.of(),
        node.has("inefficient") ? node.constants(Result.class, "inefficient") : Set.of(),
        node.has("hits") ? node.texts("hits") : List.of(),
        node.has("collective") ? Boolean.valueOf(node.flag("collective")) : null,
        node.has("insideLessThan") ? node.shares("insideLessThan") : Map.of(),
        node.optionalNumber("plannedLessThan"), node.optionalNumber("plannedFrom"),
        node.has("neighboursFrom") ? Integer.valueOf(node.wholeAbove(-1, "neighboursFrom")) : null,
        node.optionalNumber("areaMuFrom"),
        node.has("investedBelow") ? node.share("investedBelow") : null,
        node.has("developedBelow") ? node.share("developedBelow") : null);
  }
}
