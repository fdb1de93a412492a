package org.parkland.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.parkland.analysis.LayerDoubts.Part;
import org.parkland.analysis.LayerOverlaps.Overlap;
import org.parkland.geometry.AreaMeasure;
import org.parkland.indicator.Doubts;
import org.parkland.land.CommonLand;
import org.parkland.land.ExactSum;
import org.parkland.land.Parcel;
import org.parkland.land.Tolerances;
import org.parkland.overlay.ParcelOverlaps;
import org.parkland.overlay.PreparedUnits;
import org.parkland.scenario.BaseLand;
import org.parkland.scenario.Edit;

/** Land that parcels claim twice, under the changes of a scenario: looked for anew only around what changed. */
final class LaidOverlaps {
  private final PreparedUnits units;
  private final AreaMeasure measure;
  private final Tolerances tolerances;
  private final List<Part> parts;
  private final Doubts doubts;
  private final ExactSum[] twice;
  /** Parcels that overlap others, so that most edits are seen at once to concern none. */
  private final Set<String> concerned = new HashSet<>();

  /** @param doubts that know the overlaps of the base already, and are told what becomes of them */
  LaidOverlaps(PreparedUnits units, AreaMeasure measure, Tolerances tolerances, List<Part> base, Doubts doubts) {
    this.doubts = doubts;
    this.twice = LayerDoubts.twice(units, base);
    this.units = units;
    this.measure = measure;
    this.tolerances = tolerances;
    this.parts = new ArrayList<>(base);
    base.forEach(each -> concern(each.overlap()));
  }

  private void concern(Overlap overlap) {
    concerned.add(overlap.first());
    concerned.add(overlap.second());
  }

  /** @param land as it stands after the edit */
  void apply(Edit edit, BaseLand land) {
    Set<String> gone = edit.before().stream().map(Parcel::id).collect(Collectors.toSet());
    boolean known = gone.stream().anyMatch(concerned::contains);
    if (known) {
      parts.removeIf(each -> {
        boolean ends = gone.contains(each.overlap().first()) || gone.contains(each.overlap().second());
        if (ends) {
          twice[each.unit()].subtract(ExactSum.of(each.areaM2()));
          doubts.removeOverlap(each.unit(), each.overlap().firstParcel(), each.overlap().secondParcel(), each.areaM2());
        }
        return ends;
      });
    }
    if (known || !sameShapes(edit)) {
      look(edit, land);
    }
  }

  private static boolean sameShapes(Edit edit) {
    if (edit.before().size() != edit.after().size()) {
      return false;
    }
    for (int i = 0; i < edit.before().size(); i++) {
      if (edit.before().get(i).geometry() != edit.after().get(i).geometry()) {
        return false;
      }
    }
    return true;
  }

  private void look(Edit edit, BaseLand land) {
    Set<String> fresh = edit.after().stream().map(Parcel::id).collect(Collectors.toSet());
    Set<String> seen = new HashSet<>();
    List<Overlap> found = new ArrayList<>();
    for (Parcel parcel : edit.after()) {
      ParcelOverlaps overlaps = new ParcelOverlaps(measure, tolerances);
      overlaps.look(land.near(parcel.geometry().getEnvelopeInternal()), corner -> true);
      for (CommonLand each : overlaps.found()) {
        boolean concerns = fresh.contains(each.first().id()) || fresh.contains(each.second().id());
        if (concerns && seen.add(each.first().id() + "\n" + each.second().id())) {
          found.add(Overlap.of(each));
        }
      }
    }
    found.forEach(this::concern);
    for (Part each : LayerDoubts.parts(units, found)) {
      parts.add(each);
      twice[each.unit()].add(each.areaM2());
      doubts.overlap(each.unit(), each.overlap().firstParcel(), each.overlap().secondParcel(), each.areaM2());
    }
  }

  /** What overlaps count twice, unit by unit. */
  ExactSum[] twice() {
    return twice;
  }
}
