package org.parkland.store;

import java.util.Iterator;
import org.parkland.land.Feature;

/** A stream of rows; must be closed. */
public interface FeatureCursor extends Iterator<Feature>, AutoCloseable {
  /**
   * The number of the row last returned: unique in its snapshot, rising in the order of delivery, never changed.
   *
   * @throws UnsupportedOperationException if these rows have none
   */
  default long key() {
    throw new UnsupportedOperationException("these rows have no keys");
  }

  @Override
  void close();
}
