package org.parkland.overlay;

import java.util.Arrays;

/** Reusable list of a few numbers. */
final class IntBag {
  private int[] values = new int[64];
  private int size;

  void clear() {
    size = 0;
  }

  void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = value;
  }

  int size() {
    return size;
  }

  int get(int i) {
    return values[i];
  }

  boolean contains(int value) {
    for (int i = 0; i < size; i++) {
      if (values[i] == value) {
        return true;
      }
    }
    return false;
  }

  /** Takes a number out, if it is there; the order of the others may change. */
  void remove(int value) {
    for (int i = 0; i < size; i++) {
      if (values[i] == value) {
        values[i] = values[--size];
        return;
      }
    }
  }

  /** Ascending, each number once. */
  void sortUnique() {
    if (size < 2) {
      return;
    }
    Arrays.sort(values, 0, size);
    int kept = 1;
    for (int i = 1; i < size; i++) {
      if (values[i] != values[i - 1]) {
        values[kept++] = values[i];
      }
    }
    size = kept;
  }
}
