package org.parkland.analysis;

import static org.parkland.analysis.ReportDesk.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.parkland.land.LayerKind;
import org.parkland.land.Parcel;
import org.parkland.land.Snapshot;
import org.parkland.land.State;
import org.parkland.scenario.LaidLand;

/** What has happened, since a scenario was laid on its land, to the land it touches. */
record ScenarioConflicts(ScenarioDesk desk) {
  /**
   * The answer's part on conflicts: layers of which newer ones speak now or which were withdrawn, and parcels the
   * scenario touches that are otherwise there or gone.
   */
  Map<String, Object> of(ScenarioDraft draft) {
    Map<LayerKind, Snapshot> mine = draft.base().snapshots();
    Map<LayerKind, Snapshot> newest = desk.newest().snapshots();
    List<Object> layers = new ArrayList<>();
    mine.forEach((kind, snapshot) -> {
      Snapshot now = newest.get(kind);
      if (now == null || now.id() != snapshot.id()) {
        layers.add(object("layer", kind.word(), "asOf", snapshot.asOf().toString(),
            "newer", now == null ? null : now.asOf().toString(), "importedAt",
            now == null ? null : now.importedAt().toString()));
      }
    });
    List<Object> parcels = new ArrayList<>();
    for (State state : draft.states()) {
      Snapshot now = newest.get(state.layer());
      if (now != null && now.id() != mine.get(state.layer()).id()) {
        draft.look(scenario -> parcels.addAll(touched(scenario.land(state), state,
            new StoredLand(desk.workspace().store(), now))));
      }
    }
    return object("superseded", !layers.isEmpty(), "layers", layers, "parcels", parcels);
  }

  private static List<Object> touched(LaidLand land, State state, StoredLand now) {
    List<Object> found = new ArrayList<>();
    for (Parcel each : land.before()) {
      Optional<Parcel> there = now.find(each.id());
      String how = there.isEmpty() ? "vanished"
          : !Objects.equals(there.get().landUse(), each.landUse()) ? "class"
          : !there.get().geometry().equalsExact(each.geometry()) ? "shape" : null;
      if (how != null) {
        found.add(object("state", state.word(), "id", each.id(), "how", how, "code", each.landUse(),
            "newCode", there.map(Parcel::landUse).orElse(null)));
      }
    }
    return found;
  }
}
