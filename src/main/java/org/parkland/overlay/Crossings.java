package org.parkland.overlay;

import java.util.Arrays;

/**
 * Places where a parcel's edges and a unit's segments meet. Most are crossings; a vertex that lies on an edge of
 * the other geometry without crossing it is kept too, because it divides that edge.
 */
final class Crossings {
  int count;
  int[] edge = new int[64];
  int[] segment = new int[64];
  /** Place along the edge and along the segment, 0 to 1. */
  double[] onEdge = new double[64];
  double[] onSegment = new double[64];
  /** +1 if the edge (segment) enters the unit (parcel) here, -1 if it leaves, 0 if it does not belong. */
  int[] edgeStep = new int[64];
  int[] segmentStep = new int[64];
  /** Relative to the outline's origin. */
  double[] x = new double[64];
  double[] y = new double[64];
  private int[] order = new int[64];

  void clear() {
    count = 0;
  }

  /** Adds a place on an edge, a segment, or (crossing) both; -1 for the one that is not divided. */
  void add(int onWhichEdge, double t, int step, int onWhichSegment, double s, int back, double px, double py) {
    if (count == edge.length) {
      grow();
    }
    edge[count] = onWhichEdge;
    onEdge[count] = t;
    edgeStep[count] = step;
    segment[count] = onWhichSegment;
    onSegment[count] = s;
    segmentStep[count] = back;
    x[count] = px;
    y[count++] = py;
  }

  /** The places by edge, and by their order along each; those on no edge come first. */
  int[] alongEdges() {
    return sorted(edge, onEdge);
  }

  /** The places by segment, and by their order along each; those on no segment come first. */
  int[] alongSegments() {
    return sorted(segment, onSegment);
  }

  private int[] sorted(int[] line, double[] place) {
    for (int i = 0; i < count; i++) {
      int at = i;
      while (at > 0 && isBefore(line, place, i, order[at - 1])) {
        order[at] = order[at - 1];
        at--;
      }
      order[at] = i;
    }
    return order;
  }

  private static boolean isBefore(int[] line, double[] place, int a, int b) {
    return line[a] < line[b] || line[a] == line[b] && place[a] < place[b];
  }

  private void grow() {
    int room = 2 * edge.length;
    edge = Arrays.copyOf(edge, room);
    segment = Arrays.copyOf(segment, room);
    onEdge = Arrays.copyOf(onEdge, room);
    onSegment = Arrays.copyOf(onSegment, room);
    edgeStep = Arrays.copyOf(edgeStep, room);
    segmentStep = Arrays.copyOf(segmentStep, room);
    x = Arrays.copyOf(x, room);
    y = Arrays.copyOf(y, room);
    order = Arrays.copyOf(order, room);
  }
}
