package org.parkland.analysis;

import java.util.Iterator;
import org.parkland.land.Parcel;
import org.parkland.store.FeatureCursor;

/** Rows of the store as the overlay wants them. */
record StoredParcels(FeatureCursor rows) implements Iterator<Parcel> {
  @Override
  public boolean hasNext() {
    return rows.hasNext();
  }

  @Override
  public Parcel next() {
    return Parcel.of(rows.next());
  }
}
