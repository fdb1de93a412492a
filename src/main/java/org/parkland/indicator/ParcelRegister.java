package org.parkland.indicator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parkland.land.OverlayFinding;
import org.parkland.land.PieceCollector;
import org.parkland.land.Pieces;

/**
 * Which parcel has how much land in which unit, for comparing snapshots. Unlike the tally it keeps a line per piece:
 * memory grows with the number of parcels.
 */
public final class ParcelRegister implements PieceCollector<ParcelRegister> {
  /** A parcel's land in one unit. */
  record Holding(String parcel, String code, String settlement, double areaM2) {}

  private static final Comparator<Holding> BY_PARCEL = Comparator.comparing(Holding::parcel)
      .thenComparing(Holding::code, Comparator.nullsLast(Comparator.naturalOrder()))
      .thenComparing(Holding::settlement, Comparator.nullsLast(Comparator.naturalOrder()))
      .thenComparing(Holding::areaM2);

  private final List<List<Holding>> byUnit = new ArrayList<>();

  /** @param units how many units the overlay was prepared with */
  public ParcelRegister(int units) {
    for (int i = 0; i < units; i++) {
      byUnit.add(new ArrayList<>());
    }
  }

  @Override
  public void accept(Pieces pieces) {
    for (int i = 0; i < pieces.size(); i++) {
      byUnit.get(pieces.unit(i)).add(new Holding(pieces.parcel().id(), pieces.parcel().landUse(),
          pieces.parcel().settlement(), pieces.pieceM2(i)));
    }
  }

  @Override
  public void accept(OverlayFinding finding) {
    // A parcel that was not computed has no line here; the tally keeps the finding.
  }

  @Override
  public void merge(ParcelRegister other) {
    for (int unit = 0; unit < byUnit.size(); unit++) {
      byUnit.get(unit).addAll(other.byUnit.get(unit));
    }
  }

  /** Square metres in a unit by parcel number. */
  public Map<String, Double> areasM2(int unit) {
    Map<String, Double> areas = new HashMap<>();
    byUnit.get(unit).forEach(each -> areas.merge(each.parcel(), each.areaM2(), Double::sum));
    return areas;
  }

  /** The holdings in a unit by parcel number; a number that stands twice has two, in a fixed order. */
  List<Holding> in(int unit) {
    List<Holding> sorted = new ArrayList<>(byUnit.get(unit));
    sorted.sort(BY_PARCEL);
    return sorted;
  }
}
