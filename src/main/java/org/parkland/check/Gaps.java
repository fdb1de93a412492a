package org.parkland.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import org.parkland.geometry.AreaMeasure;
import org.parkland.geometry.MeanWidth;
import org.parkland.land.CheckLimits;
import org.parkland.land.Feature;

/** Finds land that parcels enclose and none of them covers. */
final class Gaps {
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final List<Feature> rows;
  private final STRtree index;
  private final AreaMeasure measure;
  private final CheckLimits.Gap limits;
  private final FindingBook book;

  /** @param index of the rows, by their place in the list */
  Gaps(List<Feature> rows, STRtree index, AreaMeasure measure, CheckLimits.Gap limits, FindingBook book) {
    this.rows = rows;
    this.index = index;
    this.measure = measure;
    this.limits = limits;
    this.book = book;
  }

  void tell(FreeEdges edges, Window window) {
    for (Polygon face : faces(edges)) {
      Envelope box = face.getEnvelopeInternal();
      if (window.owns(box) && window.seen().contains(box)) {
        face(face);
      }
    }
  }

  /** The faces between free edges: an edge that two parcels share lies inside of their common face. */
  private static List<Polygon> faces(FreeEdges edges) {
    LineString[] lines = new LineString[edges.size()];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = FACTORY.createLineString(new Coordinate[] {
        new Coordinate(edges.x0(i), edges.y0(i)), new Coordinate(edges.x1(i), edges.y1(i))});
    }
    if (lines.length == 0) {
      return List.of();
    }
    Polygonizer polygonizer = new Polygonizer();
    polygonizer.add(OverlayNGRobust.union(FACTORY.createMultiLineString(lines)));
    List<Polygon> faces = new ArrayList<>();
    for (Object each : (Collection<?>) polygonizer.getPolygons()) {
      faces.add((Polygon) each);
    }
    return faces;
  }

  private void face(Polygon face) {
    double areaM2 = measure.areaM2(face);
    if (areaM2 < limits.smallestM2() || isCovered(face.getInteriorPoint().getCoordinate())) {
      return;
    }
    Optional<Feature> beside = near(face.getEnvelopeInternal()).stream().map(rows::get)
        .filter(each -> each.geometry().intersects(face)).min(Comparator.comparingLong(Feature::row));
    long row = beside.map(Feature::row).orElse(0L);
    String id = beside.map(Feature::id).orElse(null);
    if (areaM2 <= limits.largestM2()) {
      book.add("gap", row, id, areaM2, face, "width", RowChecks.decimals(3, MeanWidth.of(face, areaM2)));
    } else {
      book.add("uncovered", row, id, areaM2, face);
    }
  }

  private boolean isCovered(Coordinate place) {
    return near(new Envelope(place)).stream().map(each -> rows.get(each).geometry())
        .anyMatch(each -> isIn(place, each));
  }

  private static boolean isIn(Coordinate place, Geometry shape) {
    return SimplePointInAreaLocator.locate(place, shape) != Location.EXTERIOR;
  }

  @SuppressWarnings("unchecked")
  private List<Integer> near(Envelope box) {
    return index.query(box);
  }
}
