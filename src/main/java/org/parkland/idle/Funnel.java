package org.parkland.idle;

import java.util.ArrayList;
import java.util.List;
import org.parkland.land.FunnelPolicy;
import org.parkland.land.FunnelPolicy.Step;
import org.parkland.land.IdleStatus;
import org.parkland.land.InefficientPolicy;
import org.parkland.land.Words;

/**
 * Leads idle and inefficient land through the steps of the policy.
 *
 * <p>Every site that enters is in exactly one place: at the step where it fell out, or usable. The areas of the
 * places add up to the area that entered.
 */
public final class Funnel {
  /** The place of sites that passed every step. */
  public static final String USABLE = "usable";

  private final FunnelPolicy policy;
  private final FunnelTests tests;

  public Funnel(FunnelPolicy policy) {
    this.policy = policy;
    this.tests = new FunnelTests();
  }

  /**
   * Where one site ended.
   *
   * @param place key of the step at which it fell out, or {@link #USABLE}
   * @param reason why it fell out, or null
   * @param remarks what could not be told at the steps it passed
   */
  public record Placed(Site site, String place, Words reason, List<Words> remarks) {}

  /** One step: what came to it, what fell out at it. Areas in m². */
  public record Level(String key, Words title, long entered, double enteredM2, long fell, double fellM2) {
    public long left() {
      return entered - fell;
    }

    public double leftM2() {
      return enteredM2 - fellM2;
    }
  }

  /** The whole way; places are in the order of the sites. */
  public record Outcome(long entered, double enteredM2, List<Level> levels, List<Placed> places) {
    public List<Placed> at(String place) {
      return places.stream().filter(each -> each.place().equals(place)).toList();
    }

    public List<Site> usable() {
      return at(USABLE).stream().map(Placed::site).toList();
    }
  }

  /** Whether a site is idle or inefficient in the sense of the policy. */
  public boolean enters(Site site) {
    return enters(site.idle(), site.inefficient());
  }

  /** As above, before anything else is known of it; either may be null. */
  public boolean enters(IdleCase idle, InefficientCase inefficient) {
    return enters(idle == null ? null : idle.status(), inefficient == null ? null : inefficient.result());
  }

  /** As above, by the results alone; either may be null. */
  public boolean enters(IdleStatus status, InefficientPolicy.Result tested) {
    return status != null && policy.statuses().contains(status)
        || tested != null && policy.inefficient().contains(tested);
  }

  /** Sites that do not enter are left out. */
  public Outcome run(List<Site> sites) {
    List<Placed> places = sites.stream().filter(this::enters).map(this::place).toList();
    return new Outcome(places.size(), area(places), levels(places), places);
  }

  private Placed place(Site site) {
    List<Words> remarks = new ArrayList<>();
    for (Step step : policy.steps()) {
      FunnelTests.Answer answer = tests.ask(step.test(), site);
      if (answer.fails() || answer.isUnknown() && !step.keepUnknown()) {
        return new Placed(site, step.key(), answer.reason(), remarks);
      }
      if (answer.isUnknown()) {
        remarks.add(answer.reason());
      }
    }
    return new Placed(site, USABLE, null, remarks);
  }

  private List<Level> levels(List<Placed> places) {
    List<Level> levels = new ArrayList<>();
    List<Placed> left = places;
    for (Step step : policy.steps()) {
      List<Placed> fell = left.stream().filter(each -> each.place().equals(step.key())).toList();
      levels.add(new Level(step.key(), step.title(), left.size(), area(left), fell.size(), area(fell)));
      left = left.stream().filter(each -> !each.place().equals(step.key())).toList();
    }
    return levels;
  }

  private static double area(List<Placed> places) {
    return places.stream().mapToDouble(each -> each.site().areaM2()).sum();
  }
}
