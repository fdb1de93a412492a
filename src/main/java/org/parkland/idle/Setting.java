package org.parkland.idle;

import java.util.List;
import java.util.Map;

/**
 * Where a site lies.
 *
 * @param planned planned class → share of the site (0–1); null where no plan was delivered
 * @param constraints kind of constraint → share of the site inside (0–1); 0 where it lies outside, absent where
 *     the layer was not delivered
 * @param roadDistanceM from its edge to the nearest road; null where no roads were delivered
 * @param frontageM length of its edge along roads; null as before
 * @param units kind of unit → id of the one that holds most of it; absent where it lies in none
 * @param redLineM2 area that counts for the industrial red line and would be lost by another use
 */
public record Setting(
    Map<String, Double> planned,
    Map<String, Double> constraints,
    Double roadDistanceM,
    Double frontageM,
    Map<String, String> units,
    double redLineM2) {

  /** Share planned for these classes and those below them; null where no plan was delivered. */
  public Double plannedFor(List<String> classes) {
    return planned == null ? null : planned.entrySet().stream()
        .filter(each -> classes.stream().anyMatch(each.getKey()::startsWith))
        .mapToDouble(Map.Entry::getValue).sum();
  }
}
