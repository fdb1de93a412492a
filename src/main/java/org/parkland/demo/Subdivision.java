package org.parkland.demo;

import java.util.List;
import org.parkland.demo.SplitMesh.Edge;

/**
 * Cuts a face into a wished number of pieces, again and again across its longer axis, with some
 * unevenness in place and angle, as inherited land is.
 */
final class Subdivision {
  private static final int MOST_EDGES_FOR_NEW_AXIS = 64;
  private static final double NEARLY_SQUARE = 1.25;

  /** How uneven the pieces become: shift as a share of the length, turn as a tangent. */
  record Manner(double shift, double turn, double snapM) {}

  /** Two pieces that came from one cut, and may have been one piece in another year. */
  interface Pieces {
    void piece(Edge face);

    void pair(Edge first, Edge second);
  }

  private final SplitMesh mesh;
  private final Dice dice;
  private final Manner manner;

  Subdivision(SplitMesh mesh, Dice dice, Manner manner) {
    this.mesh = mesh;
    this.dice = dice;
    this.manner = manner;
  }

  /** Cuts {@code face} into about {@code count} pieces and hands each of them out. */
  void run(Edge face, int count, Pieces out) {
    divide(face, count, Axis.of(face), out);
  }

  /** Same, collecting the faces in a list. */
  void run(Edge face, int count, List<Edge> out) {
    run(face, count, new Pieces() {
      @Override
      public void piece(Edge piece) {
        out.add(piece);
      }

      @Override
      public void pair(Edge first, Edge second) {
        out.add(first);
        out.add(second);
      }
    });
  }

  private void divide(Edge face, int count, Axis inherited, Pieces out) {
    if (count <= 1) {
      out.piece(face);
      return;
    }
    Axis axis = count > 3 && SplitMesh.sizeOf(face) <= MOST_EDGES_FOR_NEW_AXIS
        ? Axis.of(face) : inherited.around(face);
    int wanted = wantedOnOneSide(count);
    Edge[] parts = tryCuts(face, axis, (double) wanted / count);
    if (parts == null) {
      out.piece(face);
      return;
    }
    if (count == 2) {
      out.pair(parts[0], parts[1]);
      return;
    }
    double first = Math.abs(SplitMesh.areaOf(parts[0]));
    double second = Math.abs(SplitMesh.areaOf(parts[1]));
    long share = Math.round(count * first / (first + second));
    int firstCount = (int) Math.max(1, Math.min(count - 1, share));
    divide(parts[0], firstCount, axis, out);
    divide(parts[1], count - firstCount, axis, out);
  }

  private int wantedOnOneSide(int count) {
    int wanted = (int) Math.round(count * dice.between(0.4, 0.6));
    return Math.max(1, Math.min(count - 1, wanted));
  }

  private Edge[] tryCuts(Edge face, Axis axis, double share) {
    boolean across = axis.ratio() < NEARLY_SQUARE && dice.chance(0.4);
    for (int attempt = 0; attempt < 5; attempt++) {
      boolean other = across ^ attempt >= 3;
      double ux = other ? -axis.uy() : axis.ux();
      double uy = other ? axis.ux() : axis.uy();
      double low = other ? axis.crossLow() : axis.low();
      double high = other ? axis.crossHigh() : axis.high();
      double turn = attempt == 0 ? manner.turn() * dice.between(-1, 1) : 0;
      double at = share + manner.shift() * dice.between(-1, 1);
      Edge[] parts = cutTurned(face, ux, uy, low + (high - low) * at,
          middle(axis, other), turn, Math.min(manner.snapM(), (high - low) * 0.05));
      if (parts != null) {
        return parts;
      }
    }
    return null;
  }

  private static double middle(Axis axis, boolean other) {
    return other ? -(axis.low() + axis.high()) / 2 : (axis.crossLow() + axis.crossHigh()) / 2;
  }

  /** Turns the cutting line about the point where it meets the axis. */
  private Edge[] cutTurned(Edge face, double ux, double uy, double position, double cross,
      double turn, double snapM) {
    double px = ux * position - uy * cross;
    double py = uy * position + ux * cross;
    double length = Math.sqrt(1 + turn * turn);
    double nx = (ux - turn * uy) / length;
    double ny = (uy + turn * ux) / length;
    return mesh.cut(face, nx, ny, px * nx + py * ny, snapM, 0);
  }

  /** The longer direction of a face with its extents along and across, in metres. */
  record Axis(double ux, double uy, double low, double high, double crossLow, double crossHigh) {

    /** Of all boxes along an edge of the face, the smallest. */
    static Axis of(Edge face) {
      Axis best = null;
      Edge e = face;
      do {
        double dx = e.next.x - e.x;
        double dy = e.next.y - e.y;
        double length = Math.sqrt(dx * dx + dy * dy);
        if (length > 0.01) {
          Axis axis = measured(face, dx / length, dy / length);
          best = best == null || axis.box() < best.box() ? axis : best;
        }
        e = e.next;
      } while (e != face);
      return best == null ? measured(face, 1, 0) : best;
    }

    Axis around(Edge face) {
      return measured(face, ux, uy);
    }

    private static Axis measured(Edge face, double ux, double uy) {
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      double crossLow = low;
      double crossHigh = high;
      Edge e = face;
      do {
        double along = e.x * ux + e.y * uy;
        double cross = e.y * ux - e.x * uy;
        low = Math.min(low, along);
        high = Math.max(high, along);
        crossLow = Math.min(crossLow, cross);
        crossHigh = Math.max(crossHigh, cross);
        e = e.next;
      } while (e != face);
      return high - low >= crossHigh - crossLow
          ? new Axis(ux, uy, low, high, crossLow, crossHigh)
          : new Axis(-uy, ux, crossLow, crossHigh, -high, -low);
    }

    double box() {
      return (high - low) * (crossHigh - crossLow);
    }

    double ratio() {
      return (high - low) / Math.max(crossHigh - crossLow, 0.01);
    }
  }
}
