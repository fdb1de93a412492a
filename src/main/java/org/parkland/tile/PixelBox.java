package org.parkland.tile;

/** Pixels of a raster from (west, north) to before (east, south). */
record PixelBox(int west, int north, int east, int south) {
  static final PixelBox EVERYWHERE = new PixelBox(0, 0, Integer.MAX_VALUE, Integer.MAX_VALUE);

  int width() {
    return east - west;
  }

  int height() {
    return south - north;
  }
}
