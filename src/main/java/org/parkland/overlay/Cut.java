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

  private double twicePlanar;
  private double twiceMeasured;
  private double magnitude;
  private double openX;
  private double openY;
  private double parcelPlanar;
  private double areaM2;
  private double weight;

  Cut(PreparedUnits units, Outline outline, Sweep measure) {
    this.segments = units.segments();
    this.index = units.index();
    this.outline = outline;
    this.measure = measure;
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
    for (int i = from; i < to; i++) {
      findCrossings(near.get(i));
    }
    boolean consistent = sumEdges(region);
    consistent &= sumSegments(near, from, to);
    return consistent && closes() ? judge() : Result.INCONSISTENT;
  }

  private void start() {
    crossings.clear();
    twicePlanar = 0;
    twiceMeasured = 0;
    magnitude = 0;
    openX = 0;
    openY = 0;
    parcelPlanar = 0;
  }

  // Crossings

  private void findCrossings(int segment) {
    double x0 = segments.x0(segment);
    double y0 = segments.y0(segment);
    double x1 = segments.x1(segment);
    double y1 = segments.y1(segment);
    double minX = Math.min(x0, x1);
    double maxX = Math.max(x0, x1);
    double minY = Math.min(y0, y1);
    double maxY = Math.max(y0, y1);
    double[] x = outline.x;
    double[] y = outline.y;
    for (int ring = 0; ring < outline.rings; ring++) {
      int last = outline.ringFrom[ring + 1] - 1;
      for (int k = outline.ringFrom[ring]; k < last; k++) {
        if (Math.min(x[k], x[k + 1]) <= maxX && Math.max(x[k], x[k + 1]) >= minX
            && Math.min(y[k], y[k + 1]) <= maxY && Math.max(y[k], y[k + 1]) >= minY) {
          meet(segment, x0, y0, x1, y1, k, outline.ringSign[ring]);
        }
      }
    }
  }

  private void meet(int segment, double x0, double y0, double x1, double y1, int k, double sign) {
    double ax = outline.x[k];
    double ay = outline.y[k];
    double bx = outline.x[k + 1];
    double by = outline.y[k + 1];
    if (ax == bx && ay == by) {
      return;
    }
    double turnA = Sides.turn(x0, y0, x1, y1, ax, ay);
    double turnB = Sides.turn(x0, y0, x1, y1, bx, by);
    boolean leftA = Sides.leftOfUnitEdge(turnA, x1 - x0, y1 - y0);
    boolean leftB = Sides.leftOfUnitEdge(turnB, x1 - x0, y1 - y0);
    if (leftA == leftB && turnA != 0 && turnB != 0) {
      return;
    }
    double turn0 = Sides.turn(ax, ay, bx, by, x0, y0);
    double turn1 = Sides.turn(ax, ay, bx, by, x1, y1);
    boolean left0 = Sides.unitVertexIsLeft(turn0, bx - ax, by - ay);
    boolean left1 = Sides.unitVertexIsLeft(turn1, bx - ax, by - ay);
    if (leftA != leftB && left0 != left1) {
      cross(segment, turn0 / (turn0 - turn1), left1 == sign > 0 ? 1 : -1, k, turnA, turnB, leftB ? 1 : -1);
    }
    if (turnA == 0 || turnB == 0 || turn0 == 0 || turn1 == 0) {
      touch(segment, k, turnA, turnB, turn0, turn1);
    }
  }

  private void cross(int segment, double s, int back, int k, double turnA, double turnB, int step) {
    double ax = outline.x[k] - outline.originX;
    double ay = outline.y[k] - outline.originY;
    double bx = outline.x[k + 1] - outline.originX;
    double by = outline.y[k + 1] - outline.originY;
    double t = turnA / (turnA - turnB);
    // From the nearer end, so that a crossing at a vertex is that vertex.
    double rest = turnB / (turnB - turnA);
    double px = t <= 0.5 ? ax + t * (bx - ax) : bx + rest * (ax - bx);
    double py = t <= 0.5 ? ay + t * (by - ay) : by + rest * (ay - by);
    crossings.add(k, t, step, segment, s, back, px, py);
  }

  /** Divides an edge where a vertex of the other geometry lies on it, as noding does. */
  private void touch(int segment, int k, double turnA, double turnB, double turn0, double turn1) {
    double x0 = segments.x0(segment);
    double y0 = segments.y0(segment);
    double x1 = segments.x1(segment);
    double y1 = segments.y1(segment);
    if (turnA == 0) {
      touchSegment(segment, outline.x[k], outline.y[k], x0, y0, x1, y1);
    }
    if (turnB == 0) {
      touchSegment(segment, outline.x[k + 1], outline.y[k + 1], x0, y0, x1, y1);
    }
    if (turn0 == 0) {
      touchEdge(k, x0, y0);
    }
    if (turn1 == 0) {
      touchEdge(k, x1, y1);
    }
  }

  private void touchSegment(int segment, double px, double py, double x0, double y0, double x1, double y1) {
    double s = place(px, py, x0, y0, x1, y1);
    if (s > 0 && s < 1) {
      crossings.add(-1, 0, 0, segment, s, 0, px - outline.originX, py - outline.originY);
    }
  }

  private void touchEdge(int k, double px, double py) {
    double t = place(px, py, outline.x[k], outline.y[k], outline.x[k + 1], outline.y[k + 1]);
    if (t > 0 && t < 1) {
      crossings.add(k, t, 0, -1, 0, 0, px - outline.originX, py - outline.originY);
    }
  }

  /** Of a point on the line through a and b: 0 at a, 1 at b. */
  private static double place(double px, double py, double ax, double ay, double bx, double by) {
    return Math.abs(bx - ax) > Math.abs(by - ay) ? (px - ax) / (bx - ax) : (py - ay) / (by - ay);
  }

  // Boundary integral

  private boolean sumEdges(int region) {
    int[] order = crossings.alongEdges();
    int next = 0;
    while (next < crossings.count && crossings.edge[order[next]] < 0) {
      next++;
    }
    boolean consistent = true;
    for (int ring = 0; ring < outline.rings; ring++) {
      int first = outline.ringFrom[ring];
      int last = outline.ringFrom[ring + 1] - 1;
      double sign = outline.ringSign[ring];
      int start = index.holds(region, outline.x[first], outline.y[first]) ? 1 : 0;
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
        } else if (inside != 0) {
          weight = inside * sign;
          twicePlanar += weight * cross;
          twiceMeasured += weight * outline.swept[k];
          openX += weight * (x1 - x0);
          openY += weight * (y1 - y0);
        }
        x0 = x1;
        y0 = y1;
      }
      consistent &= inside == start;
    }
    return consistent;
  }

  private boolean sumSegments(IntBag near, int from, int to) {
    int[] order = crossings.alongSegments();
    int next = 0;
    while (next < crossings.count && crossings.segment[order[next]] < 0) {
      next++;
    }
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

  // Judgement

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
