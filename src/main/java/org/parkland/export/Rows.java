package org.parkland.export;

import java.util.Iterator;

/** A stream of rows; must be closed. */
public interface Rows extends Iterator<Row>, AutoCloseable {
  @Override
  void close();
}
