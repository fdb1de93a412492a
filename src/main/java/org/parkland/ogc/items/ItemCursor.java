package org.parkland.ogc.items;

import java.util.Iterator;
import java.util.List;

/** A stream of items; must be closed. */
public interface ItemCursor extends Iterator<Item>, AutoCloseable {
  @Override
  void close();

  static ItemCursor of(List<Item> items) {
    Iterator<Item> all = items.iterator();
    return new ItemCursor() {
      @Override
      public boolean hasNext() {
        return all.hasNext();
      }

      @Override
      public Item next() {
        return all.next();
      }

      @Override
      public void close() {}
    };
  }
}
