package org.parkland.indicator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parkland.land.ExactSum;
import org.parkland.land.StructureFigure;
import org.parkland.land.StructureRow;

/** Land use of one unit in the rows of the national structure table. The rows without parent add up to the unit. */
public final class StructureTable {
  private StructureTable() {}

  /**
   * @param rows of the standard; each class stands in at most one of them
   * @return the rows in their order; one for land that stands in no row at the end, if there is any
   */
  public static List<StructureFigure> of(LandUseTally tally, int unit, List<StructureRow> rows) {
    Map<String, ExactSum> sums = new HashMap<>();
    rows.forEach(row -> sums.put(row.id(), new ExactSum()));
    ExactSum unassigned = new ExactSum();
    ExactSum total = new ExactSum();
    tally.eachClass(unit, (settlement, code, sum) -> {
      total.add(sum.areaM2());
      add(rows, rowOf(rows, code), sum.areaM2(), sums, unassigned);
    });
    List<StructureFigure> table = new ArrayList<>();
    rows.forEach(row -> table.add(figure(row, sums.get(row.id()), total)));
    if (!unassigned.isZero()) {
      table.add(figure(null, unassigned, total));
    }
    return table;
  }

  private static StructureRow rowOf(List<StructureRow> rows, String code) {
    return rows.stream().filter(row -> row.holds(code)).findFirst().orElse(null);
  }

  private static void add(List<StructureRow> rows, StructureRow start, ExactSum areaM2, Map<String, ExactSum> sums,
      ExactSum unassigned) {
    if (start == null) {
      unassigned.add(areaM2);
    }
    for (StructureRow row = start; row != null; row = parent(rows, row)) {
      sums.get(row.id()).add(areaM2);
    }
  }

  private static StructureRow parent(List<StructureRow> rows, StructureRow row) {
    return rows.stream().filter(each -> each.id().equals(row.within())).findFirst().orElse(null);
  }

  private static StructureFigure figure(StructureRow row, ExactSum areaM2, ExactSum total) {
    return new StructureFigure(row, areaM2.m2(), total.isZero() ? null : Double.valueOf(areaM2.m2() / total.m2()));
  }
}
