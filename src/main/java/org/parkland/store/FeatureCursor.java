package org.parkland.store;

import java.util.Iterator;
import org.parkland.land.Feature;

/** A stream of rows; must be closed. */
public interface FeatureCursor extends Iterator<Feature>, AutoCloseable {
  @Override
  void close();
}
