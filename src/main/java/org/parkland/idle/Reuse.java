package org.parkland.idle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.function.Function;
import org.parkland.idle.InefficientCase.Kind;
import org.parkland.idle.InefficientCase.Outcome;
import org.parkland.land.IdlePolicy;
import org.parkland.land.ReusePolicy;
import org.parkland.land.ReusePolicy.Rule;
import org.parkland.land.ReusePolicy.Way;
import org.parkland.land.ReusePolicy.When;
import org.parkland.land.Share;
import org.parkland.land.Words;

/** Suggests ways of disposal or reuse for a site, each with its reason. */
public final class Reuse {
  private final ReusePolicy policy;
  private final IdlePolicy.Scope scope;
  private final List<String> planClasses;

  /**
   * @param scope tells collective land by its parcel number
   * @param planClasses classes whose planned share the rules speak of
   */
  public Reuse(ReusePolicy policy, IdlePolicy.Scope scope, List<String> planClasses) {
    this.policy = policy;
    this.scope = scope;
    this.planClasses = planClasses;
  }

  /** A way and why it fits. */
  public record Suggestion(Way way, Words reason) {}

  /** The suggestion first, then the alternatives; a way comes once. Empty if no rule fits. */
  public List<Suggestion> of(Site site) {
    Map<String, Suggestion> fitting = new LinkedHashMap<>();
    policy.rules().stream().filter(rule -> fits(rule.when(), site)).forEach(rule ->
        fitting.putIfAbsent(rule.way(), new Suggestion(policy.ways().get(rule.way()), reason(rule, site))));
    return List.copyOf(fitting.values());
  }

  private boolean fits(When when, Site site) {
    return fitsCase(when, site) && fitsTests(when, site) && fitsPlace(when, site) && fitsProgress(when, site);
  }

  private boolean fitsCase(When when, Site site) {
    IdleCase idle = site.idle();
    return (when.statuses().isEmpty() || idle != null && when.statuses().contains(idle.status()))
        && (when.tracks().isEmpty() || idle != null && when.tracks().contains(idle.treatment().track()))
        && (when.collective() == null || when.collective() == scope.isCollective(site.parcel()));
  }

  private static boolean fitsTests(When when, Site site) {
    InefficientCase tests = site.inefficient();
    return (when.inefficient().isEmpty() || tests != null && when.inefficient().contains(tests.result()))
        && (when.hits().isEmpty() || hits(site).stream().anyMatch(hit -> when.hits().contains(hit.key())));
  }

  private static List<Outcome> hits(Site site) {
    return site.inefficient() == null ? List.of()
        : site.inefficient().outcomes().stream().filter(each -> each.kind() == Kind.HIT).toList();
  }

  private boolean fitsPlace(When when, Site site) {
    Double planned = site.setting().plannedFor(planClasses);
    return when.insideLessThan().entrySet().stream().allMatch(each -> isLess(site, each.getKey(), each.getValue()))
        && (when.plannedLessThan() == null || planned != null && planned < when.plannedLessThan())
        && (when.plannedFrom() == null || planned != null && planned >= when.plannedFrom())
        && (when.neighboursFrom() == null || site.idleNeighbours() >= when.neighboursFrom())
        && (when.areaMuFrom() == null || site.areaM2() / Amount.M2_PER_MU >= when.areaMuFrom());
  }

  private static boolean isLess(Site site, String layer, double share) {
    Double inside = site.setting().constraints().get(layer);
    return inside != null && inside < share;
  }

  private static boolean fitsProgress(When when, Site site) {
    var progress = site.supply().progress();
    return isBelow(when.investedBelow(), progress.investedWan(), progress.totalInvestmentWan())
        && isBelow(when.developedBelow(), progress.developedAreaM2(), progress.areaToDevelopM2());
  }

  private static boolean isBelow(Share limit, Double done, Double total) {
    return limit == null || done != null && total != null && Double.isFinite(done) && Double.isFinite(total)
        && total > 0 && limit.isAbove(done, total);
  }

  private Words reason(Rule rule, Site site) {
    Words reason = rule.reason().fill("area", Amount.mu(site.areaM2())).fill("neighbours", site.idleNeighbours())
        .fill("hits", joined(site, "、", Words::zh)).fill("hitsEn", joined(site, ", ", Words::en));
    Double planned = site.setting().plannedFor(planClasses);
    reason = reason.fill("plan", planned == null ? "—" : Amount.percent(planned));
    return site.idle() == null ? reason : ofCase(reason, site.idle());
  }

  private static Words ofCase(Words reason, IdleCase idle) {
    return reason.fill("days", idle.daysOverdue()).fill("due", String.valueOf(idle.clock().dueOn()))
        .fill("causeEn", idle.treatment().trackTitle().en().toLowerCase(java.util.Locale.ROOT))
        .fill("cause", idle.treatment().trackTitle().zh());
  }

  private static String joined(Site site, String separator, Function<Words, String> language) {
    return hits(site).stream().map(Outcome::title).map(language).collect(Collectors.joining(separator));
  }
}
