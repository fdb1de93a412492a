package org.parkland.export;

import java.util.Iterator;
import java.util.function.Function;

/** A stream of rows; must be closed. */
public interface Rows extends Iterator<Row>, AutoCloseable {
  @Override
  void close();

  /** Of things in memory, which need no closing. */
  static <T> Rows of(Iterator<T> things, Function<T, Row> toRow) {
    return new Rows() {
      @Override
      public boolean hasNext() {
        return things.hasNext();
      }

      @Override
      public Row next() {
        return toRow.apply(things.next());
      }

      @Override
      public void close() {
        // nothing is open
      }
    };
  }
}
