package org.parkland.source;

import org.wololo.flatgeobuf.generated.Geometry;

/** Checks the counts a FlatGeobuf geometry claims against the bytes it has, before memory is taken for them. */
final class FlatGeobufShape {
  private static final int DEEPEST = 4;

  private FlatGeobufShape() {}

  /**
   * @param bytes of the whole feature
   * @throws IllegalArgumentException if they cannot hold what the geometry claims
   */
  static void requireSane(Geometry geometry, int bytes) {
    requireSane(geometry, bytes, 0);
  }

  private static int requireSane(Geometry geometry, int bytes, int depth) {
    long claimed = 8L * geometry.xyLength() + 4L * geometry.endsLength() + 4L * geometry.partsLength();
    if (depth > DEEPEST || claimed > bytes || geometry.xyLength() < 0 || geometry.endsLength() < 0
        || geometry.partsLength() < 0) {
      throw new IllegalArgumentException("it claims " + claimed + " bytes of points");
    }
    requireRising(geometry);
    // Parts share the bytes: many references to one part would multiply it.
    int left = bytes - (int) claimed;
    for (int i = 0; i < geometry.partsLength(); i++) {
      left = requireSane(geometry.parts(i), left, depth + 1);
    }
    return left;
  }

  private static void requireRising(Geometry geometry) {
    long before = 0;
    for (int i = 0; i < geometry.endsLength(); i++) {
      long end = geometry.ends(i);
      if (end < before || end > geometry.xyLength() / 2) {
        throw new IllegalArgumentException("a ring ends at point " + end);
      }
      before = end;
    }
  }
}
