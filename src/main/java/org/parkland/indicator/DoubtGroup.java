package org.parkland.indicator;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.PriorityQueue;
import org.parkland.land.Doubt;
import org.parkland.land.Doubt.Cause;
import org.parkland.land.Doubt.Reading;
import org.parkland.land.ExactSum;

/**
 * Pieces of one unit that are in doubt for the same cause and can be read in the same ways. The largest are kept
 * by name, the others as a sum: for the interval that is the same, since whatever reading is extreme for one is
 * extreme for all.
 */
class DoubtGroup implements Serializable {
  private static final long serialVersionUID = 1L;

  /** How many are named per group; a planner reads from the top. */
  static final int NAMED = 200;

  /**
   * What the pieces of a group have in common.
   *
   * @param perM2 the readings of one square metre
   * @param kind of pieces, for naming those that are not named one by one
   */
  record Key(Cause cause, List<Reading> perM2, String kind) implements Serializable {
    static Key of(Cause cause, Standing now, EnumSet<Standing> possible) {
      return new Key(cause, possible.stream().map(each -> now.to(each, 1)).toList(), "parcels");
    }

    /** Whether the readings differ or change anything: if not, there is nothing to doubt. */
    boolean matters() {
      return perM2.stream().anyMatch(each -> each.numeratorM2() != 0 || each.denominatorM2() != 0);
    }
  }

  /** In order of size, the smallest first. */
  record Piece(String parcel, double areaM2) implements Comparable<Piece>, Serializable {
    @Override
    public int compareTo(Piece other) {
      int bySize = Double.compare(areaM2, other.areaM2);
      return bySize != 0 ? bySize : other.parcel.compareTo(parcel);
    }
  }

  private final PriorityQueue<Piece> named = new PriorityQueue<>();
  private final ExactSum othersM2 = new ExactSum();
  private long others;

  final void add(String parcel, double areaM2) {
    add(new Piece(parcel, areaM2));
  }

  void add(Piece piece) {
    named.add(piece);
    if (named.size() > NAMED) {
      othersM2.add(named.remove().areaM2());
      others++;
    }
  }

  /** @throws UnsupportedOperationException where the smaller pieces are only kept as a sum */
  void remove(String parcel, double areaM2) {
    throw new UnsupportedOperationException("a group that keeps a sum cannot give back " + parcel);
  }

  void add(DoubtGroup other) {
    other.named.forEach(this::add);
    othersM2.add(other.othersM2);
    others += other.others;
  }

  List<Doubt> doubts(Key key) {
    return doubts(key, named.stream().sorted(Comparator.reverseOrder()).toList(), others, othersM2);
  }

  /** @param largest those to be named, the largest first */
  static List<Doubt> doubts(Key key, List<Piece> largest, long others, ExactSum othersM2) {
    List<Doubt> doubts = new ArrayList<>();
    largest.forEach(piece -> doubts.add(doubt(key, piece.parcel(), piece.areaM2())));
    if (others > 0) {
      doubts.add(doubt(key, others + " smaller " + key.kind(), othersM2.m2()));
    }
    return doubts;
  }

  private static Doubt doubt(Key key, String subject, double areaM2) {
    return new Doubt(key.cause(), subject, areaM2,
        key.perM2().stream().map(each -> new Reading(each.numeratorM2() * areaM2, each.denominatorM2() * areaM2))
            .toList());
  }
}
