package org.parkland.idle;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parkland.land.IdlePolicy;
import org.parkland.land.IdleStatus;
import org.parkland.land.Words;

/**
 * All cases of a day.
 *
 * @param asOf the day of the data
 * @param today the day asked for
 * @param cases with their evidence, which may be drawn up as they are read
 * @param standings of the same parcels in the same order: what is counted
 */
public record IdleReport(
    LocalDate asOf, LocalDate today, IdlePolicy policy, List<IdleCase> cases, List<? extends Standing> standings) {
  public IdleReport(LocalDate asOf, LocalDate today, IdlePolicy policy, List<IdleCase> cases) {
    this(asOf, today, policy, cases, cases);
  }

  /**
   * How much land stands on a rung.
   *
   * @param areaM2 sum of the computed areas
   */
  public record Total(IdleStatus status, Words word, int count, double areaM2) {}

  /** One total for each rung of the ladder, in its order, also where nobody stands. */
  public List<Total> totals() {
    return Arrays.stream(IdleStatus.values()).map(this::total).toList();
  }

  private Total total(IdleStatus status) {
    List<? extends Standing> there = standings.stream().filter(each -> each.status() == status).toList();
    return new Total(status, policy.ladder().get(status).word(), there.size(), area(there));
  }

  /** Land supplied and not used (供而未用): not started, whatever the time that has passed. In m². */
  public double suppliedUnusedM2() {
    return area(standings.stream().filter(each -> each.status().isSuppliedUnused()).toList());
  }

  private static double area(List<? extends Standing> standings) {
    return standings.stream().mapToDouble(Standing::areaM2).sum();
  }

  /** As the command line prints it. */
  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("asOf", asOf.toString());
    json.put("today", today.toString());
    json.put("policy", Map.of("name", policy.name(), "title", policy.title().zh(),
        "source", policy.source(), "date", policy.date().toString()));
    json.put("cases", cases.stream().map(IdleCase::json).toList());
    return json;
  }
}
