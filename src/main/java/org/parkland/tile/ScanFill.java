package org.parkland.tile;

import java.util.Arrays;

/**
 * Burns parcels into a raster: a pixel belongs to the parcel that holds its centre.
 *
 * <p>Each edge is followed from its northern end whatever its direction, and a centre on an edge counts for one
 * side only, so parcels that share edges share the pixels between them without gap or overlap.
 */
final class ScanFill {
  private final ClassRaster raster;
  /** Row in the high half, first pixel east of the crossing in the low half. */
  private long[] crossings = new long[256];
  private int count;

  ScanFill(ClassRaster raster) {
    this.raster = raster;
  }

  /** @param outline in pixels of the raster's level */
  void fill(Outline outline, short number) {
    count = 0;
    for (int ring = 0; ring < outline.rings(); ring++) {
      int end = outline.ringEnd(ring);
      for (int i = outline.ringStart(ring), j = end - 1; i < end; j = i++) {
        if (outline.y(j) < outline.y(i)) {
          cross(outline.x(j), outline.y(j), outline.x(i), outline.y(i));
        } else {
          cross(outline.x(i), outline.y(i), outline.x(j), outline.y(j));
        }
      }
    }
    fillBetween(number);
  }

  private void cross(double northX, double northY, double southX, double southY) {
    int row = Math.max((int) Math.ceil(northY - 0.5), raster.limit().north());
    int end = Math.min((int) Math.ceil(southY - 0.5), raster.limit().south());
    if (row >= end) {
      return;
    }
    if (count + end - row > crossings.length) {
      crossings = Arrays.copyOf(crossings, Math.max(count + end - row, 2 * crossings.length));
    }
    double slope = (southX - northX) / (southY - northY);
    for (; row < end; row++) {
      double x = northX + (row + 0.5 - northY) * slope;
      int pixel = Math.max((int) Math.ceil(x - 0.5), 0);
      crossings[count++] = (long) row << 32 | pixel;
    }
  }

  private void fillBetween(short number) {
    Arrays.sort(crossings, 0, count);
    for (int i = 0; i + 1 < count; i += 2) {
      raster.fill((int) (crossings[i] >> 32), (int) crossings[i], (int) crossings[i + 1], number);
    }
  }
}
