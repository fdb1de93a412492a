package org.parkland.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * The faces which lines leave between them. Lines are noded on the 1 mm grid (snap rounding), so
 * neighbouring faces share every vertex and there is neither gap nor overlap.
 */
final class Arrangement {
  private static final PrecisionModel MILLIMETRES = new PrecisionModel(1000);

  private Arrangement() {}

  /** All bounded faces, in an order that depends on their shape only. */
  static List<Polygon> faces(List<Coordinate[]> lines, GeometryFactory factory) {
    List<Geometry> strings = new ArrayList<>();
    for (Coordinate[] line : lines) {
      strings.add(factory.createLineString(line));
    }
    Geometry noded = UnaryUnionNG.union(strings, factory, MILLIMETRES);
    Polygonizer polygonizer = new Polygonizer();
    polygonizer.add(noded);
    List<Polygon> faces = new ArrayList<>();
    for (Object face : polygonizer.getPolygons()) {
      Polygon polygon = (Polygon) face;
      polygon.normalize();
      faces.add(polygon);
    }
    Collections.sort(faces);
    return faces;
  }
}
