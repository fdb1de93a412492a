package org.parkland.scenario;

import java.util.List;
import org.parkland.land.Parcel;
import org.parkland.land.State;

/**
 * What a change does to one layer: parcels that go, parcels that come.
 *
 * @param state current land or the plan
 */
public record Edit(State state, List<Parcel> before, List<Parcel> after) {
  public Edit inverse() {
    return new Edit(state, after, before);
  }
}
