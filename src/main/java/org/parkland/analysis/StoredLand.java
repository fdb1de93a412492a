package org.parkland.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.Envelope;
import org.parkland.land.Parcel;
import org.parkland.land.Snapshot;
import org.parkland.scenario.BaseLand;
import org.parkland.store.FeatureCursor;
import org.parkland.store.FeatureQuery;
import org.parkland.store.Store;

/** A stored layer as scenarios look it up: by number or place, through the store's indexes. */
record StoredLand(Store store, Snapshot layer) implements BaseLand {
  private static final FeatureQuery PARCEL = FeatureQuery.all().only("id", "land_use", "new_industry", "settlement");

  @Override
  public Optional<Parcel> find(String id) {
    return read(PARCEL.withId(id)).stream().findFirst();
  }

  @Override
  public List<Parcel> near(Envelope box) {
    return read(PARCEL.within(box));
  }

  private List<Parcel> read(FeatureQuery query) {
    List<Parcel> found = new ArrayList<>();
    try (FeatureCursor rows = store.features(layer, query)) {
      while (rows.hasNext()) {
        found.add(Parcel.of(rows.next()));
      }
    }
    return found;
  }
}
