package org.parkland.demo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * A polygon that is cut into ever smaller faces by chords. The faces are kept as half-edges with
 * twins: a vertex put on an edge appears in both neighbours at once, so the pieces always share
 * all vertices, and the vertices added on the outer border can be asked for.
 */
final class SplitMesh {

  /** A directed edge of one face, the face lying to its left. */
  static final class Edge {
    final double x;
    final double y;
    Edge next;
    /** The same edge in the neighbouring face; null on the outer border. */
    Edge twin;
    /** The following edge along the outer border, for border edges. */
    Edge borderNext;
    /** Number of the piece to the left, set by {@link Subdivision}. */
    int piece = -1;

    Edge(double x, double y) {
      this.x = x;
      this.y = y;
    }
  }

  private final Edge border;

  /** @param ring counter-clockwise, first point repeated at the end */
  SplitMesh(Coordinate[] ring) {
    Edge first = new Edge(ring[0].x, ring[0].y);
    Edge last = first;
    for (int i = 1; i < ring.length - 1; i++) {
      Edge edge = new Edge(ring[i].x, ring[i].y);
      last.next = edge;
      last.borderNext = edge;
      last = edge;
    }
    last.next = first;
    last.borderNext = first;
    border = first;
  }

  /** First edge of the outer border; it also belongs to the first face. */
  Edge border() {
    return border;
  }

  static double areaOf(Edge face) {
    double sum = 0;
    double x0 = face.x;
    double y0 = face.y;
    Edge e = face;
    do {
      sum += (e.x - x0) * (e.next.y - y0) - (e.next.x - x0) * (e.y - y0);
      e = e.next;
    } while (e != face);
    return sum / 2;
  }

  static int sizeOf(Edge face) {
    int n = 0;
    Edge e = face;
    do {
      n++;
      e = e.next;
    } while (e != face);
    return n;
  }

  /** The ring of a face, closed. */
  static Coordinate[] ringOf(Edge face) {
    Coordinate[] ring = new Coordinate[sizeOf(face) + 1];
    Edge e = face;
    for (int i = 0; i < ring.length; i++, e = e.next) {
      ring[i] = new Coordinate(e.x, e.y);
    }
    return ring;
  }

  /** Where a cutting line meets the face. */
  private record Crossing(Edge edge, double along, double alongEdge) {}

  /**
   * Cuts a face by the line of all points p with p·(nx, ny) = position.
   *
   * @param snapM a crossing nearer than this to a vertex is moved onto it
   * @param bow sideways bend of the chord as a share of its length, 0 for straight
   * @return one edge of each of the two new faces, or null when the cut is not possible
   */
  Edge[] cut(Edge face, double nx, double ny, double position, double snapM, double bow) {
    List<Crossing> crossings = crossings(face, nx, ny, position);
    if (crossings.size() < 2) {
      return null;
    }
    crossings.sort((a, b) -> Double.compare(a.along(), b.along()));
    int pair = crossings.size() == 2 ? 0 : bestPair(face, crossings);
    return connect(face, crossings.get(pair), crossings.get(pair + 1), snapM, bow);
  }

  private static List<Crossing> crossings(Edge face, double nx, double ny, double position) {
    List<Crossing> found = new ArrayList<>(4);
    Edge e = face;
    do {
      double a = e.x * nx + e.y * ny - position;
      double b = e.next.x * nx + e.next.y * ny - position;
      if (a < 0 != b < 0) {
        double t = a / (a - b);
        double x = e.x + (e.next.x - e.x) * t;
        double y = e.y + (e.next.y - e.y) * t;
        found.add(new Crossing(e, y * nx - x * ny, t));
      }
      e = e.next;
    } while (e != face);
    return found;
  }

  /** Of several chords through a bent face, the one that cuts off most. */
  private static int bestPair(Edge face, List<Crossing> crossings) {
    double whole = areaOf(face);
    double best = -1;
    int pair = 0;
    for (int i = 0; i + 1 < crossings.size(); i += 2) {
      double part = areaBetween(crossings.get(i), crossings.get(i + 1));
      double smaller = Math.min(part, whole - part);
      if (smaller > best) {
        best = smaller;
        pair = i;
      }
    }
    return pair;
  }

  private static double areaBetween(Crossing from, Crossing to) {
    double x0 = from.edge().x;
    double y0 = from.edge().y;
    double sum = 0;
    for (Edge e = from.edge().next; e != to.edge(); e = e.next) {
      sum += (e.x - x0) * (e.next.y - y0) - (e.next.x - x0) * (e.y - y0);
    }
    return sum / 2;
  }

