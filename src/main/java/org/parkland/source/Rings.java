package org.parkland.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;

/** Builds polygons from loose rings, as formats without nesting deliver them. */
final class Rings {
  private static final int MOST_NESTED = 2_000;

  private Rings() {}

  /**
   * Clockwise rings are shells, the others holes of the smallest shell around them. Where no ring is clockwise
   * all are shells: some programs write every ring the other way round. Open rings are closed.
   *
   * @return Polygon or MultiPolygon; null if no ring has three corners
   */
  static Geometry polygons(GeometryFactory factory, Coordinate[][] rings) {
    List<LinearRing> shells = new ArrayList<>();
    List<LinearRing> holes = new ArrayList<>();
    for (Coordinate[] points : rings) {
      Coordinate[] closed = closed(points);
      if (closed.length >= 4) {
        (Orientation.isCCWArea(closed) ? holes : shells).add(factory.createLinearRing(closed));
      }
    }
    if (shells.isEmpty()) {
      shells.addAll(holes);
      holes.clear();
    }
    return shells.isEmpty() ? null : assemble(factory, shells, holes);
  }

  /**
   * Rings whose direction says nothing: one inside an odd number of others is a hole. Open rings are closed.
   *
   * @return Polygon or MultiPolygon; null if no ring has three corners
   * @throws IllegalArgumentException if there are so many rings that telling them apart would not end
   */
  static Geometry nested(GeometryFactory factory, Coordinate[][] rings) {
    List<LinearRing> all = Arrays.stream(rings).map(Rings::closed).filter(each -> each.length >= 4)
        .map(factory::createLinearRing).toList();
    if (all.size() > MOST_NESTED) {
      throw new IllegalArgumentException("the plot has " + all.size() + " rings, more than " + MOST_NESTED);
    }
    List<LinearRing> shells = new ArrayList<>();
    List<LinearRing> holes = new ArrayList<>();
    for (LinearRing ring : all) {
      long around = all.stream().filter(each -> each != ring
          && each.getEnvelopeInternal().covers(ring.getEnvelopeInternal()) && isInside(ring, each)).count();
      (around % 2 == 0 ? shells : holes).add(ring);
    }
    if (shells.isEmpty()) {
      return holes.isEmpty() ? null : assemble(factory, holes, List.of());
    }
    return assemble(factory, shells, holes);
  }

  static Geometry lines(GeometryFactory factory, Coordinate[][] parts) {
    return factory.buildGeometry(Arrays.stream(parts).filter(each -> each.length > 1)
        .map(factory::createLineString).toList());
  }

  private static Geometry assemble(GeometryFactory factory, List<LinearRing> shells, List<LinearRing> holes) {
    List<List<LinearRing>> holesOf = new ArrayList<>();
    shells.forEach(shell -> holesOf.add(new ArrayList<>()));
    List<Geometry> polygons = new ArrayList<>();
    for (LinearRing hole : holes) {
      int shell = smallestAround(hole, shells);
      if (shell >= 0) {
        holesOf.get(shell).add(hole);
      } else {
        polygons.add(factory.createPolygon(hole));
      }
    }
    for (int i = 0; i < shells.size(); i++) {
      polygons.add(factory.createPolygon(shells.get(i), holesOf.get(i).toArray(LinearRing[]::new)));
    }
    return polygons.size() == 1
        ? polygons.get(0) : factory.createMultiPolygon(polygons.toArray(Polygon[]::new));
  }

  private static int smallestAround(LinearRing hole, List<LinearRing> shells) {
    if (shells.size() == 1) {
      return 0;
    }
    int best = -1;
    for (int i = 0; i < shells.size(); i++) {
      LinearRing shell = shells.get(i);
      boolean smaller = best < 0
          || shell.getEnvelopeInternal().getArea() < shells.get(best).getEnvelopeInternal().getArea();
      if (smaller && shell.getEnvelopeInternal().covers(hole.getEnvelopeInternal()) && isInside(hole, shell)) {
        best = i;
      }
    }
    return best;
  }

  /** A hole may touch its shell at a corner, so the first corner that is not on the shell decides. */
  private static boolean isInside(LinearRing hole, LinearRing shell) {
    Polygon area = shell.getFactory().createPolygon(shell);
    for (Coordinate corner : hole.getCoordinates()) {
      int location = SimplePointInAreaLocator.locate(corner, area);
      if (location != Location.BOUNDARY) {
        return location == Location.INTERIOR;
      }
    }
    return true;
  }

  private static Coordinate[] closed(Coordinate[] points) {
    if (points.length < 3 || points[0].equals2D(points[points.length - 1])) {
      return points;
    }
    Coordinate[] closed = Arrays.copyOf(points, points.length + 1);
    closed[points.length] = points[0].copy();
    return closed;
  }
}
