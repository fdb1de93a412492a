package org.parkland.scenario;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.LinearComponentExtracter;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.polygonize.Polygonizer;
import org.parkland.BadInput;
import org.parkland.geometry.Repair;
import org.parkland.land.Parcel;

/**
 * Divides a parcel along a line. Boundary and line are noded together and the faces inside the parcel are its parts:
 * they share the line's vertices, so nothing is lost or claimed twice between them.
 */
record Splitter(Ground ground, LaidLand land) {
  /** Pieces and parcel may differ by the edges' rounding: a share of the parcel, or m², whichever is larger. */
  private static final double RELATIVE = 1e-6;
  private static final double ABSOLUTE_M2 = 0.001;

  Step split(Change.Split change) {
    Parcel parcel = land.require(change.parcel());
    String subject = "parcel " + parcel.id();
    Geometry line = ground.fromDrawn().apply(change.line());
    if (line.getDimension() != 1 || !line.intersects(parcel.geometry())) {
      throw new BadInput(subject, "is not met by the line", "draw the line across the parcel, from outside to outside");
    }
    List<Geometry> parts = parts(Repair.of(parcel.geometry()).geometry(), line);
    if (parts.size() < 2) {
      throw new BadInput(subject, "is not divided: the line does not cross it from edge to edge",
          "begin and end the line outside of the parcel");
    }
    return step(change, parcel, parts);
  }

  private Step step(Change change, Parcel parcel, List<Geometry> parts) {
    double beforeM2 = ground.measure().areaM2(parcel.geometry());
    double afterM2 = 0;
    List<Parcel> after = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Geometry part : parts) {
      double partM2 = ground.measure().areaM2(part);
      if (partM2 < ground.smallestM2()) {
        throw new BadInput("parcel " + parcel.id(), "would lose a sliver of " + partM2 + " m²",
            "draw the line farther from the edge; parts begin at " + ground.smallestM2() + " m²");
      }
      afterM2 += partM2;
      String id = land.unused(parcel.id() + "/" + (after.size() + 1), names);
      names.add(id);
      after.add(new Parcel(id, parcel.landUse(), parcel.newIndustry(), parcel.settlement(), part));
    }
    if (Math.abs(afterM2 - beforeM2) > Math.max(ABSOLUTE_M2, RELATIVE * beforeM2)) {
      throw new BadInput("parcel " + parcel.id(), "of " + beforeM2 + " m² would be divided into " + afterM2 + " m²",
          "its outline cannot be divided so; draw another line");
    }
    return Step.of(change, new Edit(ground.state(), List.of(parcel), after), beforeM2, afterM2, parcel.landUse());
  }

  /** From west to east; parts of the parcel that the line does not touch stay with the largest. */
  private List<Geometry> parts(Geometry shape, Geometry line) {
    List<Geometry> parts = new ArrayList<>();
    List<Polygon> untouched = new ArrayList<>();
    for (Object each : PolygonExtracter.getPolygons(shape)) {
      List<Geometry> faces = faces((Polygon) each, line);
      if (faces.size() > 1) {
        parts.addAll(faces);
      } else {
        untouched.add((Polygon) each);
      }
    }
    parts.sort(Comparator.comparingDouble((Geometry each) -> each.getEnvelopeInternal().getMinX())
        .thenComparingDouble(each -> each.getEnvelopeInternal().getMinY())
        .thenComparingDouble(Geometry::getArea));
    if (!parts.isEmpty() && !untouched.isEmpty()) {
      join(parts, untouched);
    }
    return parts;
  }

  private static void join(List<Geometry> parts, List<Polygon> untouched) {
    Geometry largest = parts.stream().max(Comparator.comparingDouble(Geometry::getArea)).orElseThrow();
    List<Polygon> all = new ArrayList<>(untouched);
    all.add((Polygon) largest);
    parts.set(parts.indexOf(largest), largest.getFactory().createMultiPolygon(all.toArray(Polygon[]::new)));
  }

  private static List<Geometry> faces(Polygon polygon, Geometry line) {
    Polygonizer polygonizer = new Polygonizer();
    polygonizer.add(LinearComponentExtracter.getLines(
        OverlayNGRobust.overlay(polygon.getBoundary(), line, OverlayNG.UNION)));
    List<Geometry> faces = new ArrayList<>();
    for (Object each : polygonizer.getPolygons()) {
      Geometry face = (Geometry) each;
      Point inside = face.getInteriorPoint();
      if (polygon.contains(inside)) {
        faces.add(face);
      }
    }
    return faces;
  }
}
