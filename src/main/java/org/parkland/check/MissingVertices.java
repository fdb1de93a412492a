package org.parkland.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.algorithm.Distance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.index.hprtree.HPRtree;
import org.parkland.land.Feature;

/** Finds vertices of a parcel that lie on an edge of its neighbour, which lacks them. */
final class MissingVertices {
  private record Spot(int row, Coordinate place) {}

  private final List<Feature> rows;
  private final FreeEdges edges;
  private final double near;
  private final double metresPerUnit;
  private final FindingBook book;
  private final HPRtree index = new HPRtree();
  private final Set<Spot> told = new HashSet<>();

  /**
   * @param nearM metres
   * @param metresPerUnit of the CRS
   */
  MissingVertices(List<Feature> rows, FreeEdges edges, double nearM, double metresPerUnit, FindingBook book) {
    this.rows = rows;
    this.edges = edges;
    this.near = nearM / metresPerUnit;
    this.metresPerUnit = metresPerUnit;
    this.book = book;
    for (int i = 0; i < edges.size(); i++) {
      index.insert(new Envelope(edges.x0(i), edges.x1(i), edges.y0(i), edges.y1(i)), i);
    }
  }

  void tell(Window window) {
    for (int i = 0; i < edges.size(); i++) {
      vertex(edges.row(i), new Coordinate(edges.x0(i), edges.y0(i)), window);
      vertex(edges.row(i), new Coordinate(edges.x1(i), edges.y1(i)), window);
    }
  }

  private void vertex(int row, Coordinate vertex, Window window) {
    if (!window.owns(vertex.x, vertex.y)) {
      return;
    }
    Envelope box = new Envelope(vertex);
    box.expandBy(near);
    for (Object each : index.query(box)) {
      int edge = (Integer) each;
      if (edges.row(edge) != row) {
        edge(edge, row, vertex);
      }
    }
  }

  private void edge(int edge, int row, Coordinate vertex) {
    Coordinate from = new Coordinate(edges.x0(edge), edges.y0(edge));
    Coordinate to = new Coordinate(edges.x1(edge), edges.y1(edge));
    double distance = Distance.pointToSegment(vertex, from, to);
    boolean between = vertex.distance(from) > near && vertex.distance(to) > near;
    if (distance <= near && between && told.add(new Spot(edges.row(edge), vertex))) {
      Feature lacking = rows.get(edges.row(edge));
      Feature having = rows.get(row);
      book.add("missing-vertex", lacking.row(), lacking.id(), distance * metresPerUnit,
          new GeometryFactory().createPoint(vertex), "other", having.id(), "otherRow", having.row());
    }
  }
}
