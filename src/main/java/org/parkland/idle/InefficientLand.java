package org.parkland.idle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parkland.idle.InefficientCase.Kind;
import org.parkland.idle.InefficientCase.Outcome;
import org.parkland.land.Feature;
import org.parkland.land.InefficientPolicy;
import org.parkland.land.InefficientPolicy.Result;
import org.parkland.land.InefficientPolicy.Test;
import org.parkland.land.Schema;
import org.parkland.land.Words;

/** Puts finished industrial parcels to the tests of 低效用地. Safe to share between threads. */
public final class InefficientLand {
  private static final Words NO_NORM = new Words("行业控制值", "norm of the industry");
  private static final Words NO_AREA = new Words("宗地面积", "parcel area");

  private final InefficientPolicy policy;
  private final Labels labels;

  public InefficientLand(InefficientPolicy policy, Schema parcels) {
    this.policy = policy;
    this.labels = new Labels(parcels);
  }

  /**
   * @param areaM2 computed area of the parcel
   * @param standing its case on the ladder, or null for land without any supply record (an old plant)
   * @return empty for land of other classes and for land that is not finished
   */
  public Optional<InefficientCase> examine(Feature parcel, double areaM2, IdleCase standing) {
    boolean finished = standing == null || policy.finished().contains(standing.status());
    return finished && policy.concerns(parcel.landUse()) ? Optional.of(tested(parcel, areaM2)) : Optional.empty();
  }

  private InefficientCase tested(Feature parcel, double areaM2) {
    List<Outcome> outcomes = policy.tests().stream().map(test -> outcome(test, parcel, areaM2)).toList();
    Result result = result(outcomes);
    return new InefficientCase(parcel.id(), areaM2, result, policy.words().get(result),
        count(outcomes, Kind.HIT), outcomes, figure(parcel, "idle_floor_area_m2"));
  }

  /** Undecided only if the missing tests could still make it suspected. */
  private Result result(List<Outcome> outcomes) {
    int hits = count(outcomes, Kind.HIT);
    if (hits >= policy.hitsNeeded()) {
      return Result.SUSPECTED;
    }
    if (hits + count(outcomes, Kind.MISSING) >= policy.hitsNeeded()) {
      return Result.UNDECIDED;
    }
    return hits + count(outcomes, Kind.WATCH) > 0 ? Result.WATCH : Result.SOUND;
  }

  private static int count(List<Outcome> outcomes, Kind kind) {
    return (int) outcomes.stream().filter(each -> each.kind() == kind).count();
  }

  private Outcome outcome(Test test, Feature parcel, double areaM2) {
    List<Words> missing = new ArrayList<>();
    Double value = value(test, parcel, areaM2, missing);
    Double threshold = policy.threshold(test, parcel.text("industry_code"));
    if (threshold == null) {
      missing.add(NO_NORM);
    }
    return new Outcome(test.key(), test.title(), kind(test, value, threshold), value, threshold, test.unit(),
        missing);
  }

  private static Kind kind(Test test, Double value, Double threshold) {
    if (value == null || threshold == null) {
      return Kind.MISSING;
    }
    if (test.hit().isHit(value, threshold)) {
      return Kind.HIT;
    }
    return test.watch() != null && test.hit().isHit(value, test.watch()) ? Kind.WATCH : Kind.PASS;
  }

  private Double value(Test test, Feature parcel, double areaM2, List<Words> missing) {
    Double numerator = figure(parcel, test.numerator());
    if (numerator == null) {
      missing.add(labels.of(test.numerator()));
    }
    boolean byArea = test.denominator().equals(Test.AREA);
    Double denominator = byArea ? Double.valueOf(test.per().from(areaM2)) : figure(parcel, test.denominator());
    if (denominator == null || denominator <= 0) {
      missing.add(byArea ? NO_AREA : labels.of(test.denominator()));
    }
    return missing.isEmpty() ? numerator / denominator : null;
  }

  private static Double figure(Feature parcel, String name) {
    Double value = parcel.number(name);
    return value == null || !Double.isFinite(value) || value < 0 ? null : value;
  }
}
