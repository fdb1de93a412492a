package org.parkland.source;

import java.util.Iterator;

/**
 * One layer of a file, as a stream of rows. Memory does not grow with the file. Must be closed.
 *
 * <p>{@link #next} throws {@link org.parkland.BadInput} at a row that cannot be read.
 */
public interface FeatureSource extends Iterator<SourceFeature>, AutoCloseable {
  SourceLayer layer();

  @Override
  void close();
}
