package org.parkland.analysis;

import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/** A list that is made stretch by stretch as it is read; only the stretch read last is in memory. */
final class StretchedList<T> extends AbstractList<T> implements RandomAccess {
  private static final int STRETCH = 500;

  /** Makes the elements of a range, the end left out. */
  interface Maker<T> {
    List<T> make(int from, int to);
  }

  private record Stretch<T>(int from, List<T> elements) {
    boolean holds(int index) {
      return index >= from && index < from + elements.size();
    }
  }

  private final int size;
  private final Maker<T> maker;
  private volatile Stretch<T> last = new Stretch<>(0, List.of());

  StretchedList(int size, Maker<T> maker) {
    this.size = size;
    this.maker = maker;
  }

  @Override
  public T get(int index) {
    Objects.checkIndex(index, size);
    Stretch<T> stretch = last;
    if (!stretch.holds(index)) {
      int from = index / STRETCH * STRETCH;
      stretch = new Stretch<>(from, maker.make(from, Math.min(size, from + STRETCH)));
      last = stretch;
    }
    return stretch.elements().get(index - stretch.from());
  }

  @Override
  public int size() {
    return size;
  }
}
