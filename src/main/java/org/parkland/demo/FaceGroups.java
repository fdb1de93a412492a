package org.parkland.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.coverage.CoverageUnion;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * Joins neighbouring faces of one label into one polygon, and gives slivers to the neighbour with
 * which they share the longest border. No vertex is added or lost.
 */
final class FaceGroups {
  private static final double THIN_M = 3;

  /** A directed border piece between two vertices; used for look-up only. */
  record Side(double ax, double ay, double bx, double by) {
    static Side of(Coordinate a, Coordinate b) {
      return new Side(a.x, a.y, b.x, b.y);
    }
  }

  /** Joined faces with their label. */
  record Group(String label, Polygon polygon) {}

  private final List<Polygon> faces;
  private final String[] labels;
  private final Map<Side, Integer> faceAt = new HashMap<>();
  private final int[] parent;

  FaceGroups(List<Polygon> faces, String[] labels) {
    this.faces = faces;
    this.labels = labels.clone();
    this.parent = new int[faces.size()];
    for (int f = 0; f < faces.size(); f++) {
      int face = f;
      forEachSide(faces.get(f), (a, b) -> faceAt.put(Side.of(a, b), face));
    }
  }

  private interface SideVisitor {
    void side(Coordinate a, Coordinate b);
  }

  private static void forEachSide(Polygon polygon, SideVisitor visitor) {
    for (int r = -1; r < polygon.getNumInteriorRing(); r++) {
      Coordinate[] ring = (r < 0 ? polygon.getExteriorRing() : polygon.getInteriorRingN(r))
          .getCoordinates();
      for (int i = 1; i < ring.length; i++) {
        visitor.side(ring[i - 1], ring[i]);
      }
    }
  }

  /** Groups after slivers below {@code blockM2} (blocks) or {@code stripM2} (strips) are given away. */
  List<Group> join(double blockM2, double stripM2) {
    for (int round = 0; round < 3; round++) {
      connect();
      giveAwaySlivers(blockM2, stripM2);
    }
    connect();
    return union();
  }

  private void connect() {
    Arrays.setAll(parent, i -> i);
    for (int f = 0; f < faces.size(); f++) {
      int face = f;
      forEachSide(faces.get(f), (a, b) -> {
        Integer other = faceAt.get(Side.of(b, a));
        if (other != null && oneGroup(labels[face], labels[other])) {
          parent[root(face)] = root(other);
        }
      });
    }
  }

  /** Block faces that touch are one block: what divides blocks is a strip of land, not a line. */
  private static boolean oneGroup(String one, String other) {
    return one.equals(other) || one.startsWith("B") && other.startsWith("B");
  }

  private int root(int face) {
    int r = face;
    while (parent[r] != r) {
      parent[r] = parent[parent[r]];
      r = parent[r];
    }
    return r;
  }

  private Map<Integer, List<Integer>> members() {
    Map<Integer, List<Integer>> members = new TreeMap<>();
    for (int f = 0; f < faces.size(); f++) {
      members.computeIfAbsent(root(f), k -> new ArrayList<>()).add(f);
    }
    return members;
  }

  private void giveAwaySlivers(double blockM2, double stripM2) {
    for (List<Integer> group : members().values()) {
      double area = 0;
      double perimeter = 0;
      for (int f : group) {
        area += faces.get(f).getArea();
        perimeter += faces.get(f).getLength();
      }
      boolean block = labels[group.get(0)].startsWith("B");
      if (area < (block ? blockM2 : stripM2) || block && 2 * area / perimeter < THIN_M) {
        String label = longestNeighbour(group);
        group.forEach(f -> labels[f] = label);
      }
    }
  }

  private String longestNeighbour(List<Integer> group) {
    Map<String, Double> shared = new TreeMap<>();
    String own = labels[group.get(0)];
    for (int f : group) {
      forEachSide(faces.get(f), (a, b) -> {
        Integer other = faceAt.get(Side.of(b, a));
        if (other != null && !labels[other].equals(own)) {
          shared.merge(labels[other], a.distance(b), Double::sum);
        }
      });
    }
    return shared.entrySet().stream().max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey).orElse(own);
  }

  private List<Group> union() {
    List<Group> groups = new ArrayList<>();
    for (List<Integer> group : members().values()) {
      String label = labels[group.get(0)];
      Geometry joined = group.size() == 1 ? faces.get(group.get(0)).copy()
          : CoverageUnion.union(group.stream().map(faces::get).toArray(Geometry[]::new));
      for (int i = 0; i < joined.getNumGeometries(); i++) {
        Polygon polygon = (Polygon) joined.getGeometryN(i);
        polygon.normalize();
        groups.add(new Group(label, polygon));
      }
    }
    groups.sort((a, b) -> a.polygon().compareTo(b.polygon()));
    return groups;
  }
}
