package org.parkland.source;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Turns numbered points into the shape of a plot. A ring ends where its number changes or where it comes back to its
 * first point, because some tools number all rings 1; whether a ring is a hole is decided by what lies around it.
 */
final class PlotShape {
  private static final GeometryFactory FACTORY = new GeometryFactory();
  private static final int SHORTEST_RING = 4;

  private PlotShape() {}

  /**
   * @param kind 面, 线 or 点; anything else counts as 面
   * @param northFirst whether x is the northing
   * @return null if no ring has three corners
   */
  static Geometry of(String kind, List<PlotText.Point> points, boolean northFirst) {
    if (kind.equals("点")) {
      Coordinate[] all = coordinates(points, northFirst);
      return all.length == 1 ? FACTORY.createPoint(all[0]) : FACTORY.createMultiPointFromCoords(all);
    }
    Coordinate[][] rings = rings(points, northFirst);
    return kind.equals("线") ? Rings.lines(FACTORY, rings) : Rings.nested(FACTORY, rings);
  }

  private static Coordinate[] coordinates(List<PlotText.Point> points, boolean northFirst) {
    return points.stream().map(each -> coordinate(each, northFirst)).toArray(Coordinate[]::new);
  }

  private static Coordinate coordinate(PlotText.Point point, boolean northFirst) {
    return northFirst ? new Coordinate(point.y(), point.x()) : new Coordinate(point.x(), point.y());
  }

  private static Coordinate[][] rings(List<PlotText.Point> points, boolean northFirst) {
    List<Coordinate[]> rings = new ArrayList<>();
    List<Coordinate> ring = new ArrayList<>();
    int number = points.get(0).ring();
    for (PlotText.Point point : points) {
      boolean closed = ring.size() >= SHORTEST_RING && ring.get(0).equals2D(ring.get(ring.size() - 1));
      if (closed || point.ring() != number) {
        rings.add(ring.toArray(Coordinate[]::new));
        ring.clear();
        number = point.ring();
      }
      ring.add(coordinate(point, northFirst));
    }
    rings.add(ring.toArray(Coordinate[]::new));
    return rings.toArray(Coordinate[][]::new);
  }
}
