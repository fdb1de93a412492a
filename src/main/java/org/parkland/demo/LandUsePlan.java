package org.parkland.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.parkland.demo.Neighbourhood.Kind;

/**
 * Gives every lot its use: first in 2025 from the surroundings, one block mostly one use, with
 * industry added or taken away until the red line's ratio is met; then, from that, the plan and
 * the year 2020.
 */
final class LandUsePlan {
  private static final List<Integer> NORTH = List.of(0);
  private static final List<Integer> MIDDLE_AND_SOUTH = List.of(1, 2);
  private static final List<Integer> DISTRICT = List.of(0, 1, 2);
  private static final double NEW_BUILDING_SHARE = 0.07;

  private final Lots lots;
  private final Neighbourhood neighbourhood;
  private final UseBalance balance;
  private final long seed;
  private final List<Lots.Block> byPull;

  LandUsePlan(Lots lots, Neighbourhood neighbourhood, UseBalance balance, long seed) {
    this.lots = lots;
    this.neighbourhood = neighbourhood;
    this.balance = balance;
    this.seed = seed;
    this.byPull = new ArrayList<>(lots.blocks);
    byPull.sort(Comparator.comparingDouble((Lots.Block b) -> -pull(b)));
  }

  private static double pull(Lots.Block block) {
    return block.lots().stream().mapToDouble(lot -> lot.industryPull).average().orElse(0);
  }

  void drawCurrent() {
    for (int b = 0; b < lots.blocks.size(); b++) {
      UseChoice choice = new UseChoice(neighbourhood, new Dice(seed, 0x05E, b));
      lots.blocks.get(b).lots().forEach(lot -> lot.in2025 = choice.of(lot));
    }
    steer(lot -> lot.in2025, NORTH, JianghaiFacts.RATIO_NORTH_2025);
    steerTotal(JianghaiFacts.RATIO_2025);
  }

  private void steerTotal(double target) {
    for (int i = 0; i < 3; i++) {
      double excess = balance.ratio(lot -> lot.in2025, DISTRICT) - target;
      double outside = balance.ratio(lot -> lot.in2025, MIDDLE_AND_SOUTH);
      // The two zones hold about a third of the construction land.
      steer(lot -> lot.in2025, MIDDLE_AND_SOUTH, outside - 2.6 * excess);
    }
  }

  private void steer(java.util.function.Function<Lot, LandUse> state, List<Integer> zones,
      double target) {
    balance.adjust(byPull, LandUsePlan::mayTurnIndustrial, lot -> lot.in2025 = industryAt(lot),
        state, zones, target, true);
    List<Lots.Block> lowestFirst = new ArrayList<>(byPull);
    java.util.Collections.reverse(lowestFirst);
    balance.adjust(lowestFirst, lot -> lot.in2025.industrial(),
        lot -> lot.in2025 = lot.zone == 0 ? LandUse.HOUSING : LandUse.PADDY,
        state, zones, target, false);
  }

  private static boolean mayTurnIndustrial(Lot lot) {
    boolean place = lot.surroundings == Kind.TOWN || lot.surroundings == Kind.COUNTRY;
    boolean use = lot.in2025.farmland() || lot.in2025.group == LandUse.Group.SUPPLIED
        || lot.in2025 == LandUse.VACANT;
    return place && use && lot.industryPull > 0.02;
  }

  private LandUse industryAt(Lot lot) {
    return UseChoice.industry(neighbourhood, lot, new Dice(seed, 0x1D, lot.block));
  }

  /** Uses at the end of 2020: part of today's built land was fields, some sites were plants. */
  void drawPast() {
    for (Lots.Block block : lots.blocks) {
      Dice dice = new Dice(seed, 0x2020, block.lots().get(0).block);
      Lot first = block.lots().get(0);
      boolean edge = first.zone > 0 || first.industryPull > 0.6;
      boolean young = edge && dice.chance(NEW_BUILDING_SHARE);
      LandUse before = dice.pick(LandUse.PADDY, LandUse.POND, LandUse.DRY, LandUse.ORCHARD);
      for (Lot lot : block.lots()) {
        boolean recent = lot.state != Lot.State.NONE && lot.state != Lot.State.DONE;
        boolean fields = recent || young && lot.in2025.supplied() && lot.fails == null;
        lot.in2020 = fields ? before : lot.in2025;
      }
    }
    balance.adjust(byPull, lot -> lot.in2020.group == LandUse.Group.SUPPLIED
            && lot.surroundings != Kind.CENTRE && new Dice(seed, 0x2021, lot.block).chance(0.5),
        lot -> lot.in2020 = LandUse.INDUSTRY,
        lot -> lot.in2020, DISTRICT, JianghaiFacts.RATIO_2020, true);
  }

  /** The plan: vacant land gets a use, weak industry far from the bases gives way. */
  void drawPlan() {
    for (Lot lot : lots.all) {
      Dice dice = new Dice(seed, 0x9A, lot.block);
      lot.planned = lot.in2025;
      if (lot.in2025 == LandUse.VACANT) {
        lot.planned = lot.industryPull > 0.5 ? LandUse.INDUSTRY
            : dice.pick(LandUse.HOUSING, LandUse.COMMERCE, LandUse.PARK);
      } else if (lot.in2025.farmland() && lot.industryPull > 0.55) {
        lot.planned = LandUse.INDUSTRY;
      } else if (lot.in2025.farmland() && lot.surroundings == Kind.TOWN) {
        lot.planned = dice.pick(LandUse.HOUSING, LandUse.HOUSING, LandUse.PARK, LandUse.SCHOOL);
      }
    }
    List<Lots.Block> weakestFirst = new ArrayList<>(byPull);
    java.util.Collections.reverse(weakestFirst);
    balance.adjust(weakestFirst, lot -> lot.planned.industrial(), this::giveWay,
        lot -> lot.planned, NORTH, JianghaiFacts.RATIO_NORTH_PLANNED, false);
    balance.adjust(weakestFirst, lot -> lot.planned.industrial(), this::giveWay,
        lot -> lot.planned, DISTRICT, JianghaiFacts.RATIO_PLANNED, false);
    balance.adjust(byPull, lot -> lot.zone > 0 && (lot.planned.farmland()
            || lot.planned.group == LandUse.Group.SUPPLIED && lot.surroundings == Kind.TOWN),
        lot -> lot.planned = LandUse.INDUSTRY,
        lot -> lot.planned, DISTRICT, JianghaiFacts.RATIO_PLANNED, true);
  }

  private void giveWay(Lot lot) {
    lot.planned = new Dice(seed, 0x61, lot.block).pick(
        LandUse.HOUSING, LandUse.COMMERCE, LandUse.HOUSING, LandUse.RESERVED, LandUse.PARK);
  }
}
