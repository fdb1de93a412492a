package org.parkland.tile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Traces the regions of a raster to polygons that fit each other exactly and are valid: a ring that comes back
 * to a corner is split there, so no ring touches itself.
 *
 * <p>Works on the corners between pixels. A walk keeps its region to the right and turns right where two pixels
 * of one class meet only at a corner. Such corners, the only ones that a walk can pass twice, are remembered.
 */
final class RegionTracer {
  private static final int EAST = 0;

  private final int stride;
  /** The pixels with an empty border; a corner has the number of the pixel to its south-east. */
  private final short[] pixels;
  private final int[] step;
  /**
   * From a corner to the pixel ahead on the right, by direction; the one ahead on the left is that of the
   * direction before.
   */
  private final int[] aheadRight;

  private final int[] regionOf;
  private final List<Region> regions = new ArrayList<>();
  private final boolean[] topWalked;
  private int vertices;

  private int[] stack = new int[64];
  private int[] ring = new int[64];
  private int ringSize;
  /** Where in the ring a corner is that may be passed again, plus 1. */
  private final int[] placeInRing;

  RegionTracer(ClassRaster raster, PixelBox box) {
    this.stride = box.width() + 2;
    int size = stride * (box.height() + 2);
    this.pixels = new short[size];
    this.regionOf = new int[size];
    this.topWalked = new boolean[size];
    this.placeInRing = new int[size];
    this.step = new int[] {1, stride, -1, -stride};
    this.aheadRight = new int[] {0, -1, -stride - 1, -stride};
    raster.copy(box, pixels, stride + 1, stride);
    trace();
  }

  private void trace() {
    for (int i = stride; i < pixels.length - stride; i++) {
      if (pixels[i] != 0 && pixels[i] != pixels[i - stride] && !topWalked[i]) {
        if (regionOf[i] == 0) {
          regions.add(new Region(pixels[i]));
          flood(i, regions.size());
        }
        walk(i, regions.get(regionOf[i] - 1));
      }
    }
  }

  /** All regions of the box, in the order of their first pixels. */
  List<Region> regions() {
    return regions;
  }

  /** Vertices of all rings traced. */
  int vertices() {
    return vertices;
  }

  private void flood(int start, int region) {
    int depth = 0;
    stack[depth++] = start;
    regionOf[start] = region;
    while (depth > 0) {
      int here = stack[--depth];
      if (depth + 4 > stack.length) {
        stack = Arrays.copyOf(stack, 2 * stack.length);
      }
      for (int each : step) {
        int next = here + each;
        if (pixels[next] == pixels[start] && regionOf[next] == 0) {
          regionOf[next] = region;
          stack[depth++] = next;
        }
      }
    }
  }

  /** Walks once around, beginning at the north-west corner of a pixel and going east. */
  private void walk(int start, Region region) {
    short number = region.number();
    int corner = start;
    int direction = EAST;
    boolean passedTwice = pixels[start - stride - 1] == number && pixels[start - 1] != number;
    ringSize = 0;
    do {
      turn(corner, passedTwice, region);
      boolean right;
      boolean left;
      do {
        topWalked[corner] |= direction == EAST;
        corner += step[direction];
        right = pixels[corner + aheadRight[direction]] == number;
        left = pixels[corner + aheadRight[direction + 3 & 3]] == number;
      } while (right && !left);
      passedTwice = !right && left;
      direction = direction + (right ? 3 : 1) & 3;
    } while (corner != start || direction != EAST);
    close(0, region);
  }

  private void turn(int corner, boolean passedTwice, Region region) {
    if (passedTwice) {
      if (placeInRing[corner] > 0) {
        close(placeInRing[corner] - 1, region);
      }
      placeInRing[corner] = ringSize + 1;
    }
    if (ringSize == ring.length) {
      ring = Arrays.copyOf(ring, 2 * ringSize);
    }
    ring[ringSize++] = corner;
  }

  /** Makes a ring of its own of the corners since the given place. */
  private void close(int from, Region region) {
    int[] xy = new int[2 * (ringSize - from)];
    for (int i = from; i < ringSize; i++) {
      xy[2 * (i - from)] = ring[i] % stride - 1;
      xy[2 * (i - from) + 1] = ring[i] / stride - 1;
      placeInRing[ring[i]] = 0;
    }
    vertices += ringSize - from;
    ringSize = from;
    if (runsClockwise(xy)) {
      region.shell(xy);
    } else {
      region.hole(xy);
    }
  }

  private static boolean runsClockwise(int[] xy) {
    long twiceArea = 0;
    for (int i = 0, j = xy.length - 2; i < xy.length; j = i, i += 2) {
      twiceArea += (long) xy[j] * xy[i + 1] - (long) xy[i] * xy[j + 1];
    }
    return twiceArea > 0;
  }
}
