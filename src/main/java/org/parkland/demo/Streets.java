package org.parkland.demo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.algorithm.Orientation;
import org.parkland.demo.SplitMesh.Edge;
import org.parkland.demo.Subdivision.Axis;

/**
 * Lays streets into the land between the main roads and rivers: each superblock is cut across its
 * longer side by a gently bent street, and its parts again, until the blocks have the size of
 * their neighbourhood. Streets therefore follow the main lines around them and end in T junctions.
 */
final class Streets {
  private static final double MAIN_STREET_FROM_HA = 45;
  private static final double SIDE_STREET_FROM_HA = 14;
  private static final double DITCH_SHARE = 0.4;

  private final Neighbourhood neighbourhood;
  private final double blockScale;
  private final double cutEveryM;
  private final List<Corridor> streets = new ArrayList<>();
  private int named;

  /** @param blockScale blocks are this much larger than usual */
  Streets(Neighbourhood neighbourhood, double blockScale, double cutEveryM) {
    this.neighbourhood = neighbourhood;
    this.blockScale = blockScale;
    this.cutEveryM = cutEveryM;
  }

  List<Corridor> all() {
    return streets;
  }

  void layInto(Polygon superblock, Dice dice) {
    Coordinate[] ring = superblock.getExteriorRing().getCoordinates();
    if (!Orientation.isCCW(ring)) {
      ring = superblock.getExteriorRing().reverse().getCoordinates();
    }
    SplitMesh mesh = new SplitMesh(ring);
    divide(mesh, mesh.border(), dice);
  }

  private void divide(SplitMesh mesh, Edge face, Dice dice) {
    double areaHa = SplitMesh.areaOf(face) / 10_000;
    Axis axis = Axis.of(face);
    double[] middle = middleOf(face);
    Neighbourhood.Kind kind = neighbourhood.at(middle[0], middle[1]);
    double limitHa = kind.blockHa * blockScale * dice.between(0.75, 1.55);
    boolean slender = axis.ratio() > 4.5 && areaHa > limitHa / 3;
    if (areaHa < limitHa && !slender) {
      return;
    }
    for (int attempt = 0; attempt < 4; attempt++) {
      Edge[] parts = tryStreet(mesh, face, axis, kind, areaHa, dice);
      if (parts != null) {
        divide(mesh, parts[0], dice);
        divide(mesh, parts[1], dice);
        return;
      }
    }
  }

  private Edge[] tryStreet(SplitMesh mesh, Edge face, Axis axis, Neighbourhood.Kind kind,
      double areaHa, Dice dice) {
    double turn = dice.between(-1, 1) * (kind.rural ? 0.16 : 0.09);
    double length = Math.sqrt(1 + turn * turn);
    double nx = (axis.ux() - turn * axis.uy()) / length;
    double ny = (axis.uy() + turn * axis.ux()) / length;
    double along = axis.low() + (axis.high() - axis.low()) * dice.between(0.36, 0.64);
    double across = (axis.crossLow() + axis.crossHigh()) / 2;
    double position = (axis.ux() * along - axis.uy() * across) * nx
        + (axis.uy() * along + axis.ux() * across) * ny;
    double bow = dice.between(-0.07, 0.07);
    Edge[] parts = mesh.cut(face, nx, ny, position, 9, bow);
    if (parts != null) {
      addStreet(chordOf(parts), kind, areaHa, dice);
    }
    return parts;
  }

  /** The new chord runs from where the second face begins back to the first. */
  private static Coordinate[] chordOf(Edge[] parts) {
    List<Coordinate> line = new ArrayList<>();
    // Walk the chord backwards from the first face's beginning until the second face's.
    List<Edge> ring = new ArrayList<>();
    Edge walk = parts[0];
    do {
      ring.add(walk);
      walk = walk.next;
    } while (walk != parts[0]);
    line.add(new Coordinate(parts[0].x, parts[0].y));
    for (int i = ring.size() - 1; i >= 0; i--) {
      Edge edge = ring.get(i);
      line.add(new Coordinate(edge.x, edge.y));
      if (edge.x == parts[1].x && edge.y == parts[1].y) {
        break;
      }
    }
    return line.toArray(new Coordinate[0]);
  }

  private void addStreet(
      Coordinate[] chord, Neighbourhood.Kind kind, double areaHa, Dice dice) {
    double widthM = kind.streetM * (areaHa > MAIN_STREET_FROM_HA * blockScale ? 1.7
        : areaHa > SIDE_STREET_FROM_HA * blockScale ? 1.25 : 1);
    JianghaiFacts.Kind use = JianghaiFacts.Kind.STREET;
    if (kind.rural) {
      use = dice.chance(DITCH_SHARE) ? JianghaiFacts.Kind.DITCH : JianghaiFacts.Kind.FARM_ROAD;
      widthM = use == JianghaiFacts.Kind.DITCH ? dice.between(7, 15) : dice.between(5, 8);
    }
    Coordinate[] line = Curve.extended(chord, widthM / 2 + 4);
    for (int i = 0; i < line.length; i++) {
      line[i] = Curve.rounded(line[i]);
    }
    streets.add(new Corridor(streetName(dice), use, widthM, line, cutEveryM));
  }

  private String streetName(Dice dice) {
    return "示例" + dice.pick("安", "和", "兴", "永", "清", "明", "南", "东", "乐", "新", "华", "康")
        + dice.pick("宁", "泰", "盛", "平", "源", "达", "景", "丰", "塘", "桥", "冲", "围")
        + dice.pick("路", "街", "路", "中路", "一路", "二路") + (++named > 900 ? named + "号路" : "");
  }

  private static double[] middleOf(Edge face) {
    double x = 0;
    double y = 0;
    int n = 0;
    Edge e = face;
    do {
      x += e.x;
      y += e.y;
      n++;
      e = e.next;
    } while (e != face);
    return new double[] {x / n, y / n};
  }
}
