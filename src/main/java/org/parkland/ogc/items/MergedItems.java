package org.parkland.ogc.items;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/** Several sorted streams as one. */
final class MergedItems implements ItemCursor {
  private record Head(Item item, ItemCursor rest) {}

  private final List<ItemCursor> streams;
  private final PriorityQueue<Head> heads;

  MergedItems(List<ItemCursor> streams, KeyOrder order) {
    this.streams = streams;
    this.heads = new PriorityQueue<>((a, b) -> order.compare(a.item().key(), b.item().key()));
    streams.forEach(this::advance);
  }

  private void advance(ItemCursor stream) {
    if (stream.hasNext()) {
      heads.add(new Head(stream.next(), stream));
    }
  }

  @Override
  public boolean hasNext() {
    return !heads.isEmpty();
  }

  @Override
  public Item next() {
    Head head = heads.poll();
    if (head == null) {
      throw new NoSuchElementException();
    }
    advance(head.rest());
    return head.item();
  }

  @Override
  public void close() {
    streams.forEach(ItemCursor::close);
  }
}
