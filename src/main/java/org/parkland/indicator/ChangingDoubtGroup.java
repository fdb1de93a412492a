package org.parkland.indicator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.parkland.land.Doubt;
import org.parkland.land.ExactSum;

/**
 * A group that remembers every piece and can give pieces back. Its answers are to the letter those of a group that
 * was filled with what is left.
 *
 * <p>Compact: the pieces it begins with are one sorted array, shared by all groups that are laid over it; its own
 * memory grows only with the changes.
 */
final class ChangingDoubtGroup extends DoubtGroup {
  private static final long serialVersionUID = 1L;
  private static final Piece[] NONE = {};

  /** Ascending; never changed once made. */
  private Piece[] base = NONE;
  /** Pieces filled in and not sorted yet; empty in a group laid over another. */
  private final ArrayList<Piece> gathered = new ArrayList<>();
  /** Piece → how often it was added (or, negative, given back) since. */
  private final TreeMap<Piece, Integer> changes = new TreeMap<>();
  private final ExactSum sumM2 = new ExactSum();
  private long count;
  private final boolean laid;

  ChangingDoubtGroup() {
    this(false);
  }

  private ChangingDoubtGroup(boolean laid) {
    this.laid = laid;
  }

  /** @throws IllegalStateException if the group does not remember its pieces */
  static ChangingDoubtGroup over(DoubtGroup group) {
    if (!(group instanceof ChangingDoubtGroup whole)) {
      throw new IllegalStateException("the group keeps only its largest pieces");
    }
    ChangingDoubtGroup over = new ChangingDoubtGroup(true);
    over.base = whole.sorted();
    over.sumM2.add(whole.sumM2);
    over.count = whole.count;
    return over;
  }

  private synchronized Piece[] sorted() {
    if (!gathered.isEmpty()) {
      base = gathered.toArray(Piece[]::new);
      Arrays.sort(base);
      gathered.clear();
    }
    return base;
  }

  @Override
  void add(Piece piece) {
    sumM2.add(piece.areaM2());
    count++;
    if (laid) {
      change(piece, 1);
    } else {
      gathered.add(piece);
    }
  }

  @Override
  void remove(String parcel, double areaM2) {
    sumM2.subtract(ExactSum.of(areaM2));
    count--;
    change(new Piece(parcel, areaM2), -1);
  }

  private void change(Piece piece, int by) {
    changes.merge(piece, by, (before, more) -> before + more == 0 ? null : Integer.valueOf(before + more));
  }

  @Override
  void add(DoubtGroup other) {
    ((ChangingDoubtGroup) other).gathered.forEach(this::add);
  }

  @Override
  List<Doubt> doubts(DoubtGroup.Key key) {
    List<Piece> largest = largest();
    ExactSum othersM2 = new ExactSum();
    othersM2.add(sumM2);
    largest.forEach(each -> othersM2.subtract(ExactSum.of(each.areaM2())));
    return doubts(key, largest, count - largest.size(), othersM2);
  }

  /** The largest first, as many as are named. */
  private List<Piece> largest() {
    List<Piece> largest = new ArrayList<>();
    Piece[] from = sorted();
    int i = from.length - 1;
    for (Map.Entry<Piece, Integer> change : changes.descendingMap().entrySet()) {
      while (i >= 0 && from[i].compareTo(change.getKey()) > 0 && largest.size() < NAMED) {
        largest.add(from[i--]);
      }
      if (change.getValue() < 0) {
        i += change.getValue();
      }
      for (int n = 0; n < change.getValue() && largest.size() < NAMED; n++) {
        largest.add(change.getKey());
      }
      if (largest.size() == NAMED) {
        return largest;
      }
    }
    while (i >= 0 && largest.size() < NAMED) {
      largest.add(from[i--]);
    }
    return largest;
  }
}
