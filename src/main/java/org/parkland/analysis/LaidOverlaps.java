package org.parkland.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.parkland.analysis.LayerDoubts.Part;
import org.parkland.analysis.LayerOverlaps.Overlap;
import org.parkland.geometry.AreaMeasure;
import org.parkland.land.CommonLand;
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
  /** Parcels that overlap others, so that most edits are seen at once to concern none. */
  private final Set<String> concerned = new HashSet<>();

  LaidOverlaps(PreparedUnits units, AreaMeasure measure, Tolerances tolerances, List<Part> base) {
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
      parts.removeIf(each -> gone.contains(each.overlap().first()) || gone.contains(each.overlap().second()));
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
    parts.addAll(LayerDoubts.parts(units, found));
  }

  List<Part> parts() {
    return parts;
  }
}
