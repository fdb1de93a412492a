package org.parkland.scenario;

import java.util.BitSet;
import org.parkland.indicator.Doubts;
import org.parkland.indicator.LandUseTally;
import org.parkland.land.OverlayFinding;
import org.parkland.land.Parcel;
import org.parkland.land.PieceCollector;
import org.parkland.land.Pieces;
import org.parkland.overlay.ParcelOverlay;
import org.parkland.overlay.PreparedUnits;

/**
 * Sums of one layer in its units under the changes: what goes is taken out, what comes is put in, everything else
 * is left alone.
 */
public final class LaidSums {
  private final LandUseTally tally;
  private final Doubts doubts;
  private final BitSet touched = new BitSet();
  private PreparedUnits units;
  private ParcelOverlay overlay;

  /**
   * @param tally of the base, to be changed here: a copy of its own
   * @param doubts of the base that can be changed ({@link Doubts#laid}); null where nobody asks for them
   */
  public LaidSums(PreparedUnits units, LandUseTally tally, Doubts doubts) {
    this.units = units;
    this.overlay = new ParcelOverlay(units);
    this.tally = tally;
    this.doubts = doubts;
  }

  public void apply(Edit edit) {
    Taking taking = new Taking();
    edit.before().forEach(each -> overlay.overlay(each, taking));
    Putting putting = new Putting();
    edit.after().forEach(each -> overlay.overlay(each, putting));
  }

  /** Other units of the same number: the given parcels, all that either meets, are taken out and put in anew. */
  public void recut(PreparedUnits others, Iterable<Parcel> near) {
    Taking taking = new Taking();
    near.forEach(each -> overlay.overlay(each, taking));
    units = others;
    overlay = new ParcelOverlay(others);
    Putting putting = new Putting();
    near.forEach(each -> overlay.overlay(each, putting));
  }

  public PreparedUnits units() {
    return units;
  }

  public LandUseTally tally() {
    return tally;
  }

  /** What the pieces leave in doubt; null where nobody asked. */
  public Doubts doubts() {
    return doubts;
  }

  /** Places of the units that were touched since this was asked last. */
  public BitSet takeTouched() {
    BitSet taken = (BitSet) touched.clone();
    touched.clear();
    return taken;
  }

  private void touch(Pieces pieces) {
    for (int i = 0; i < pieces.size(); i++) {
      touched.set(pieces.unit(i));
    }
  }

  private final class Taking implements PieceCollector<Taking> {
    @Override
    public void accept(Pieces pieces) {
      touch(pieces);
      tally.remove(pieces);
      if (doubts != null) {
        doubts.remove(pieces);
      }
    }

    @Override
    public void accept(OverlayFinding finding) {
      tally.remove(finding);
    }

    @Override
    public void merge(Taking other) {
      throw new UnsupportedOperationException("edits are applied one after the other");
    }
  }

  private final class Putting implements PieceCollector<Putting> {
    @Override
    public void accept(Pieces pieces) {
      touch(pieces);
      tally.accept(pieces);
      if (doubts != null) {
        doubts.accept(pieces);
      }
    }

    @Override
    public void accept(OverlayFinding finding) {
      tally.accept(finding);
    }

    @Override
    public void merge(Putting other) {
      throw new UnsupportedOperationException("edits are applied one after the other");
    }
  }
}
