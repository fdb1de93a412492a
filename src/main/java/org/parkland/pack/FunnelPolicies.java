package org.parkland.pack;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.parkland.land.Attribute;
import org.parkland.land.FunnelPolicy;
import org.parkland.land.FunnelPolicy.LargeEnough;
import org.parkland.land.FunnelPolicy.NearRoad;
import org.parkland.land.FunnelPolicy.NotUsedAs;
import org.parkland.land.FunnelPolicy.Outside;
import org.parkland.land.FunnelPolicy.PlannedFor;
import org.parkland.land.FunnelPolicy.Roads;
import org.parkland.land.FunnelPolicy.Step;
import org.parkland.land.FunnelPolicy.Test;
import org.parkland.land.FunnelPolicy.Without;
import org.parkland.land.IdleStatus;
import org.parkland.land.InefficientPolicy.Result;
import org.parkland.land.Schema;

/** Reads {@code funnel.yaml}. */
public final class FunnelPolicies {
  private static final List<String> ENCUMBRANCES = List.of("mortgaged", "seized");

  private final Schema parcels;

  private FunnelPolicies(Schema parcels) {
    this.parcels = parcels;
  }

  /** @throws org.parkland.BadInput if the file is incomplete or names what nobody knows */
  public static FunnelPolicy read(Path file, Schema parcels) {
    return new FunnelPolicies(parcels).policy(PolicyNode.open(file));
  }

  private FunnelPolicy policy(PolicyNode root) {
    root.allow("name", "title", "titleEn", "source", "sourceEn", "date", "roads", "enter", "steps");
    PolicyNode roads = root.child("roads").allow("classes", "kinds", "reachM");
    PolicyNode enter = root.child("enter").allow("statuses", "inefficient");
    List<Step> steps = root.children("steps").stream().map(this::step).toList();
    Set<String> keys = new HashSet<>();
    steps.stream().filter(step -> !keys.add(step.key())).findFirst().ifPresent(twice -> {
      throw root.bad("steps", "hold '" + twice.key() + "' twice", "give each step its own key");
    });
    return new FunnelPolicy(root.text("name"), root.words("title"), root.words("source"), root.date("date"),
        new Roads(roads.texts("classes"), roads.texts("kinds"), roads.numberFrom(0, "reachM")),
        enter.constants(IdleStatus.class, "statuses"), enter.constants(Result.class, "inefficient"), steps);
  }

  private Step step(PolicyNode node) {
    String unknown = node.text("unknown");
    if (!Set.of("keep", "drop").contains(unknown)) {
      throw node.bad("unknown", "'" + unknown + "' is unknown", "write keep or drop");
    }
    return new Step(node.text("key"), node.words("title"), test(node), unknown.equals("keep"),
        node.text("source"));
  }

  private Test test(PolicyNode node) {
    String test = node.text("test");
    return switch (test) {
      case "not-used-as" -> new NotUsedAs(allowed(node, "classes").texts("classes"));
      case "outside" -> new Outside(allowed(node, "shares").shares("shares"));
      case "planned-for" -> new PlannedFor(allowed(node, "classes", "minShare").texts("classes"),
          node.numberFrom(0, "minShare"));
      case "shape" -> shape(allowed(node, "minAreaM2", "minWidthM", "minCompactness"));
      case "near-road" -> new NearRoad(allowed(node, "maxDistanceM").numberFrom(0, "maxDistanceM"));
      case "without" -> new Without(flags(allowed(node, "flags")));
      default -> throw node.bad("test", "'" + test + "' is unknown",
          "use not-used-as, outside, planned-for, shape, near-road or without");
    };
  }

  private List<String> flags(PolicyNode node) {
    List<String> flags = node.attributes("flags", parcels, Attribute.Type.FLAG);
    if (!ENCUMBRANCES.containsAll(flags)) {
      throw node.bad("flags", flags + " are not all encumbrances", "use some of " + ENCUMBRANCES);
    }
    return flags;
  }

  private static LargeEnough shape(PolicyNode node) {
    return new LargeEnough(node.numberFrom(0, "minAreaM2"), node.numberFrom(0, "minWidthM"),
        node.numberFrom(0, "minCompactness"));
  }

  private static PolicyNode allowed(PolicyNode node, String... own) {
    Set<String> fields = new HashSet<>(Set.of("key", "test", "title", "titleEn", "unknown", "source"));
    fields.addAll(List.of(own));
    return node.allow(fields.toArray(String[]::new));
  }
}
