package org.parkland.analysis;

import java.util.Iterator;
import org.parkland.land.Parcel;
import org.parkland.store.FeatureCursor;

/**
 * Rows of the store as the overlay wants them.
 *
 * @param codeColumn the delivered column that holds the code, where that says more than the stored one; else null
 */
record StoredParcels(FeatureCursor rows, String codeColumn) implements Iterator<Parcel> {
  @Override
  public boolean hasNext() {
    return rows.hasNext();
  }

  @Override
  public Parcel next() {
    return Parcel.of(rows.next(), codeColumn);
  }
}
