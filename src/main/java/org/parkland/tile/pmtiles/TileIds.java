package org.parkland.tile.pmtiles;

/** Numbers of tiles: zoom by zoom, and within a zoom along the Hilbert curve (specification, section 4.1). */
public final class TileIds {
  private TileIds() {}

  /** How many tiles all zooms before this one have together. */
  public static long first(int zoom) {
    return ((1L << 2 * zoom) - 1) / 3;
  }

  /**
   * @param x column from the west
   * @param y row from the north
   */
  public static long of(int zoom, int x, int y) {
    long place = 0;
    int column = x;
    int row = y;
    for (int half = 1 << zoom >> 1; half > 0; half >>= 1) {
      int east = (column & half) > 0 ? 1 : 0;
      int south = (row & half) > 0 ? 1 : 0;
      place += (long) half * half * (3 * east ^ south);
      if (south == 0) {
        if (east == 1) {
          column = half - 1 - (column & half - 1);
          row = half - 1 - (row & half - 1);
        }
        int swapped = column;
        column = row;
        row = swapped;
      }
    }
    return first(zoom) + place;
  }
}
