package org.parkland.ogc.items;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** One stream after another; each is opened when it is its turn. */
final class ChainedItems implements ItemCursor {
  private final Iterator<ItemCursor> streams;
  private ItemCursor current = ItemCursor.of(List.of());

  <T> ChainedItems(List<T> sources, Function<T, ItemCursor> open) {
    this.streams = sources.stream().map(open).iterator();
  }

  @Override
  public boolean hasNext() {
    while (!current.hasNext() && streams.hasNext()) {
      current.close();
      current = streams.next();
    }
    return current.hasNext();
  }

  @Override
  public Item next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return current.next();
  }

  @Override
  public void close() {
    current.close();
  }
}
