package org.parkland.overlay;

import java.util.Arrays;
import java.util.List;
import org.parkland.land.OverlayFinding;
import org.parkland.land.OverlayFinding.Problem;
import org.parkland.land.Pieces;

/**
 * For each kind of unit, pieces and remainder must make up the parcel within 1e-6 of it or 0.001 m², whichever is
 * larger. All of them are computed on their own, so this can fail, and does where units of one kind overlap.
 */
final class Conservation {
  private static final double RELATIVE = 1e-6;
  private static final double ABSOLUTE_M2 = 0.001;

  private final PreparedUnits units;
  private final double[] sumsM2;
  private final int[] counts;

  Conservation(PreparedUnits units) {
    this.units = units;
    this.sumsM2 = new double[units.kinds().size()];
    this.counts = new int[units.kinds().size()];
  }

  /** Whether each kind has exactly one region that holds the place. */
  boolean holds(Cover cover) {
    Arrays.fill(counts, 0);
    for (int unit : cover.units()) {
      counts[units.kindOf(unit)]++;
    }
    for (int kind : cover.kinds()) {
      counts[kind]++;
    }
    for (int count : counts) {
      if (count != 1) {
        return false;
      }
    }
    return true;
  }

  boolean holds(Pieces pieces) {
    sum(pieces);
    for (double sumM2 : sumsM2) {
      if (!isConserved(sumM2, pieces.areaM2())) {
        return false;
      }
    }
    return true;
  }

  void report(Pieces pieces, List<OverlayFinding> findings) {
    sum(pieces);
    for (int kind = 0; kind < sumsM2.length; kind++) {
      if (!isConserved(sumsM2[kind], pieces.areaM2())) {
        double excessM2 = sumsM2[kind] - pieces.areaM2();
        findings.add(new OverlayFinding(Problem.NOT_CONSERVED, pieces.parcel().id(), excessM2,
            "pieces and remainder by kind " + units.kinds().get(kind) + " make up " + sumsM2[kind]
                + " m² of " + pieces.areaM2() + " m²"));
      }
    }
  }

  private void sum(Pieces pieces) {
    for (int kind = 0; kind < sumsM2.length; kind++) {
      sumsM2[kind] = pieces.remainderM2(kind);
    }
    for (int i = 0; i < pieces.size(); i++) {
      sumsM2[units.kindOf(pieces.unit(i))] += pieces.pieceM2(i);
    }
  }

  private static boolean isConserved(double sumM2, double parcelM2) {
    return Math.abs(sumM2 - parcelM2) <= Math.max(ABSOLUTE_M2, RELATIVE * parcelM2);
  }
}
