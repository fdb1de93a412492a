package org.parkland.tile;

import java.util.Arrays;
import java.util.TreeMap;

/**
 * Numbers of land-use classes by pixel, for as much of the world as has land.
 *
 * <p>Pixels are kept in square chunks, made when first touched, so that memory follows the area of the land and
 * not the count of its parcels.
 */
final class ClassRaster {
  static final int CHUNK_BITS = 9;
  /** Pixels to a chunk's side. */
  static final int CHUNK = 1 << CHUNK_BITS;

  private final int level;
  private final PixelBox limit;
  /** By row, then column, so that everything made from the raster is made in one order. */
  private final TreeMap<Long, short[]> chunks = new TreeMap<>();
  private long recentKey = -1;
  private short[] recent;

  /**
   * @param level the world has 2<sup>level</sup> pixels to a side
   * @param limit pixels outside stay empty
   */
  ClassRaster(int level, PixelBox limit) {
    this.level = level;
    this.limit = limit;
  }

  int level() {
    return level;
  }

  PixelBox limit() {
    return limit;
  }

  int chunkCount() {
    return chunks.size();
  }

  /** Sets pixels from to before {@code to} in a row, which must be within the limit. */
  void fill(int row, int from, int to, short number) {
    int start = Math.max(from, limit.west());
    int end = Math.min(to, limit.east());
    while (start < end) {
      int chunkEnd = Math.min(end, (start | CHUNK - 1) + 1);
      int offset = (row & CHUNK - 1) << CHUNK_BITS;
      int column = start & CHUNK - 1;
      Arrays.fill(chunkAt(start, row), offset + column, offset + column + chunkEnd - start, number);
      start = chunkEnd;
    }
  }

  private short[] chunkAt(int x, int y) {
    long key = key(x >> CHUNK_BITS, y >> CHUNK_BITS);
    if (key != recentKey) {
      recent = chunks.computeIfAbsent(key, each -> new short[CHUNK * CHUNK]);
      recentKey = key;
    }
    return recent;
  }

  private static long key(int column, int row) {
    return (long) row << 32 | column & 0xffffffffL;
  }

  /** Copies the box into an array with rows of the given stride, its first pixel at {@code start}. */
  void copy(PixelBox box, short[] into, int start, int stride) {
    for (int row = box.north() >> CHUNK_BITS; row <= box.south() - 1 >> CHUNK_BITS; row++) {
      for (int column = box.west() >> CHUNK_BITS; column <= box.east() - 1 >> CHUNK_BITS; column++) {
        short[] chunk = chunks.get(key(column, row));
        if (chunk != null) {
          copyChunk(chunk, column << CHUNK_BITS, row << CHUNK_BITS, box, into, start, stride);
        }
      }
    }
  }

  private static void copyChunk(
      short[] chunk, int chunkWest, int chunkNorth, PixelBox box, short[] into, int start, int stride) {
    int west = Math.max(box.west(), chunkWest);
    int width = Math.min(box.east(), chunkWest + CHUNK) - west;
    for (int y = Math.max(box.north(), chunkNorth); y < Math.min(box.south(), chunkNorth + CHUNK); y++) {
      System.arraycopy(chunk, (y - chunkNorth << CHUNK_BITS) + west - chunkWest,
          into, start + (y - box.north()) * stride + west - box.west(), width);
    }
  }

  /** The same land with pixels of double side. */
  ClassRaster halved(int classes) {
    ClassRaster half = new ClassRaster(level - 1, PixelBox.EVERYWHERE);
    Halving halving = new Halving(classes);
    chunks.forEach((key, chunk) -> {
      int column = key.intValue();
      int row = (int) (key >> 32);
      short[] target = half.chunkAt(column << CHUNK_BITS - 1, row << CHUNK_BITS - 1);
      halving.halve(chunk, target, (column & 1) * CHUNK / 2, (row & 1) * CHUNK / 2);
    });
    return half;
  }
}
