package org.parkland.tile;

/**
 * The geometry of one feature as MVT 2.1 §4.3 commands: for each ring MoveTo, LineTo, ClosePath, all relative
 * to the vertex before.
 */
final class PathCommands {
  private static final int MOVE_TO = 1;
  private static final int LINE_TO = 2;
  private static final int CLOSE_PATH = 7;

  private final ProtoBuffer commands = new ProtoBuffer();
  private int vertices;
  private int cursorX;
  private int cursorY;

  void clear() {
    commands.clear();
    vertices = 0;
    cursorX = 0;
    cursorY = 0;
  }

  boolean isEmpty() {
    return vertices == 0;
  }

  int vertices() {
    return vertices;
  }

  ProtoBuffer encoded() {
    return commands;
  }

  /**
   * Adds a ring.
   *
   * <p>Winding (§4.3.4.4): a shell has positive area with y to the south, so it looks clockwise; its holes
   * follow it and run the other way.
   *
   * @param xy x0, y0, x1, y1 … in tile units, without the closing vertex
   * @param start first vertex of the ring
   * @param end after its last vertex, at least 3 more
   * @param reversed whether to run through them backwards
   */
  void ring(int[] xy, int start, int end, boolean reversed) {
    commands.varint(1 << 3 | MOVE_TO);
    vertex(xy, reversed ? end - 1 : start);
    commands.varint((long) (end - start - 1) << 3 | LINE_TO);
    for (int i = 1; i < end - start; i++) {
      vertex(xy, reversed ? end - 1 - i : start + i);
    }
    commands.varint(1 << 3 | CLOSE_PATH);
    vertices += end - start;
  }

  private void vertex(int[] xy, int i) {
    commands.zigzag(xy[2 * i] - cursorX);
    commands.zigzag(xy[2 * i + 1] - cursorY);
    cursorX = xy[2 * i];
    cursorY = xy[2 * i + 1];
  }
}
