package org.parkland.idle;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.parkland.land.Project;

/**
 * A place as a project sees it: the figures of its sites taken together. Null is unknown, and one site of which it is
 * unknown makes it unknown for the whole.
 */
final class Candidate {
  private final Assembly place;
  private final LocalDate availableOn;
  private final Set<String> units = new HashSet<>();
  private int encumbrances;
  private boolean rightsUnknown;

  /** @param availableOn the latest day of its sites, or null */
  Candidate(Assembly place, LocalDate availableOn) {
    this.place = place;
    this.availableOn = availableOn;
    for (Site site : place.sites()) {
      units.addAll(site.setting().units().values());
      for (Encumbrance each : Encumbrance.values()) {
        Boolean stands = each.of(site.supply());
        encumbrances += Boolean.TRUE.equals(stands) ? 1 : 0;
        rightsUnknown |= stands == null;
      }
    }
  }

  Assembly place() {
    return place;
  }

  LocalDate availableOn() {
    return availableOn;
  }

  /** Share of the area planned for these classes. */
  Double plannedFor(List<String> classes) {
    return mean(site -> site.setting().plannedFor(classes));
  }

  private Double mean(Function<Site, Double> figure) {
    double sum = 0;
    for (Site site : place.sites()) {
      Double value = figure.apply(site);
      if (value == null) {
        return null;
      }
      sum += value * site.areaM2();
    }
    return sum / place.areaM2();
  }

  Double frontageM() {
    double sum = 0;
    for (Site site : place.sites()) {
      if (site.setting().frontageM() == null) {
        return null;
      }
      sum += site.setting().frontageM();
    }
    return sum;
  }

  boolean liesIn(String unit) {
    return place.sites().stream().allMatch(site -> site.setting().units().containsValue(unit));
  }

  Set<String> units() {
    return units;
  }

  /** Mortgages and seizures that are known to stand. */
  int encumbrances() {
    return encumbrances;
  }

  boolean rightsUnknown() {
    return rightsUnknown;
  }

  /** Compactness of a single site against a square, fill of an assembly; 0–1. */
  double shape() {
    return place.sites().size() > 1 ? place.fill()
        : Math.min(1, place.sites().get(0).shape().compactness() / (Math.PI / 4));
  }

  double redLineM2() {
    return place.sites().stream().mapToDouble(site -> site.setting().redLineM2()).sum();
  }

  boolean isWithinArea(Project project) {
    double mu = place.areaM2() / Amount.M2_PER_MU;
    return mu >= project.areaMuMin() && mu <= project.areaMuMax();
  }
}
