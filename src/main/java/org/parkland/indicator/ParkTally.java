package org.parkland.indicator;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.parkland.land.OverlayFinding;
import org.parkland.land.ParcelYield;
import org.parkland.land.ParkFigures;
import org.parkland.land.ParkPolicy;
import org.parkland.land.ParkPolicy.Condition;
import org.parkland.land.PieceCollector;
import org.parkland.land.Pieces;
import org.parkland.land.Unit;

/** 一园一策: per park, how its industrial land is used and what it yields, against the policy's floors. */
public final class ParkTally implements PieceCollector<ParkTally> {
  private final ParkPolicy policy;
  private final Function<String, ParcelYield> yields;
  private final ParkSum[] parks;

  /**
   * @param parks how many units the overlay was prepared with
   * @param yields what is known of a parcel, by its number; called by several threads
   */
  public ParkTally(int parks, ParkPolicy policy, Function<String, ParcelYield> yields) {
    this.policy = policy;
    this.yields = yields;
    this.parks = Stream.generate(ParkSum::new).limit(parks).toArray(ParkSum[]::new);
  }

  @Override
  public void accept(Pieces pieces) {
    if (pieces.size() == 0) {
      return;
    }
    ParcelYield known = yields.apply(pieces.parcel().id());
    boolean industry = policy.isIndustry(pieces.parcel().landUse());
    for (int i = 0; i < pieces.size(); i++) {
      parks[pieces.unit(i)].add(pieces.pieceM2(i), pieces.areaM2(), industry,
          known == null ? ParcelYield.UNKNOWN : known);
    }
  }

  @Override
  public void accept(OverlayFinding finding) {
    // Gathered by the tally of the same run.
  }

  @Override
  public void merge(ParkTally other) {
    for (int i = 0; i < parks.length; i++) {
      parks[i].add(other.parks[i]);
    }
  }

  /**
   * @param unit place of the park among the prepared units
   * @param areaM2 of the park itself
   * @param upgraded whether it has been upgraded, or null if the data do not say
   */
  public ParkFigures figures(int unit, Unit park, double areaM2, Boolean upgraded) {
    ParkSum sum = parks[unit];
    double coveredM2 = sum.coveredM2.m2();
    Set<Condition> conditions = conditions(sum, upgraded);
    return new ParkFigures(park, areaM2, coveredM2, sum.industryM2.m2(),
        coveredM2 > 0 ? Double.valueOf(sum.industryM2.m2() / coveredM2) : null, sum.idleM2.m2(),
        sum.inefficientM2.m2(), sum.floorAreaM2.perM2(), sum.floorAreaM2.knownM2(), sum.investmentWan.perMu(),
        sum.investmentWan.knownM2(), sum.taxWan.perMu(), sum.taxWan.knownM2(), upgraded, conditions,
        policy.steps().stream().filter(step -> conditions.containsAll(step.when())).toList());
  }

  private Set<Condition> conditions(ParkSum sum, Boolean upgraded) {
    EnumSet<Condition> found = EnumSet.noneOf(Condition.class);
    addIf(found, Condition.IDLE, !sum.idleM2.isZero());
    addIf(found, Condition.INEFFICIENT, !sum.inefficientM2.isZero());
    addIf(found, Condition.PLOT_RATIO_BELOW, isBelow(sum.floorAreaM2.perM2(), policy.plotRatio()));
    addIf(found, Condition.INVESTMENT_BELOW, isBelow(sum.investmentWan.perMu(), policy.investmentPerMuWan()));
    addIf(found, Condition.TAX_BELOW, isBelow(sum.taxWan.perMu(), policy.taxPerMuWan()));
    addIf(found, Condition.NOT_UPGRADED, Boolean.FALSE.equals(upgraded));
    return found;
  }

  private static void addIf(Set<Condition> found, Condition condition, boolean holds) {
    if (holds) {
      found.add(condition);
    }
  }

  /** What is not known is not below. */
  private static boolean isBelow(Double value, double floor) {
    return value != null && value < floor;
  }
}
