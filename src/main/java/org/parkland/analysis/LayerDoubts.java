package org.parkland.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Envelope;
import org.parkland.analysis.LayerOverlaps.Overlap;
import org.parkland.indicator.Doubts;
import org.parkland.indicator.LandUseTally;
import org.parkland.land.ExactSum;
import org.parkland.land.LostLand;
import org.parkland.land.OverlayFinding;
import org.parkland.land.Parcel;
import org.parkland.land.PieceCollector;
import org.parkland.land.Pieces;
import org.parkland.overlay.Overlay;
import org.parkland.overlay.PreparedUnits;

/** What the pieces of a layer do not show by themselves: land claimed twice, by no parcel, or by a row that was lost. */
final class LayerDoubts {
  /** Below this part of the unit a gap is the rounding of boundaries, not missing land. */
  private static final double ROUNDING = 1e-6;

  /** The piece of an overlap that lies in a unit. */
  record Part(Overlap overlap, int unit, double areaM2) {}

  private record Lost(LostLand land, double areaM2) {}

  private final PreparedUnits units;
  private final List<Part> overlaps;
  private final List<List<Lost>> lost = new ArrayList<>();
  private final double[] coveredM2;

  /** @param landUse of the same layer, which counts overlaps twice */
  LayerDoubts(PreparedUnits units, LandUseTally landUse, List<Part> overlaps, List<LostLand> lostLand) {
    this.units = units;
    this.overlaps = overlaps;
    this.coveredM2 = coveredOnce(landUse);
    List<LostLand> largestFirst = lostLand.stream()
        .sorted(Comparator.comparingDouble((LostLand each) -> -each.areaM2()).thenComparing(LostLand::id)).toList();
    for (int unit = 0; unit < units.units().size(); unit++) {
      lost.add(lostIn(unit, largestFirst));
    }
  }

  /** Overlaps, cut by units. */
  static List<Part> parts(PreparedUnits units, List<Overlap> all) {
    Iterator<Parcel> land = IntStream.range(0, all.size())
        .mapToObj(i -> all.get(i).asParcel(String.valueOf(i))).iterator();
    return new Overlay(units).collect(land, 1, () -> new Gathering(all)).parts;
  }

  private double[] coveredOnce(LandUseTally landUse) {
    ExactSum[] twice = IntStream.range(0, units.units().size()).mapToObj(i -> new ExactSum()).toArray(ExactSum[]::new);
    overlaps.forEach(each -> twice[each.unit()].add(each.areaM2()));
    return IntStream.range(0, twice.length).mapToDouble(i -> landUse.coveredM2(i) - twice[i].m2()).toArray();
  }

  /** Land that was lost can only lie where no other parcel does: in the unit's gaps. */
  private List<Lost> lostIn(int unit, List<LostLand> largestFirst) {
    double unitM2 = units.areaM2(unit);
    double roomM2 = unitM2 - coveredM2[unit];
    List<Lost> found = new ArrayList<>();
    for (LostLand each : largestFirst) {
      if (roomM2 > ROUNDING * unitM2 && mayLieIn(unit, each)) {
        double areaM2 = Math.min(roomM2, each.areaM2());
        found.add(new Lost(each, areaM2));
        roomM2 -= areaM2;
      }
    }
    return found;
  }

  private boolean mayLieIn(int unit, LostLand land) {
    double[] box = land.box();
    return box == null || units.geometry(unit).getEnvelopeInternal()
        .intersects(new Envelope(box[0], box[2], box[1], box[3]));
  }

  void tell(Doubts doubts) {
    overlaps.forEach(each -> doubts.overlap(
        each.unit(), each.overlap().firstParcel(), each.overlap().secondParcel(), each.areaM2()));
    for (int unit = 0; unit < coveredM2.length; unit++) {
      double foundM2 = 0;
      for (Lost each : lost.get(unit)) {
        // Of a row without a shape nobody knows that it lies here, so that its class does not tell what does.
        String code = each.land().box() == null ? null : each.land().code();
        doubts.unreadable(unit, each.land().id(), code, each.areaM2());
        foundM2 += each.areaM2();
      }
      doubts.gap(unit, units.units().get(unit).id(), units.areaM2(unit), coveredM2[unit] + foundM2);
    }
  }

  /** Takes the pieces of the overlaps, which are named by their place in the list. */
  private static final class Gathering implements PieceCollector<Gathering> {
    private final List<Overlap> all;
    private final List<Part> parts = new ArrayList<>();

    Gathering(List<Overlap> all) {
      this.all = all;
    }

    @Override
    public void accept(Pieces pieces) {
      Overlap overlap = all.get(Integer.parseInt(pieces.parcel().id()));
      for (int i = 0; i < pieces.size(); i++) {
        parts.add(new Part(overlap, pieces.unit(i), pieces.pieceM2(i)));
      }
    }

    @Override
    public void accept(OverlayFinding finding) {
      // The shape of an overlap is no parcel; what is wrong with the parcels is told of them.
    }

    @Override
    public void merge(Gathering other) {
      parts.addAll(other.parts);
    }
  }
}
