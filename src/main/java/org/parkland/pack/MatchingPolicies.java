package org.parkland.pack;

import java.nio.file.Path;
import org.parkland.land.MatchingPolicy;
import org.parkland.land.MatchingPolicy.Assembly;
import org.parkland.land.MatchingPolicy.Entry;
import org.parkland.land.MatchingPolicy.Weights;

/** Reads {@code matching.yaml}. */
public final class MatchingPolicies {
  private static final int MOST_EXACT = 20;

  private MatchingPolicies() {}

  /** @throws org.parkland.BadInput if the file is incomplete or contradicts itself */
  public static MatchingPolicy read(Path file) {
    PolicyNode root = PolicyNode.open(file).allow("name", "title", "titleEn", "source", "date", "entry", "assembly",
        "shortList", "searchSteps", "industrialClasses", "lateDays", "unknownFit", "weights");
    return new MatchingPolicy(root.text("name"), root.words("title"), root.text("source"), root.date("date"),
        entry(root.child("entry")), assembly(root.child("assembly")), root.wholeAbove(0, "shortList"),
        root.wholeAbove(0, "searchSteps"), root.texts("industrialClasses"), root.wholeAbove(0, "lateDays"),
        fit(root), weights(root));
  }

  private static double fit(PolicyNode root) {
    double fit = root.numberFrom(0, "unknownFit");
    if (fit > 1) {
      throw root.bad("unknownFit", fit + " is no fit", "give a number from 0 to 1");
    }
    return fit;
  }

  private static Entry entry(PolicyNode node) {
    node.allow("investmentWanPerMu", "taxWanPerMu", "source");
    return new Entry(node.numberFrom(0, "investmentWanPerMu"), node.numberFrom(0, "taxWanPerMu"),
        node.text("source"));
  }

  private static Assembly assembly(PolicyNode node) {
    node.allow("toleranceM", "contactM", "roadsAreBarriers", "exactUpTo", "perCluster");
    int exactUpTo = node.wholeAbove(0, "exactUpTo");
    if (exactUpTo > MOST_EXACT) {
      throw node.bad("exactUpTo", exactUpTo + " would take too long", "give at most " + MOST_EXACT);
    }
    return new Assembly(node.numberFrom(0, "toleranceM"), node.numberFrom(0, "contactM"),
        node.flag("roadsAreBarriers"), exactUpTo, node.wholeAbove(0, "perCluster"));
  }

  private static Weights weights(PolicyNode root) {
    PolicyNode node = root.child("weights")
        .allow("plan", "frontage", "base", "industry", "start", "rights", "holders", "shape");
    Weights weights = new Weights(node.numberFrom(0, "plan"), node.numberFrom(0, "frontage"),
        node.numberFrom(0, "base"), node.numberFrom(0, "industry"), node.numberFrom(0, "start"),
        node.numberFrom(0, "rights"), node.numberFrom(0, "holders"), node.numberFrom(0, "shape"));
    if (weights.sum() == 0) {
      throw root.bad("weights", "are all 0", "give one of them a weight above 0");
    }
    return weights;
  }
}
