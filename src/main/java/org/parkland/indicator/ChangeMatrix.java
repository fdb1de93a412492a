package org.parkland.indicator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.parkland.land.ExactSum;
import org.parkland.land.OverlayFinding;
import org.parkland.land.PieceCollector;
import org.parkland.land.Pieces;
import org.parkland.land.PlannedLand;
import org.parkland.land.UseChange;

/**
 * Which class becomes which, and where: current parcels overlaid with the blocks of the plan, which must be of one
 * kind. Land that no block covers has no planned class; every square metre of the parcels stands in one cell.
 */
public final class ChangeMatrix implements PieceCollector<ChangeMatrix> {
  private record Cell(PlannedLand planned, String current) {}

  private static final PlannedLand UNPLANNED = new PlannedLand(null, null);
  private static final Comparator<String> NULL_LAST = Comparator.nullsLast(Comparator.naturalOrder());

  private final List<PlannedLand> blocks;
  private final UnaryOperator<String> current;
  private final Map<Cell, ExactSum> areas = new HashMap<>();
  private final Map<Cell, long[]> parcels = new HashMap<>();

  /** @param blocks what the plan says, unit by unit as the overlay was prepared */
  public ChangeMatrix(List<PlannedLand> blocks) {
    this(blocks, UnaryOperator.identity());
  }

  /** @param current what stands for a parcel's class code, null included: say its parent */
  public ChangeMatrix(List<PlannedLand> blocks, UnaryOperator<String> current) {
    this.blocks = blocks;
    this.current = current;
  }

  @Override
  public void accept(Pieces pieces) {
    Set<Cell> touched = new HashSet<>();
    for (int i = 0; i < pieces.size(); i++) {
      add(pieces, blocks.get(pieces.unit(i)), pieces.pieceM2(i), touched);
    }
    double outside = blocks.isEmpty() ? pieces.areaM2() : pieces.remainderM2(0);
    if (outside > 0) {
      add(pieces, UNPLANNED, outside, touched);
    }
    touched.forEach(cell -> parcels.computeIfAbsent(cell, unused -> new long[1])[0]++);
  }

  private void add(Pieces pieces, PlannedLand planned, double areaM2, Set<Cell> touched) {
    Cell cell = new Cell(planned, current.apply(pieces.parcel().landUse()));
    areas.computeIfAbsent(cell, unused -> new ExactSum()).add(areaM2);
    touched.add(cell);
  }

  @Override
  public void accept(OverlayFinding finding) {
    // Gathered by the tally of the same run.
  }

  @Override
  public void merge(ChangeMatrix other) {
    other.areas.forEach((cell, sum) -> areas.computeIfAbsent(cell, unused -> new ExactSum()).add(sum));
    other.parcels.forEach((cell, count) -> parcels.computeIfAbsent(cell, unused -> new long[1])[0] += count[0]);
  }

  /** All cells, by place, current and planned class. */
  public List<UseChange> cells() {
    List<UseChange> cells = new ArrayList<>();
    areas.forEach((cell, sum) -> cells.add(new UseChange(
        cell.planned().place(), cell.current(), cell.planned().code(), sum.m2(), parcels.get(cell)[0])));
    cells.sort(Comparator.comparing(UseChange::place, NULL_LAST).thenComparing(UseChange::current, NULL_LAST)
        .thenComparing(UseChange::planned, NULL_LAST));
    return cells;
  }
}
