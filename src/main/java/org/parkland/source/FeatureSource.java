package org.parkland.source;

import java.util.Iterator;
import java.util.List;

/**
 * One layer of a file, as a stream of rows. Memory does not grow with the file. Must be closed.
 *
 * <p>{@link #next} throws {@link org.parkland.BadInput} at a row that cannot be read.
 */
public interface FeatureSource extends Iterator<SourceFeature>, AutoCloseable {
  SourceLayer layer();

  /** What only reading the rows found out; complete when all of them are read. */
  default List<Notice> notices() {
    return List.of();
  }

  @Override
  void close();
}
