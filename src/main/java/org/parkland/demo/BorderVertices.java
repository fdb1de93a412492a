package org.parkland.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.parkland.demo.FaceGroups.Side;
import org.parkland.demo.SplitMesh.Edge;

/**
 * The vertices which the division of a block has put on its border, so that the streets around
 * it, written later, can have the same. Roughly 100 bytes for each added vertex.
 */
final class BorderVertices {
  private final Map<Side, Coordinate[]> added = new HashMap<>();

  /**
   * Remembers what lies between the corners of a block.
   *
   * @param corners the block's ring before division, closed, in the direction of the mesh
   */
  void remember(SplitMesh mesh, Coordinate[] corners) {
    Edge edge = mesh.border();
    for (int i = 1; i < corners.length; i++) {
      Coordinate to = corners[i];
      List<Coordinate> between = new ArrayList<>(2);
      edge = edge.borderNext;
      while (edge.x != to.x || edge.y != to.y) {
        between.add(new Coordinate(edge.x, edge.y));
        edge = edge.borderNext;
      }
      if (!between.isEmpty()) {
        added.put(Side.of(corners[i - 1], to), between.toArray(new Coordinate[0]));
      }
    }
  }

  /**
   * The polygon with all vertices its neighbours have on the common border.
   *
   * @param polygon with the shell clockwise, as {@code normalize} leaves it
   */
  Polygon completed(Polygon polygon, GeometryFactory factory) {
    LinearRing shell = completed(polygon.getExteriorRing(), factory);
    LinearRing[] holes = new LinearRing[polygon.getNumInteriorRing()];
    for (int i = 0; i < holes.length; i++) {
      holes[i] = completed(polygon.getInteriorRingN(i), factory);
    }
    return factory.createPolygon(shell, holes);
  }

  private LinearRing completed(LinearRing ring, GeometryFactory factory) {
    Coordinate[] corners = ring.getCoordinates();
    List<Coordinate> out = new ArrayList<>(corners.length);
    out.add(corners[0]);
    for (int i = 1; i < corners.length; i++) {
      // Strips are wound clockwise, blocks counter-clockwise: both run the same way here.
      Coordinate[] between = added.get(Side.of(corners[i - 1], corners[i]));
      if (between != null) {
        out.addAll(List.of(between));
      }
      out.add(corners[i]);
    }
    return factory.createLinearRing(out.toArray(new Coordinate[0]));
  }
}
