package org.parkland.pack;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parkland.land.Curve;
import org.parkland.land.RankingPolicy;
import org.parkland.land.RankingPolicy.Criterion;
import org.parkland.land.RankingPolicy.Figure;
import org.parkland.land.RankingPolicy.Stability;
import org.parkland.land.Share;

/** Reads {@code ranking.yaml}. */
public final class RankingPolicies {
  private static final double MOST_POINTS = 10;

  private RankingPolicies() {}

  /** @throws org.parkland.BadInput if the file is incomplete or contradicts itself */
  public static RankingPolicy read(Path file) {
    PolicyNode root = PolicyNode.open(file).allow("name", "title", "titleEn", "source", "sourceEn", "date", "stability",
        "planClasses", "unitValues", "unitIndustries", "criteria");
    List<Criterion> criteria = root.children("criteria").stream().map(RankingPolicies::criterion).toList();
    requireUsable(root, criteria);
    return new RankingPolicy(root.text("name"), root.words("title"), root.words("source"), root.date("date"),
        criteria, stability(root.child("stability")), root.texts("planClasses"), root.shares("unitValues"),
        industries(root.child("unitIndustries")));
  }

  private static void requireUsable(PolicyNode root, List<Criterion> criteria) {
    Set<String> keys = new HashSet<>();
    criteria.stream().filter(each -> !keys.add(each.key())).findFirst().ifPresent(twice -> {
      throw root.bad("criteria", "hold '" + twice.key() + "' twice", "give each criterion its own key");
    });
    if (criteria.stream().allMatch(each -> each.weight() == 0)) {
      throw root.bad("criteria", "have no weight at all", "give one of them a weight above 0");
    }
  }

  private static Stability stability(PolicyNode node) {
    node.allow("variations", "spread", "top", "seed");
    Share spread = node.share("spread");
    if (spread.of(1) >= 1) {
      throw node.bad("spread", spread + " would turn weights negative", "give less than 100%");
    }
    return new Stability(node.wholeAbove(0, "variations"), spread.of(1), node.wholeAbove(0, "top"),
        node.wholeAbove(-1, "seed"));
  }

  private static Criterion criterion(PolicyNode node) {
    node.allow("key", "figure", "title", "titleEn", "unit", "weight", "missing", "curve");
    return new Criterion(node.text("key"), node.words("title"), node.word(Figure.class, "figure"), curve(node),
        points(node, "missing", node.number("missing")), node.numberFrom(0, "weight"), node.mayBeEmpty("unit"));
  }

  private static Curve curve(PolicyNode node) {
    List<double[]> corners = node.pairs("curve");
    double[] x = corners.stream().mapToDouble(corner -> corner[0]).toArray();
    double[] y = corners.stream().mapToDouble(corner -> points(node, "curve", corner[1])).toArray();
    for (int i = 1; i < x.length; i++) {
      if (x[i] <= x[i - 1]) {
        throw node.bad("curve", "does not rise at " + x[i], "order its corners by their first number");
      }
    }
    return new Curve(x, y);
  }

  private static double points(PolicyNode node, String field, double points) {
    if (points < 0 || points > MOST_POINTS) {
      throw node.bad(field, points + " points will not do", "give 0 to 10 points");
    }
    return points;
  }

  private static Map<String, List<String>> industries(PolicyNode node) {
    Map<String, List<String>> industries = new LinkedHashMap<>();
    node.fields().forEach(unit -> industries.put(unit, node.texts(unit)));
    return industries;
  }
}
