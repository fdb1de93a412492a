package org.parkland.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.parkland.demo.FaceGroups.Side;

/** Joins chosen blocks and the streets between them to areas, for lines that follow streets. */
final class BlockUnion {
  private final Skeleton skeleton;
  private final Map<Side, Integer> blockAt = new HashMap<>();

  BlockUnion(Skeleton skeleton) {
    this.skeleton = skeleton;
    for (int b = 0; b < skeleton.blocks.size(); b++) {
      Coordinate[] ring = skeleton.blocks.get(b).getExteriorRing().getCoordinates();
      for (int i = 1; i < ring.length; i++) {
        blockAt.put(Side.of(ring[i - 1], ring[i]), b);
      }
    }
  }

  /** Connected areas of at least {@code smallestM2}, in the order of their shape. */
  List<Polygon> of(IntPredicate chosen, double smallestM2) {
    List<Geometry> members = new ArrayList<>();
    for (int b = 0; b < skeleton.blocks.size(); b++) {
      if (chosen.test(b)) {
        members.add(skeleton.blocks.get(b));
      }
    }
    for (Skeleton.Strip strip : skeleton.strips) {
      boolean minor = strip.corridor() == null
          || strip.corridor().kind.ordinal() > JianghaiFacts.Kind.RIVER.ordinal();
      if (minor && shareBetween(strip.polygon(), chosen) > 0.6) {
        members.add(strip.polygon());
      }
    }
    return parts(members, smallestM2);
  }

  /** Share of a strip's block-side border that lies on chosen blocks. */
  private double shareBetween(Polygon strip, IntPredicate chosen) {
    double all = 0;
    double on = 0;
    Coordinate[] ring = strip.getExteriorRing().getCoordinates();
    for (int i = 1; i < ring.length; i++) {
      Integer block = blockAt.get(Side.of(ring[i], ring[i - 1]));
      if (block != null) {
        double length = ring[i].distance(ring[i - 1]);
        all += length;
        on += chosen.test(block) ? length : 0;
      }
    }
    return all == 0 ? 0 : on / all;
  }

  private static List<Polygon> parts(List<Geometry> members, double smallestM2) {
    if (members.isEmpty()) {
      return List.of();
    }
    Geometry joined = CoverageUnion.union(members.toArray(new Geometry[0]));
    List<Polygon> parts = new ArrayList<>();
    for (int i = 0; i < joined.getNumGeometries(); i++) {
      Polygon part = (Polygon) joined.getGeometryN(i);
      part.normalize();
      if (part.getArea() >= smallestM2) {
        parts.add(part);
      }
    }
    parts.sort(Geometry::compareTo);
    return parts;
  }
}
