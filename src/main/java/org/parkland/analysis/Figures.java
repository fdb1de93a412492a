package org.parkland.analysis;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.parkland.geometry.AreaMethod;
import org.parkland.indicator.LandUseTally;
import org.parkland.land.Classification;
import org.parkland.land.Doubt;
import org.parkland.land.LandUseRow;
import org.parkland.land.OverlayFinding;
import org.parkland.land.RedLine;
import org.parkland.land.RedLinePolicy;
import org.parkland.land.State;
import org.parkland.land.Unit;
import org.parkland.overlay.PreparedUnits;

/**
 * Land use and red line of every unit on a day.
 *
 * @param asOf day of the parcels
 * @param tally what the overlay summed; figures are read from it on demand
 * @param inBlocks the same inside industrial blocks; null where the policy counts nothing there
 * @param doubts by the policy, unit by unit
 * @param overlaps land that parcels claim twice, the largest first, and what is too small to name
 */
public record Figures(
    LocalDate asOf,
    State state,
    RedLinePolicy policy,
    AreaMethod method,
    PreparedUnits units,
    LandUseTally tally,
    LandUseTally inBlocks,
    List<List<Doubt>> doubts,
    List<OverlayFinding> overlaps,
    Classification classification) {

  /** Places of all units, in the order of the units layer. */
  public List<Integer> places() {
    return java.util.stream.IntStream.range(0, units.units().size()).boxed().toList();
  }

  public Unit unit(int place) {
    return units.units().get(place);
  }

  public Optional<Integer> find(String unit) {
    return places().stream().filter(place -> unit(place).id().equals(unit)).findFirst();
  }

  /** Square metres of the unit itself. */
  public double unitM2(int place) {
    return units.areaM2(place);
  }

  /** @param withParents whether the sums of parent classes are rows of their own */
  public List<LandUseRow> landUse(int place, boolean withParents) {
    return withParents ? tally.landUseWithParents(place, classification) : tally.landUse(place, classification);
  }

  public RedLine redLine(int place) {
    return tally.redLine(place, policy, inBlocks, doubts.get(place));
  }

  /** Square metres of parcels inside the unit: less than the unit where parcels leave gaps. */
  public double coveredM2(int place) {
    return tally.coveredM2(place);
  }

  /** What the overlay could not do as it should; figures stand nevertheless. */
  public List<OverlayFinding> findings() {
    return Stream.of(units.findings(), tally.findings(), overlaps).flatMap(List::stream).toList();
  }
}
