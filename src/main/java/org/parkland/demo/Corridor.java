package org.parkland.demo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;

/**
 * Land along a line: a road, railway, river or ditch. The strip reaches half its width to both
 * sides and is cut across into lengths, each of which becomes a parcel.
 */
final class Corridor {
  final String name;
  final JianghaiFacts.Kind kind;
  final double halfWidthM;
  final Coordinate[] centreline;
  private final Envelope envelope;
  private final int cutEvery;

  /** @param cutEveryM length of a parcel along the strip; 0 leaves it whole */
  Corridor(String name, JianghaiFacts.Kind kind, double widthM, Coordinate[] centreline,
      double cutEveryM) {
    this.name = name;
    this.kind = kind;
    this.halfWidthM = widthM / 2;
    this.centreline = centreline;
    this.envelope = new Envelope();
    for (Coordinate c : centreline) {
      envelope.expandToInclude(c);
    }
    envelope.expandBy(halfWidthM);
    double spacing = Curve.length(centreline) / (centreline.length - 1);
    this.cutEvery = cutEveryM <= 0 ? Integer.MAX_VALUE
        : (int) Math.max(1, Math.round(cutEveryM / spacing));
  }

  boolean isMajor() {
    return kind.ordinal() <= JianghaiFacts.Kind.RIVER.ordinal();
  }

  /** Both sides, the ends of major lines, and the cuts across. */
  List<Coordinate[]> edges() {
    Coordinate[] left = Curve.offset(centreline, halfWidthM);
    Coordinate[] right = Curve.offset(centreline, -halfWidthM);
    List<Coordinate[]> edges = new ArrayList<>(List.of(left, right));
    int last = centreline.length - 1;
    if (isMajor()) {
      edges.add(new Coordinate[] {left[0], right[0]});
      edges.add(new Coordinate[] {left[last], right[last]});
    }
    for (int i = cutEvery; last - i > cutEvery / 2; i += cutEvery) {
      edges.add(new Coordinate[] {left[i], right[i]});
    }
    return edges;
  }

  /**
   * Number of the length in which a point lies, or -1 when it is not on the strip. Points beyond
   * the two ends are not on it, however near.
   */
  int lengthAt(double x, double y) {
    if (!envelope.contains(x, y)) {
      return -1;
    }
    double nearest = halfWidthM * halfWidthM * 1.0004;
    double at = -1;
    for (int i = 0; i < centreline.length - 1; i++) {
      Coordinate a = centreline[i];
      Coordinate b = centreline[i + 1];
      double dx = b.x - a.x;
      double dy = b.y - a.y;
      double t = ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy);
      if (t < 0 && i == 0 || t > 1 && i == centreline.length - 2) {
        continue;
      }
      double clamped = Math.max(0, Math.min(1, t));
      double ox = x - a.x - clamped * dx;
      double oy = y - a.y - clamped * dy;
      if (ox * ox + oy * oy < nearest) {
        nearest = ox * ox + oy * oy;
        at = i + clamped;
      }
    }
    return at < 0 ? -1 : lengthNumber(at);
  }

  private int lengthNumber(double position) {
    int last = centreline.length - 1;
    int number = (int) (position / cutEvery);
    int cuts = 0;
    for (int i = cutEvery; last - i > cutEvery / 2; i += cutEvery) {
      cuts++;
    }
    return Math.min(number, cuts);
  }
}