  private Edge[] connect(Edge face, Crossing one, Crossing two, double snapM, double bow) {
    Edge a = snapped(one, snapM);
    Edge b = snapped(two, snapM);
    boolean moved = a != null || b != null;
    if (a != null && (a == b || a.next == b || b != null && b.next == a)
        || a != null && b == null && (two.edge() == a || two.edge().next == a)
        || b != null && a == null && (one.edge() == b || one.edge().next == b)) {
      return null;
    }
    Coordinate from = a != null ? new Coordinate(a.x, a.y) : pointAt(one);
    Coordinate to = b != null ? new Coordinate(b.x, b.y) : pointAt(two);
    if (from.distance(to) < 0.05) {
      return null;
    }
    Coordinate[] chord = chord(from, to, bow);
    if (chord.length > 2 && hitsFace(face, chord, one.edge(), two.edge())) {
      chord = new Coordinate[] {from, to};
    }
    if (moved && hitsFace(face, chord, one.edge(), two.edge())) {
      return null;
    }
    return insertChord(a != null ? a : splitEdge(one.edge(), from),
        b != null ? b : splitEdge(two.edge(), to), chord);
  }

  /** The edge that begins at the vertex next to a crossing, or null when none is near. */
  private static Edge snapped(Crossing crossing, double snapM) {
    Edge e = crossing.edge();
    double dx = e.next.x - e.x;
    double dy = e.next.y - e.y;
    double length = Math.sqrt(dx * dx + dy * dy);
    double fromStart = length * crossing.alongEdge();
    double snap = Math.max(snapM, 0.003);
    if (fromStart < snap && fromStart <= length / 2) {
      return e;
    }
    return length - fromStart < snap ? e.next : null;
  }

  private static Coordinate pointAt(Crossing crossing) {
    Edge e = crossing.edge();
    double t = crossing.alongEdge();
    return Curve.rounded(
        new Coordinate(e.x + (e.next.x - e.x) * t, e.y + (e.next.y - e.y) * t));
  }

  private static Coordinate[] chord(Coordinate from, Coordinate to, double bow) {
    double length = from.distance(to);
    int steps = bow == 0 ? 1 : (int) Math.max(2, Math.round(length / 55));
    Coordinate[] chord = new Coordinate[steps + 1];
    for (int i = 0; i <= steps; i++) {
      double t = (double) i / steps;
      double side = 4 * bow * t * (1 - t);
      chord[i] = Curve.rounded(new Coordinate(
          from.x + (to.x - from.x) * t - (to.y - from.y) * side,
          from.y + (to.y - from.y) * t + (to.x - from.x) * side));
    }
    return chord;
  }

  private static boolean hitsFace(Edge face, Coordinate[] chord, Edge one, Edge two) {
    Coordinate from = chord[0];
    Coordinate to = chord[chord.length - 1];
    Edge e = face;
    do {
      if (e != one && e != two && !touches(e, from) && !touches(e, to)) {
        for (int i = 1; i < chord.length; i++) {
          if (cross(e, chord[i - 1], chord[i])) {
            return true;
          }
        }
      }
      e = e.next;
    } while (e != face);
    return false;
  }

  private static boolean touches(Edge e, Coordinate c) {
    return e.x == c.x && e.y == c.y || e.next.x == c.x && e.next.y == c.y;
  }

  private static boolean cross(Edge e, Coordinate a, Coordinate b) {
    return side(a, b, e.x, e.y) * side(a, b, e.next.x, e.next.y) <= 0
        && side(e.x, e.y, e.next.x, e.next.y, a) * side(e.x, e.y, e.next.x, e.next.y, b) <= 0;
  }

  private static double side(Coordinate a, Coordinate b, double x, double y) {
    return (b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x);
  }

  private static double side(double ax, double ay, double bx, double by, Coordinate p) {
    return (bx - ax) * (p.y - ay) - (by - ay) * (p.x - ax);
  }

  /** Puts a vertex on an edge and its twin; returns the second half of the edge. */
  private static Edge splitEdge(Edge e, Coordinate at) {
    Edge rest = new Edge(at.x, at.y);
    rest.next = e.next;
    rest.piece = e.piece;
    e.next = rest;
    if (e.twin == null) {
      rest.borderNext = e.borderNext;
      e.borderNext = rest;
    } else {
      Edge twin = e.twin;
      Edge twinRest = new Edge(at.x, at.y);
      twinRest.next = twin.next;
      twinRest.piece = twin.piece;
      twin.next = twinRest;
      e.twin = twinRest;
      twinRest.twin = e;
      rest.twin = twin;
      twin.twin = rest;
    }
    return rest;
  }

  private static Edge[] insertChord(Edge a, Edge b, Coordinate[] chord) {
    Edge beforeA = before(a);
    Edge beforeB = before(b);
    int last = chord.length - 1;
    Edge there = beforeA;
    Edge back = a;
    for (int i = 0; i < last; i++) {
      Edge forward = new Edge(chord[i].x, chord[i].y);
      Edge backward = new Edge(chord[i + 1].x, chord[i + 1].y);
      forward.twin = backward;
      backward.twin = forward;
      there.next = forward;
      backward.next = back;
      there = forward;
      back = backward;
    }
    there.next = b;
    beforeB.next = back;
    return new Edge[] {a, b};
  }

  private static Edge before(Edge edge) {
    Edge e = edge;
    while (e.next != edge) {
      e = e.next;
    }
    return e;
  }
}
