package org.parkland.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.parkland.demo.Lot.State;

/**
 * Decides which supplied lots lie idle, are being built on or are used badly, so that the totals
 * of {@link JianghaiFacts} come out. Whole lots are chosen; their parcels inherit the state.
 */
final class SupplyLedger {
  /** Areas of the other steps of the ladder, 亩; invented. */
  private static final double UNSUPPLIED_MU = 700;
  private static final double NOT_DUE_MU = 420;
  private static final double OVERDUE_MU = 320;
  private static final double BUILDING_MU = 1_500;
  private static final double STOPPED_SHORT_MU = 160;
  private static final double LATE_MU = 380;
  private static final double MISSING_MU = 300;
  private static final double INDUSTRIAL_SHARE = 0.7;

  private final Lots lots;
  private final List<Lot> shuffled;
  private final long seed;

  SupplyLedger(Lots lots, long seed) {
    this.lots = lots;
    this.seed = seed;
    this.shuffled = new ArrayList<>(lots.all);
    shuffled.sort(Comparator.comparingDouble(lot -> new Dice(seed, 0x5F, lot.number).next()));
  }

  /** Turns some fields into approved but unsupplied land; call before the ratio is steered. */
  void drawUnsupplied() {
    choose(UNSUPPLIED_MU, lot -> lot.in2025.farmland()
        && lot.surroundings == Neighbourhood.Kind.COUNTRY && (lot.zone < 2 || lot.industryPull > 0), lot -> {
      lot.in2025 = LandUse.VACANT;
      lot.state = State.UNSUPPLIED;
    });
  }

  void draw() {
    markParks();
    double[] idleShares = {0.33, 0.40, 0.27};
    State[] idle = {State.IDLE_ONE_YEAR, State.IDLE_TWO_YEARS, State.IDLE_STOPPED};
    double done = 0;
    double planned = 0;
    for (int i = 0; i < idle.length; i++) {
      planned += idleShares[i] * JianghaiFacts.IDLE_MU;
      done += drawState(planned - done, idle[i]);
    }
    drawState(NOT_DUE_MU, State.NOT_DUE);
    drawState(OVERDUE_MU, State.OVERDUE);
    drawState(BUILDING_MU, State.BUILDING);
    drawState(STOPPED_SHORT_MU, State.STOPPED_SHORT);
    drawState(LATE_MU, State.LATE);
    drawState(MISSING_MU, State.MISSING);
    for (Lot lot : lots.all) {
      if (lot.state == State.NONE && lot.in2025.supplied()) {
        lot.state = State.DONE;
      }
    }
    drawInefficient();
    drawVacancies();
  }

  private void markParks() {
    for (Lot lot : lots.all) {
      for (JianghaiFacts.Area park : JianghaiFacts.VILLAGE_PARKS) {
        if (Blob.covers(park, 1.15, lot.x, lot.y)) {
          lot.villagePark = !JianghaiFacts.UPGRADED_VILLAGE_PARKS.contains(park.id());
        }
      }
      lot.goodPark = JianghaiFacts.BASES.stream().anyMatch(b -> Blob.covers(b, 1.1, lot.x, lot.y))
          || Blob.covers(JianghaiFacts.SPECIAL_PARK, 1.1, lot.x, lot.y);
      lot.m0 = lot.in2025 == LandUse.LIGHT_INDUSTRY && lot.goodPark
          && new Dice(seed, 0x30, lot.number).chance(0.10);
    }
  }

  /** Seven parts in ten industrial land, the rest housing and commerce. */
  private double drawState(double mu, State state) {
    Predicate<Lot> free = lot -> lot.state == State.NONE && lot.in2025.supplied()
        && !lot.villagePark;
    double industrial = choose(mu * INDUSTRIAL_SHARE,
        free.and(lot -> lot.in2025.industrial()), lot -> lot.state = state);
    return industrial + choose(mu - industrial,
        free.and(lot -> !lot.in2025.industrial()), lot -> lot.state = state);
  }

  private interface Mark {
    void on(Lot lot);
  }

  /** Takes lots in chance order as long as they fit; returns the area taken in 亩. */
  private double choose(double mu, Predicate<Lot> which, Mark mark) {
    double left = mu;
    double fine = mu * 0.01;
    List<Lot> passedOver = new ArrayList<>();
    for (Lot lot : shuffled) {
      double area = lot.areaM2 / JianghaiFacts.M2_PER_MU;
      if (left > fine && which.test(lot)) {
        if (area <= left + fine) {
          mark.on(lot);
          left -= area;
        } else {
          passedOver.add(lot);
        }
      }
    }
    // What is still missing is filled by the largest lot that fits best.
    Lot best = null;
    for (Lot lot : passedOver) {
      double miss = Math.abs(left - lot.areaM2 / JianghaiFacts.M2_PER_MU);
      if (miss < left && (best == null
          || miss < Math.abs(left - best.areaM2 / JianghaiFacts.M2_PER_MU))) {
        best = lot;
      }
    }
    if (best != null && left > fine) {
      mark.on(best);
      left -= best.areaM2 / JianghaiFacts.M2_PER_MU;
    }
    return mu - left;
  }

  private void drawInefficient() {
    Predicate<Lot> plant = lot -> lot.state == State.DONE
        && lot.in2025.group == LandUse.Group.INDUSTRY && lot.fails == null;
    Mark mark = lot -> {
      Dice dice = new Dice(seed, 0x4F, lot.number);
      lot.fails = dice.pick(
          new boolean[] {true, true, false, false}, new boolean[] {false, true, true, false},
          new boolean[] {true, false, false, true}, new boolean[] {true, true, true, true},
          new boolean[] {true, true, false, true});
      lot.plotRatio = lot.fails[0] ? dice.between(0.45, 0.72) : dice.between(1.0, 1.3);
      lot.vacantPerM2 = lot.plotRatio
          * (lot.fails[3] ? dice.between(0.34, 0.52) : dice.between(0, 0.12));
    };
    double inParks = choose(JianghaiFacts.INEFFICIENT_MU * 0.8,
        plant.and(lot -> lot.villagePark), mark);
    choose(JianghaiFacts.INEFFICIENT_MU - inParks,
        plant.and(lot -> !lot.goodPark && !lot.m0), mark);
  }

  /** Spreads the vacant floor area that the inefficient plants do not account for. */
  private void drawVacancies() {
    double leftM2 = JianghaiFacts.VACANT_FLOOR_M2;
    for (Lot lot : lots.all) {
      if (lot.fails == null) {
        lot.plotRatio = new Dice(seed, 0x51, lot.number).between(1.05, 2.1);
      } else {
        leftM2 -= lot.vacantPerM2 * lot.areaM2;
      }
    }
    for (Lot lot : shuffled) {
      if (leftM2 > 0 && lot.state == State.DONE && lot.in2025.industrial()
          && lot.fails == null) {
        double rate = new Dice(seed, 0x52, lot.number).between(0.04, 0.16) * lot.plotRatio;
        lot.vacantPerM2 = Math.min(rate, leftM2 / lot.areaM2);
        leftM2 -= lot.vacantPerM2 * lot.areaM2;
      }
    }
  }
}
