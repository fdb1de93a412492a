package org.parkland.overlay;

/**
 * Finds where a parcel's edges meet a unit's segments. Edges are looked at in runs of neighbours with a common box, so
 * that a river of thousands of vertices does not have to be tried edge by edge.
 */
final class CrossingFinder {
  /** Edges per run. */
  private static final int RUN = 32;

  private final Segments segments;
  private final Outline outline;
  private final Crossings crossings;
  /** Per run: west, south, east, north. */
  private double[] boxes = new double[64];

  CrossingFinder(Segments segments, Outline outline, Crossings crossings) {
    this.segments = segments;
    this.outline = outline;
    this.crossings = crossings;
  }

  /** Finds all crossings of the outline with the segments that stand from {@code from} to {@code to}. */
  void find(IntBag near, int from, int to) {
    crossings.clear();
    for (int ring = 0; ring < outline.rings; ring++) {
      int first = outline.ringFrom[ring];
      int last = outline.ringFrom[ring + 1] - 1;
      boolean inRuns = last - first > 2 * RUN;
      if (inRuns) {
        boxRuns(first, last);
      }
      for (int i = from; i < to; i++) {
        if (inRuns) {
          findInRuns(near.get(i), first, last, outline.ringSign[ring]);
        } else {
          find(near.get(i), first, last, outline.ringSign[ring]);
        }
      }
    }
  }

  private void boxRuns(int first, int last) {
    int runs = (last - first + RUN - 1) / RUN;
    if (4 * runs > boxes.length) {
      boxes = new double[8 * runs];
    }
    for (int run = 0; run < runs; run++) {
      int start = first + run * RUN;
      int end = Math.min(start + RUN, last);
      double west = outline.x[start];
      double east = west;
      double south = outline.y[start];
      double north = south;
      for (int k = start + 1; k <= end; k++) {
        west = Math.min(west, outline.x[k]);
        east = Math.max(east, outline.x[k]);
        south = Math.min(south, outline.y[k]);
        north = Math.max(north, outline.y[k]);
      }
      boxes[4 * run] = west;
      boxes[4 * run + 1] = south;
      boxes[4 * run + 2] = east;
      boxes[4 * run + 3] = north;
    }
  }

  private void findInRuns(int segment, int first, int last, double sign) {
    int run = 0;
    for (int start = first; start < last; start += RUN) {
      if (segments.meets(segment, boxes[run], boxes[run + 1], boxes[run + 2], boxes[run + 3])) {
        find(segment, start, Math.min(start + RUN, last), sign);
      }
      run += 4;
    }
  }

  private void find(int segment, int firstEdge, int endEdge, double sign) {
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
    for (int k = firstEdge; k < endEdge; k++) {
      if (Math.min(x[k], x[k + 1]) <= maxX && Math.max(x[k], x[k + 1]) >= minX
          && Math.min(y[k], y[k + 1]) <= maxY && Math.max(y[k], y[k + 1]) >= minY) {
        meet(segment, x0, y0, x1, y1, k, sign);
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
}
