package org.parkland.tile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryCollection;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * The rings of one parcel in a target frame, in flat arrays that are used again for the next parcel: a tile or
 * a raster reads thousands, and objects for each vertex would cost more than the drawing. Not for sharing
 * between threads.
 */
final class Outline {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final double[] point = new double[2];
  private double[] xy = new double[128];
  private int[] ringEnds = new int[8];
  private boolean[] shells = new boolean[8];
  private int rings;
  private final Envelope box = new Envelope();
  private boolean finite;

  /** Takes the polygons of a geometry, each vertex projected; whatever else is in it is passed over. */
  void read(Geometry geometry, Plane plane) {
    rings = 0;
    box.setToNull();
    finite = true;
    readPolygons(geometry, plane);
  }

  private void readPolygons(Geometry geometry, Plane plane) {
    if (geometry instanceof Polygon polygon) {
      readRing(polygon.getExteriorRing(), true, plane);
      for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
        readRing(polygon.getInteriorRingN(i), false, plane);
      }
    } else if (geometry instanceof GeometryCollection) {
      for (int i = 0; i < geometry.getNumGeometries(); i++) {
        readPolygons(geometry.getGeometryN(i), plane);
      }
    }
  }

  private void readRing(LinearRing ring, boolean shell, Plane plane) {
    CoordinateSequence vertices = ring.getCoordinateSequence();
    startRing(shell, vertices.size());
    for (int i = 0; i < vertices.size() - 1; i++) {
      plane.project(vertices.getX(i), vertices.getY(i), point);
      append(point[0], point[1]);
    }
  }

  /** Begins a ring without a closing vertex; room for so many vertices is made. */
  private void startRing(boolean shell, int capacity) {
    int start = rings == 0 ? 0 : ringEnds[rings - 1];
    if (rings == ringEnds.length) {
      ringEnds = Arrays.copyOf(ringEnds, 2 * rings);
      shells = Arrays.copyOf(shells, 2 * rings);
    }
    if (2 * (start + capacity) > xy.length) {
      xy = Arrays.copyOf(xy, Math.max(2 * (start + capacity), 2 * xy.length));
    }
    shells[rings] = shell;
    ringEnds[rings++] = start;
  }

  private void append(double x, double y) {
    int at = 2 * ringEnds[rings - 1]++;
    xy[at] = x;
    xy[at + 1] = y;
    finite &= Double.isFinite(x) && Double.isFinite(y);
    box.expandToInclude(x, y);
  }

  /** Puts one shell in place of what was read. */
  void replaceBy(double[] vertices, int count) {
    rings = 0;
    box.setToNull();
    startRing(true, count);
    for (int i = 0; i < count; i++) {
      append(vertices[2 * i], vertices[2 * i + 1]);
    }
  }

  /**
   * The box around all vertices.
   *
   * @throws IllegalArgumentException if a coordinate is not a number or has no place in the target's frame
   */
  Envelope box() {
    if (!finite) {
      throw new IllegalArgumentException("a coordinate is not a number");
    }
    return box;
  }

  int rings() {
    return rings;
  }

  /** Vertices of all rings, closing ones not counted. */
  int vertices() {
    return rings == 0 ? 0 : ringEnds[rings - 1];
  }

  int ringStart(int ring) {
    return ring == 0 ? 0 : ringEnds[ring - 1];
  }

  int ringEnd(int ring) {
    return ringEnds[ring];
  }

  boolean isShell(int ring) {
    return shells[ring];
  }

  double x(int vertex) {
    return xy[2 * vertex];
  }

  double y(int vertex) {
    return xy[2 * vertex + 1];
  }

  /** As a JTS geometry, for the rare cases that need its operations. */
  Geometry toGeometry() {
    List<Polygon> polygons = new ArrayList<>();
    for (int ring = 0; ring < rings; ) {
      LinearRing shell = toRing(ring++);
      List<LinearRing> holes = new ArrayList<>();
      while (ring < rings && !shells[ring]) {
        holes.add(toRing(ring++));
      }
      polygons.add(FACTORY.createPolygon(shell, holes.toArray(new LinearRing[0])));
    }
    return FACTORY.buildGeometry(polygons);
  }

  private LinearRing toRing(int ring) {
    int start = ringStart(ring);
    int count = ringEnd(ring) - start;
    Coordinate[] closed = new Coordinate[count == 0 ? 0 : count + 1];
    for (int i = 0; i < closed.length; i++) {
      closed[i] = new Coordinate(x(start + i % count), y(start + i % count));
    }
    return FACTORY.createLinearRing(closed);
  }
}
