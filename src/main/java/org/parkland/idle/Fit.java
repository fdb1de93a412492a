package org.parkland.idle;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.parkland.land.Classification;
import org.parkland.land.MatchingPolicy;
import org.parkland.land.MatchingPolicy.Weights;
import org.parkland.land.Project;

/**
 * How well a place fits a project, 0–100: each wish is a fit 0–1, weighted. A wish the project does not have is
 * fulfilled.
 */
final class Fit {
  private static final int PLAN_LEVEL = 2;
  private static final double FULL = 100;

  private final MatchingPolicy policy;
  private final Map<String, List<String>> unitIndustries;

  /** @param unitIndustries divisions a unit is meant for, by unit id */
  Fit(MatchingPolicy policy, Map<String, List<String>> unitIndustries) {
    this.policy = policy;
    this.unitIndustries = unitIndustries;
  }

  double score(Project project, Candidate place) {
    Weights weights = policy.weights();
    double points = weights.plan() * known(plan(project, place)) + weights.frontage() * known(frontage(project, place))
        + weights.base() * base(project, place) + weights.industry() * known(industry(project, place))
        + weights.start() * known(start(project, place)) + weights.rights() * rights(place)
        + weights.holders() / place.place().holders() + weights.shape() * place.shape();
    return FULL * points / weights.sum();
  }

  private double known(Double fit) {
    return fit == null ? policy.unknownFit() : fit;
  }

  /** Planned for the second level of the project's class: 100101 is at home on 1001. */
  Double plan(Project project, Candidate place) {
    return place.plannedFor(List.of(Classification.atLevel(project.landUse(), PLAN_LEVEL)));
  }

  Double frontage(Project project, Candidate place) {
    if (project.frontageM() == null || project.frontageM() == 0) {
      return 1.0;
    }
    Double frontage = place.frontageM();
    return frontage == null ? null : Double.valueOf(Math.min(1, frontage / project.frontageM()));
  }

  double base(Project project, Candidate place) {
    return project.base() == null || place.liesIn(project.base()) ? 1 : 0;
  }

  /** Null where none of its units is meant for any industry. */
  Double industry(Project project, Candidate place) {
    if (project.industry() == null) {
      return 1.0;
    }
    String digits = project.industry().replaceAll("\\D", "");
    boolean anyMeant = false;
    for (String unit : place.units()) {
      List<String> meant = unitIndustries.getOrDefault(unit, List.of());
      if (meant.stream().anyMatch(digits::startsWith)) {
        return 1.0;
      }
      anyMeant |= !meant.isEmpty();
    }
    return anyMeant ? Double.valueOf(0) : null;
  }

  Double start(Project project, Candidate place) {
    LocalDate wanted = project.startOn();
    if (wanted == null || place.availableOn() == null) {
      return wanted == null ? Double.valueOf(1) : null;
    }
    long late = ChronoUnit.DAYS.between(wanted, place.availableOn());
    return late <= 0 ? 1 : Math.max(0, 1 - (double) late / policy.lateDays());
  }

  double rights(Candidate place) {
    double free = 1.0 / (1 + place.encumbrances());
    return place.rightsUnknown() ? free * policy.unknownFit() : free;
  }

  double redLineLossM2(Project project, Candidate place) {
    return policy.isIndustrial(project.landUse()) ? 0 : place.redLineM2();
  }
}
