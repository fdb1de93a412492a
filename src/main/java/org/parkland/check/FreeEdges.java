package org.parkland.check;

import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.parkland.land.Feature;

/**
 * The edges of parcels that are not shared vertex by vertex with exactly one neighbour on the other side: the outline
 * of the layer, and every place where neighbours overlap, leave a gap, or lack each other's vertices.
 */
final class FreeEdges {
  /** Per edge: lower end, upper end (by x, then y); parcel, complemented where the parcel is on the right of it. */
  private double[] ends = new double[1 << 12];
  private int[] sides = new int[1 << 10];
  private int count;
  private final int[] free;

  /** @param rows polygons; edges outside of the box are passed over */
  FreeEdges(List<Feature> rows, Envelope box) {
    for (int i = 0; i < rows.size(); i++) {
      collect(rows.get(i).geometry(), i, box);
    }
    this.free = unshared();
  }

  private void collect(Geometry geometry, int row, Envelope box) {
    for (int part = 0; part < geometry.getNumGeometries(); part++) {
      if (geometry.getGeometryN(part) instanceof Polygon polygon && !polygon.isEmpty()) {
        collect(polygon.getExteriorRing(), false, row, box);
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
          collect(polygon.getInteriorRingN(i), true, row, box);
        }
      }
    }
  }

  private void collect(LinearRing ring, boolean hole, int row, Envelope box) {
    CoordinateSequence points = ring.getCoordinateSequence();
    boolean landOnLeft = Orientation.isCCW(points) != hole;
    for (int i = 1; i < points.size(); i++) {
      double x0 = points.getX(i - 1);
      double y0 = points.getY(i - 1);
      double x1 = points.getX(i);
      double y1 = points.getY(i);
      boolean outside = Math.max(x0, x1) < box.getMinX() || Math.min(x0, x1) > box.getMaxX()
          || Math.max(y0, y1) < box.getMinY() || Math.min(y0, y1) > box.getMaxY();
      if (!outside && (x0 != x1 || y0 != y1)) {
        boolean upwards = x0 < x1 || x0 == x1 && y0 < y1;
        int side = upwards == landOnLeft ? row : ~row;
        if (upwards) {
          add(x0, y0, x1, y1, side);
        } else {
          add(x1, y1, x0, y0, side);
        }
      }
    }
  }

  private void add(double x0, double y0, double x1, double y1, int side) {
    if (count == sides.length) {
      sides = Arrays.copyOf(sides, 2 * count);
      ends = Arrays.copyOf(ends, 8 * count);
    }
    ends[4 * count] = x0;
    ends[4 * count + 1] = y0;
    ends[4 * count + 2] = x1;
    ends[4 * count + 3] = y1;
    sides[count++] = side;
  }

  /** Chains equal edges in a hash table, then takes those that are not one left and one right. */
  private int[] unshared() {
    int room = Integer.highestOneBit(Math.max(16, 2 * count)) * 2;
    int[] heads = new int[room];
    Arrays.fill(heads, -1);
    int[] next = new int[count];
    int[] lefts = new int[count];
    int[] rights = new int[count];
    for (int edge = 0; edge < count; edge++) {
      int at = place(edge, heads, room - 1);
      int head = heads[at] < 0 ? edge : heads[at];
      heads[at] = head;
      next[edge] = head;
      if (sides[edge] >= 0) {
        lefts[head]++;
      } else {
        rights[head]++;
      }
    }
    int[] found = new int[count];
    int size = 0;
    for (int edge = 0; edge < count; edge++) {
      if (lefts[next[edge]] != 1 || rights[next[edge]] != 1) {
        found[size++] = edge;
      }
    }
    return Arrays.copyOf(found, size);
  }

  private int place(int edge, int[] heads, int mask) {
    long hash = 17;
    for (int i = 0; i < 4; i++) {
      hash = (hash ^ Double.doubleToLongBits(ends[4 * edge + i])) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 29;
    }
    int at = (int) (hash >>> 16) & mask;
    while (heads[at] >= 0 && !same(heads[at], edge)) {
      at = at + 1 & mask;
    }
    return at;
  }

  private boolean same(int a, int b) {
    return ends[4 * a] == ends[4 * b] && ends[4 * a + 1] == ends[4 * b + 1]
        && ends[4 * a + 2] == ends[4 * b + 2] && ends[4 * a + 3] == ends[4 * b + 3];
  }

  int size() {
    return free.length;
  }

  /** Which row the edge belongs to. */
  int row(int i) {
    int side = sides[free[i]];
    return side >= 0 ? side : ~side;
  }

  double x0(int i) {
    return ends[4 * free[i]];
  }

  double y0(int i) {
    return ends[4 * free[i] + 1];
  }

  double x1(int i) {
    return ends[4 * free[i] + 2];
  }

  double y1(int i) {
    return ends[4 * free[i] + 3];
  }
}
