package org.parkland.demo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.parkland.demo.SplitMesh.Edge;

/**
 * Divides the lots of one block into parcels. Vertices that a later lot puts on the border of an
 * earlier one appear in both, so rings are read only after the whole block is divided.
 */
final class BlockParcels {
  /** Share of neighbouring pairs that were merged or split between 2020 and 2025. */
  private static final double PAIR_CHANGE_SHARE = 0.012;

  /** What happened to two neighbours between 2020 and 2025. */
  enum Change { NONE, MERGED, SPLIT }

  /** One or, for a pair that changed, two neighbouring pieces of a lot. */
  record Piece(Lot lot, int ordinal, Edge first, Edge second, Change change) {}

  final List<Piece> pieces = new ArrayList<>();
  private int faces;

  BlockParcels(Lots.Block block, long seed) {
    for (Lot lot : block.lots()) {
      divide(block.mesh(), lot, new Dice(seed, 0xB10C, lot.number));
    }
    for (Piece piece : pieces) {
      number(piece.first());
      if (piece.second() != null) {
        number(piece.second());
      }
    }
  }

  private void divide(SplitMesh mesh, Lot lot, Dice dice) {
    int before = pieces.size();
    Subdivision subdivision = new Subdivision(mesh, dice, manner(lot));
    subdivision.run(lot.face, lot.parcels, new Subdivision.Pieces() {
      @Override
      public void piece(Edge face) {
        pieces.add(new Piece(lot, pieces.size() - before, face, null, Change.NONE));
      }

      @Override
      public void pair(Edge first, Edge second) {
        boolean stable = lot.state != Lot.State.NONE && lot.state != Lot.State.DONE;
        if (!stable && dice.chance(PAIR_CHANGE_SHARE)) {
          pieces.add(new Piece(lot, pieces.size() - before, first, second,
              dice.chance(0.5) ? Change.MERGED : Change.SPLIT));
        } else {
          piece(first);
          piece(second);
        }
      }
    });
  }

  private static Subdivision.Manner manner(Lot lot) {
    double sizeM = Math.sqrt(lot.areaM2 / lot.parcels);
    double snapM = Math.min(4, sizeM * 0.05);
    return lot.in2025.built() ? new Subdivision.Manner(0.07, 0.05, snapM)
        : new Subdivision.Manner(0.10, 0.16, snapM);
  }

  private void number(Edge face) {
    int number = faces++;
    Edge e = face;
    do {
      e.piece = number;
      e = e.next;
    } while (e != face);
  }

  /** Ring of two neighbouring pieces taken together, closed. */
  static Coordinate[] joinedRing(Edge first, Edge second) {
    Edge start = first;
    while (isBetween(start, first, second)) {
      start = start.next;
    }
    List<Coordinate> ring = new ArrayList<>();
    Edge e = start;
    do {
      ring.add(new Coordinate(e.x, e.y));
      e = e.next;
      while (isBetween(e, first, second)) {
        e = e.twin.next;
      }
    } while (e != start);
    ring.add(ring.get(0).copy());
    return ring.toArray(new Coordinate[0]);
  }

  private static boolean isBetween(Edge e, Edge first, Edge second) {
    return e.twin != null && e.twin.piece == (e.piece == first.piece ? second.piece : first.piece);
  }

  /** Whether two pieces have an edge in common. */
  static boolean neighbours(Edge one, Edge other) {
    Edge e = one;
    do {
      if (e.twin != null && e.twin.piece == other.piece) {
        return true;
      }
      e = e.next;
    } while (e != one);
    return false;
  }
}
