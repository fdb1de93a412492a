package org.parkland.land;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The steps that lead from nominally idle or inefficient land to usable sites.
 *
 * @param roads what counts as road
 * @param statuses rungs of the ladder that enter
 * @param inefficient results of the tests of inefficient land that enter
 * @param steps in their order; their keys differ
 */
public record FunnelPolicy(
    String name,
    Words title,
    Words source,
    LocalDate date,
    Roads roads,
    Set<IdleStatus> statuses,
    Set<InefficientPolicy.Result> inefficient,
    List<Step> steps) {

  /**
   * What counts as road for reach and frontage.
   *
   * @param classes land-use codes of road land, each with the classes below it
   * @param kinds kinds of delivered lines that give access to land
   * @param reachM how far from a road an edge still is frontage
   */
  public record Roads(List<String> classes, List<String> kinds, double reachM) {
    public boolean isRoad(String landUse) {
      return landUse != null && classes.stream().anyMatch(landUse::startsWith);
    }
  }

  /** @param keepUnknown whether a parcel of which the step cannot tell goes on, with a remark */
  public record Step(String key, Words title, Test test, boolean keepUnknown, String source) {}

  /** What a step asks. */
  public sealed interface Test
      permits NotUsedAs, Outside, PlannedFor, LargeEnough, NearRoad, Without {}

  /** Its current class is none of these, nor below one. */
  public record NotUsedAs(List<String> classes) implements Test {}

  /** Of each named constraint layer at most this share (0–1) of the parcel lies inside. */
  public record Outside(Map<String, Double> shares) implements Test {}

  /** At least this share (0–1) of the parcel is planned for these classes. */
  public record PlannedFor(List<String> classes, double minShare) implements Test {}

  /** Width is that of the rectangle with equal area and perimeter; compactness is 4π·area/perimeter². */
  public record LargeEnough(double minAreaM2, double minWidthM, double minCompactness) implements Test {}

  /** A road is at most so far from its edge. */
  public record NearRoad(double maxDistanceM) implements Test {}

  /** None of these flags is set. */
  public record Without(List<String> flags) implements Test {}

  /**
   * The same steps in another order.
   *
   * @throws IllegalArgumentException if the keys are not exactly those of the steps
   */
  public FunnelPolicy inOrder(List<String> keys) {
    List<Step> reordered = new ArrayList<>();
    for (String key : keys) {
      steps.stream().filter(step -> step.key().equals(key) && !reordered.contains(step)).findFirst()
          .ifPresent(reordered::add);
    }
    if (reordered.size() != steps.size() || keys.size() != steps.size()) {
      throw new IllegalArgumentException("the order must name each step once: "
          + steps.stream().map(Step::key).toList());
    }
    return withSteps(reordered);
  }

  /** The same, with the plan step asking for other classes than the policy's. */
  public FunnelPolicy wanting(List<String> classes) {
    return withSteps(steps.stream().map(step -> step.test() instanceof PlannedFor planned
        ? new Step(step.key(), step.title(), new PlannedFor(classes, planned.minShare()), step.keepUnknown(),
            step.source())
        : step).toList());
  }

  private FunnelPolicy withSteps(List<Step> changed) {
    return new FunnelPolicy(name, title, source, date, roads, statuses, inefficient, List.copyOf(changed));
  }
}
