package org.parkland.tile;

import java.util.ArrayList;
import java.util.List;

/**
 * Pixels of one class that hang together by their sides: a shell and its holes, as x0, y0, x1, y1 … in pixels
 * of the traced box, y to the south.
 */
final class Region {
  private final short number;
  private int[] shell;
  private final List<int[]> holes = new ArrayList<>(0);

  Region(short number) {
    this.number = number;
  }

  short number() {
    return number;
  }

  void shell(int[] ring) {
    shell = ring;
  }

  void hole(int[] ring) {
    holes.add(ring);
  }

  int[] shell() {
    return shell;
  }

  List<int[]> holes() {
    return holes;
  }
}
