package org.parkland.scenario;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.parkland.BadInput;
import org.parkland.land.Parcel;

/** The land of one layer as it stands under the changes. Holds only what changed. Not safe to share. */
public final class LaidLand implements BaseLand {
  private final BaseLand base;
  /** Parcels that stand otherwise than delivered, by number. */
  private final Map<String, Parcel> laid = new LinkedHashMap<>();
  /** Delivered parcels that no longer stand so, by number. */
  private final Map<String, Parcel> gone = new LinkedHashMap<>();

  LaidLand(BaseLand base) {
    this.base = base;
  }

  @Override
  public Optional<Parcel> find(String id) {
    Parcel changed = laid.get(id);
    if (changed != null) {
      return Optional.of(changed);
    }
    return gone.containsKey(id) ? Optional.empty() : base.find(id);
  }

  @Override
  public List<Parcel> near(Envelope box) {
    List<Parcel> found = new ArrayList<>();
    for (Parcel each : base.near(box)) {
      if (!gone.containsKey(each.id())) {
        found.add(each);
      }
    }
    for (Parcel each : laid.values()) {
      if (each.geometry().getEnvelopeInternal().intersects(box)) {
        found.add(each);
      }
    }
    return found;
  }

  /** @throws BadInput if there is no such parcel now */
  Parcel require(String id) {
    return find(id).orElseThrow(() -> gone.containsKey(id)
        ? new BadInput("parcel " + id, "no longer stands in this scenario: it was divided or merged",
            "choose one of the parcels that took its place")
        : new BadInput("parcel " + id, "is not in the layer the scenario is laid on", "check the number"));
  }

  /** The number itself, or with a suffix where it stands for another parcel already. */
  String unused(String wanted, Collection<String> taken) {
    String id = wanted;
    for (int n = 2; taken.contains(id) || gone.containsKey(id) || find(id).isPresent(); n++) {
      id = wanted + "~" + n;
    }
    return id;
  }

  /** An edit undone brings back the delivered parcel itself, which then counts as unchanged. */
  void apply(Edit edit) {
    for (Parcel each : edit.before()) {
      if (laid.remove(each.id()) == null) {
        gone.put(each.id(), each);
      }
    }
    for (Parcel each : edit.after()) {
      if (gone.get(each.id()) == each) {
        gone.remove(each.id());
      } else {
        laid.put(each.id(), each);
      }
    }
  }

  /** Delivered parcels that changed or went, as delivered. */
  public Collection<Parcel> before() {
    return Collections.unmodifiableCollection(gone.values());
  }

  /** Parcels that stand in place of those. */
  public Collection<Parcel> after() {
    return Collections.unmodifiableCollection(laid.values());
  }
}
