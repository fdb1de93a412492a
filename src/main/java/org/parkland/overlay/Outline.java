package org.parkland.overlay;

import java.util.Arrays;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.parkland.geometry.SimpleRing;
import org.parkland.geometry.Sweep;

/**
 * The rings of one parcel in flat arrays, with the area each edge sweeps around the middle of the parcel's box.
 * Edge k runs from vertex k to vertex k + 1. Reused from parcel to parcel; belongs to one thread.
 */
final class Outline {
  /** Sweeps below this part of the largest are too near to zero to tell on which side of the middle they are. */
  private static final double DOUBTFUL = 1e-9;

  private final Sweep sweep;
  double[] x = new double[256];
  double[] y = new double[256];
  /** Twice the signed square metres per edge, by the measure. */
  double[] swept = new double[256];
  /** First vertex of each ring; one more at the end. */
  int[] ringFrom = new int[16];
  /** Per ring: +1 where the parcel is on the left of its edges, -1 where it is on the right. */
  double[] ringSign = new double[16];
  private double[] ringTwice = new double[16];
  private boolean[] isHole = new boolean[16];
  int rings;
  double minX;
  double minY;
  double maxX;
  double maxY;
  double originX;
  double originY;
  private double twice;

  Outline(Sweep sweep) {
    this.sweep = sweep;
  }

  /** Takes all polygons of a geometry; lines and points have no area and are passed over. */
  void read(Geometry geometry) {
    rings = 0;
    ringFrom[0] = 0;
    minX = Double.POSITIVE_INFINITY;
    minY = Double.POSITIVE_INFINITY;
    maxX = Double.NEGATIVE_INFINITY;
    maxY = Double.NEGATIVE_INFINITY;
    collect(geometry);
    originX = (minX + maxX) / 2;
    originY = (minY + maxY) / 2;
    twice = Double.NaN;
    if (rings > 0 && Double.isFinite(originX) && Double.isFinite(originY)) {
      measure();
    }
  }

  /** Whether there is a polygon at all and all coordinates are numbers. */
  boolean hasArea() {
    return Double.isFinite(twice);
  }

  double areaM2() {
    return twice / 2;
  }

  int edges() {
    return ringFrom[rings];
  }

  private void collect(Geometry geometry) {
    if (geometry instanceof Polygon polygon) {
      if (!polygon.isEmpty()) {
        add(polygon.getExteriorRing(), false);
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
          add(polygon.getInteriorRingN(i), true);
        }
      }
    } else if (geometry instanceof GeometryCollection) {
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        collect(geometry.getGeometryN(i));
      }
    }
  }

  private void add(LinearRing ring, boolean hole) {
    CoordinateSequence points = ring.getCoordinateSequence();
    int count = points.size();
    int at = ringFrom[rings];
    reserve(at + count);
    for (int i = 0; i < count; i++) {
      double px = points.getX(i);
      double py = points.getY(i);
      x[at + i] = px;
      y[at + i] = py;
      minX = px < minX ? px : minX;
      maxX = px > maxX ? px : maxX;
      minY = py < minY ? py : minY;
      maxY = py > maxY ? py : maxY;
    }
    isHole[rings++] = hole;
    ringFrom[rings] = at + count;
  }

  private void reserve(int vertices) {
    if (vertices > x.length) {
      int room = Math.max(vertices, 2 * x.length);
      x = Arrays.copyOf(x, room);
      y = Arrays.copyOf(y, room);
      swept = Arrays.copyOf(swept, room);
    }
    if (rings + 2 > ringFrom.length) {
      int room = 2 * ringFrom.length;
      ringFrom = Arrays.copyOf(ringFrom, room);
      ringSign = Arrays.copyOf(ringSign, room);
      ringTwice = Arrays.copyOf(ringTwice, room);
      isHole = Arrays.copyOf(isHole, room);
    }
  }

  private void measure() {
    sweep.origin(originX, originY);
    twice = 0;
    for (int ring = 0; ring < rings; ring++) {
      int last = ringFrom[ring + 1] - 1;
      double ringArea = sweep.ring(x, y, ringFrom[ring], last, swept);
      swept[last] = 0;
      ringTwice[ring] = ringArea;
      ringSign[ring] = ringArea >= 0 == isHole[ring] ? -1 : 1;
      twice += ringSign[ring] * ringArea;
    }
  }

  /**
   * Whether the outline is certainly a valid polygon. A single ring that turns once around the middle, always in
   * the same sense, is star-shaped and cannot cross itself; that is known from the sweeps and costs nothing. Other
   * single rings are tried edge by edge. False means only: ask JTS.
   */
  boolean isSurelyValid() {
    return rings == 1 && (isStarShaped() || SimpleRing.hasNoContacts(x, y, 0, ringFrom[1] - 1));
  }

  private boolean isStarShaped() {
    int last = ringFrom[1] - 1;
    double sign = ringSign[0];
    double floor = DOUBTFUL * Math.abs(ringTwice[0]);
    int turns = 0;
    for (int k = 0; k < last; k++) {
      if (swept[k] * sign <= floor) {
        return false;
      }
      if (y[k] < originY != y[k + 1] < originY) {
        turns++;
      }
    }
    return turns == 2;
  }
}
