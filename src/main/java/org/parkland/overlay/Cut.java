package org.parkland.overlay;

import org.parkland.geometry.Sweep;

/**
 * The area of the piece that a region has of a parcel, by the integral along the boundary of the piece: the
 * parcel's edges inside the region, and the region's segments inside the parcel. Belongs to one thread.
 *
 * <p>Two areas are summed: the planar one, by which the topology is judged (is there a piece, does the boundary
 * close), and that of the measure. Where the measure is planar both are the same.
 */
final class Cut {
  /** What a rounded sum can be off, as part of the sum of its terms' magnitudes. */
  private static final double ROUNDING = 1e-14;
  /** How far boundaries may stay open, as part of the size of the parcel. */
  private static final double OPEN = 1e-9;

  enum Result { NOTHING, WHOLE, PART, INCONSISTENT }

  private final Segments segments;
  private final CellIndex index;
  private final Outline outline;
  private final Sweep measure;
  private final Crossings crossings = new Crossings();
  private final CrossingFinder finder;

  private double twicePlanar;
  private double twiceMeasured;
  private double magnitude;
  private double openX;
  private double openY;
  private double parcelPlanar;
  private double areaM2;
  /** Place in the order of crossings that the walk along the boundary has reached. */
  private int next;

  Cut(PreparedUnits units, Outline outline, Sweep measure) {
    this.segments = units.segments();
    this.index = units.index();
    this.outline = outline;
    this.measure = measure;
    this.finder = new CrossingFinder(segments, outline, crossings);
  }

  /** Square metres of the piece, after {@link Result#PART}. */
  double areaM2() {
    return areaM2;
  }

  /**
   * Cuts the outline by one region.
   *
   * @param near segments that meet the outline's box; those of the region stand from {@code from} to {@code to}
   */
  Result by(int region, IntBag near, int from, int to) {
    start();
    finder.find(near, from, to);
    boolean consistent = sumEdges(region);
    consistent &= sumSegments(near, from, to);
    return consistent && closes() ? judge() : Result.INCONSISTENT;
  }

  private void start() {
    twicePlanar = 0;
    twiceMeasured = 0;
    magnitude = 0;
    openX = 0;
    openY = 0;
    parcelPlanar = 0;
  }

  /** The parcel's edges inside the region. */
  private boolean sumEdges(int region) {
    int[] order = crossings.alongEdges();
    next = firstOn(order, crossings.edge);
    boolean consistent = true;
    for (int ring = 0; ring < outline.rings; ring++) {
      int first = outline.ringFrom[ring];
      int start = index.holds(region, outline.x[first], outline.y[first]) ? 1 : 0;
      int end = sumRing(order, first, outline.ringFrom[ring + 1] - 1, outline.ringSign[ring], start);
      consistent &= end == start;
    }
    return consistent;
  }

  /** Places that divide only the other geometry stand first, under -1. */
  private int firstOn(int[] order, int[] line) {
    int at = 0;
    while (at < crossings.count && line[order[at]] < 0) {
      at++;
    }
    return at;
  }

  private int sumRing(int[] order, int first, int last, double sign, int start) {
    int inside = start;
    double x0 = outline.x[first] - outline.originX;
    double y0 = outline.y[first] - outline.originY;
    for (int k = first; k < last; k++) {
      double x1 = outline.x[k + 1] - outline.originX;
      double y1 = outline.y[k + 1] - outline.originY;
      double cross = x0 * y1 - x1 * y0;
      parcelPlanar += sign * cross;
      magnitude += Math.abs(cross);
      if (next < crossings.count && crossings.edge[order[next]] == k) {
        inside = sumDivided(order, k, sign, inside, x0, y0, x1, y1);
      } else if (inside != 0) {
        sumWhole(inside * sign, k, cross, x1 - x0, y1 - y0);
      }
      x0 = x1;
      y0 = y1;
    }
    return inside;
  }

