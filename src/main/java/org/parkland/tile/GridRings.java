package org.parkland.tile;

import java.util.Arrays;

/**
 * An outline on the tile's grid of whole units.
 *
 * <p>Every vertex goes to its nearest grid point, whatever parcel it belongs to, and no vertex is left out
 * because a line would be nearly straight without it: so edges that neighbours share stay shared. Only repeated
 * points and spikes of no width are dropped, and rings that have shrunk to nothing.
 */
final class GridRings {
  private int[] xy = new int[128];
  private int[] ringEnds = new int[8];
  private boolean[] shells = new boolean[8];
  private int rings;
  private int vertices;

  /** Takes the rings of an outline in tile units. */
  void snap(Outline outline) {
    rings = 0;
    vertices = 0;
    boolean shellKept = false;
    for (int ring = 0; ring < outline.rings(); ring++) {
      if (outline.isShell(ring)) {
        shellKept = snapRing(outline, ring);
      } else if (shellKept) {
        snapRing(outline, ring);
      }
    }
  }

  private boolean snapRing(Outline outline, int ring) {
    int start = vertices;
    reserve(outline.ringEnd(ring) - outline.ringStart(ring));
    for (int i = outline.ringStart(ring); i < outline.ringEnd(ring); i++) {
      push(start, (int) Math.round(outline.x(i)), (int) Math.round(outline.y(i)));
    }
    trimClosure(start);
    boolean kept = vertices - start >= 3;
    if (kept) {
      shells[rings] = outline.isShell(ring);
      ringEnds[rings++] = vertices;
    } else {
      vertices = start;
    }
    return kept;
  }

  private void reserve(int more) {
    if (2 * (vertices + more) > xy.length) {
      xy = Arrays.copyOf(xy, Math.max(2 * (vertices + more), 2 * xy.length));
    }
    if (rings == ringEnds.length) {
      ringEnds = Arrays.copyOf(ringEnds, 2 * rings);
      shells = Arrays.copyOf(shells, 2 * rings);
    }
  }

  private void push(int start, int x, int y) {
    while (vertices - start >= 2 && isSpike(vertices - 2, vertices - 1, x, y)) {
      vertices--;
    }
    if (vertices > start && isAt(vertices - 1, x, y)) {
      return;
    }
    xy[2 * vertices] = x;
    xy[2 * vertices + 1] = y;
    vertices++;
  }

  /** Makes the joint of last and first vertex as clean as the others. */
  private void trimClosure(int start) {
    while (vertices - start >= 3 && isAt(vertices - 1, xy[2 * start], xy[2 * start + 1])
        || vertices - start >= 3 && isSpike(vertices - 2, vertices - 1, xy[2 * start], xy[2 * start + 1])) {
      vertices--;
    }
    if (vertices - start >= 3 && isSpike(vertices - 1, start, xy[2 * start + 2], xy[2 * start + 3])) {
      System.arraycopy(xy, 2 * start + 2, xy, 2 * start, 2 * (vertices - start - 1));
      vertices--;
      trimClosure(start);
    }
  }

  private boolean isAt(int vertex, int x, int y) {
    return xy[2 * vertex] == x && xy[2 * vertex + 1] == y;
  }

  /** Whether the way before → tip → (x, y) turns straight back at the tip. */
  private boolean isSpike(int before, int tip, int x, int y) {
    long ax = (long) xy[2 * tip] - xy[2 * before];
    long ay = (long) xy[2 * tip + 1] - xy[2 * before + 1];
    long bx = (long) x - xy[2 * tip];
    long by = (long) y - xy[2 * tip + 1];
    return ax * by == ay * bx && ax * bx + ay * by < 0;
  }

  private long twiceArea(int start, int end) {
    long sum = 0;
    for (int i = start, j = end - 1; i < end; j = i++) {
      sum += (long) xy[2 * j] * xy[2 * i + 1] - (long) xy[2 * i] * xy[2 * j + 1];
    }
    return sum;
  }

  boolean isEmpty() {
    return rings == 0;
  }

  /**
   * Whether no ring meets itself or another of its polygon. False may also mean that a polygon has too many
   * vertices for looking at each pair of edges.
   */
  boolean isPlainlySimple() {
    int start = 0;
    for (int ring = 0; ring < rings; ) {
      int first = ring++;
      while (ring < rings && !shells[ring]) {
        ring++;
      }
      if (!EdgePairs.areApart(xy, start, ringEnds, first, ring)) {
        return false;
      }
      start = ringEnds[ring - 1];
    }
    return true;
  }

  void encode(PathCommands path) {
    int start = 0;
    for (int ring = 0; ring < rings; ring++) {
      boolean positive = twiceArea(start, ringEnds[ring]) > 0;
      path.ring(xy, start, ringEnds[ring], positive != shells[ring]);
      start = ringEnds[ring];
    }
  }
}