  private int sumDivided(
      int[] order, int k, double sign, int start, double x0, double y0, double x1, double y1) {
    int inside = start;
    double fromX = x0;
    double fromY = y0;
    while (next < crossings.count && crossings.edge[order[next]] == k) {
      int at = order[next++];
      sum(inside * sign, fromX, fromY, crossings.x[at], crossings.y[at]);
      inside += crossings.edgeStep[at];
      fromX = crossings.x[at];
      fromY = crossings.y[at];
    }
    sum(inside * sign, fromX, fromY, x1, y1);
    return inside;
  }

  /** An undivided edge has been swept when the outline was measured. */
  private void sumWhole(double signed, int k, double cross, double dx, double dy) {
    twicePlanar += signed * cross;
    twiceMeasured += signed * outline.swept[k];
    openX += signed * dx;
    openY += signed * dy;
  }

  /** The region's segments inside the parcel. */
  private boolean sumSegments(IntBag near, int from, int to) {
    int[] order = crossings.alongSegments();
    next = firstOn(order, crossings.segment);
    boolean consistent = true;
    int inside = 0;
    for (int i = from; i < to; i++) {
      int segment = near.get(i);
      if (i == from || near.get(i - 1) != segment - 1 || !segments.continues(segment)) {
        inside = holdsStart(segment) ? 1 : 0;
      }
      double fromX = segments.x0(segment) - outline.originX;
      double fromY = segments.y0(segment) - outline.originY;
      while (next < crossings.count && crossings.segment[order[next]] == segment) {
        int at = order[next++];
        sum(inside, fromX, fromY, crossings.x[at], crossings.y[at]);
        inside += crossings.segmentStep[at];
        fromX = crossings.x[at];
        fromY = crossings.y[at];
      }
      sum(inside, fromX, fromY,
          segments.x1(segment) - outline.originX, segments.y1(segment) - outline.originY);
      consistent &= inside == 0 || inside == 1;
    }
    return consistent;
  }

  /** Adds a stretch of boundary; it counts negative where the parcel is on its right. */
  private void sum(double signed, double x0, double y0, double x1, double y1) {
    if (signed == 0 || x0 == x1 && y0 == y1) {
      return;
    }
    double cross = x0 * y1 - x1 * y0;
    twicePlanar += signed * cross;
    twiceMeasured += signed * measure.edge(x0, y0, x1, y1);
    magnitude += Math.abs(cross);
    openX += signed * (x1 - x0);
    openY += signed * (y1 - y0);
  }

  /** Whether the parcel holds the first end of a segment of the shifted unit: a ray to the east. */
  private boolean holdsStart(int segment) {
    double px = segments.x0(segment);
    double py = segments.y0(segment);
    if (px < outline.minX || px > outline.maxX || py < outline.minY || py > outline.maxY) {
      return false;
    }
    double[] x = outline.x;
    double[] y = outline.y;
    boolean inside = false;
    for (int ring = 0; ring < outline.rings; ring++) {
      int last = outline.ringFrom[ring + 1] - 1;
      for (int k = outline.ringFrom[ring]; k < last; k++) {
        boolean upwards = y[k + 1] > py;
        if (upwards != y[k] > py && isEastOf(px, py, x[k], y[k], x[k + 1], y[k + 1], upwards)) {
          inside = !inside;
        }
      }
    }
    return inside;
  }

  private static boolean isEastOf(
      double px, double py, double ax, double ay, double bx, double by, boolean upwards) {
    double turn = Sides.turn(ax, ay, bx, by, px, py);
    return Sides.unitVertexIsLeft(turn, bx - ax, by - ay) == upwards;
  }

  private boolean closes() {
    double size = outline.maxX - outline.minX + outline.maxY - outline.minY;
    return Math.abs(openX) + Math.abs(openY) <= OPEN * size;
  }

  private Result judge() {
    double noise = ROUNDING * magnitude;
    double missing = parcelPlanar - twicePlanar;
    if (Math.abs(twicePlanar) <= noise) {
      return Result.NOTHING;
    }
    if (Math.abs(missing) <= noise) {
      return Result.WHOLE;
    }
    if (twicePlanar < 0 || missing < 0) {
      return Result.INCONSISTENT;
    }
    areaM2 = Edgewise.areaM2(twicePlanar, twiceMeasured, parcelPlanar, 2 * outline.areaM2()) / 2;
    return Result.PART;
  }
}
