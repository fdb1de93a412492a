package org.parkland.indicator;

import org.parkland.land.ExactSum;
import org.parkland.land.ParcelYield;

/** Running sums of one park. What a parcel has as a whole is shared out to its pieces by area. */
final class ParkSum {
  /** A quantity and the land it is known for. */
  static final class Yield {
    private final ExactSum amount = new ExactSum();
    private final ExactSum knownM2 = new ExactSum();

    private void add(Double ofParcel, double share, double pieceM2) {
      if (ofParcel != null) {
        amount.add(ofParcel * share);
        knownM2.add(pieceM2);
      }
    }

    private void add(Yield other) {
      amount.add(other.amount);
      knownM2.add(other.knownM2);
    }

    double knownM2() {
      return knownM2.m2();
    }

    /** Amount per m² of the land it is known for; null where it is known for none. */
    Double perM2() {
      return knownM2.isZero() ? null : Double.valueOf(amount.m2() / knownM2.m2());
    }

    /** Amount per 亩, which is 2000/3 m²: kept as a fraction, so that a floor that is just met is met. */
    Double perMu() {
      return knownM2.isZero() ? null : Double.valueOf(amount.m2() * 2000 / (knownM2.m2() * 3));
    }
  }

  final ExactSum coveredM2 = new ExactSum();
  final ExactSum industryM2 = new ExactSum();
  final ExactSum idleM2 = new ExactSum();
  final ExactSum inefficientM2 = new ExactSum();
  final Yield floorAreaM2 = new Yield();
  final Yield investmentWan = new Yield();
  final Yield taxWan = new Yield();

  void add(double pieceM2, double parcelM2, boolean industry, ParcelYield known) {
    coveredM2.add(pieceM2);
    if (known.idle()) {
      idleM2.add(pieceM2);
    }
    if (known.inefficient()) {
      inefficientM2.add(pieceM2);
    }
    if (industry) {
      double share = pieceM2 / parcelM2;
      industryM2.add(pieceM2);
      floorAreaM2.add(known.floorAreaM2(), share, pieceM2);
      investmentWan.add(known.fixedAssetsWan(), share, pieceM2);
      taxWan.add(known.taxWan(), share, pieceM2);
    }
  }

  void add(ParkSum other) {
    coveredM2.add(other.coveredM2);
    industryM2.add(other.industryM2);
    idleM2.add(other.idleM2);
    inefficientM2.add(other.inefficientM2);
    floorAreaM2.add(other.floorAreaM2);
    investmentWan.add(other.investmentWan);
    taxWan.add(other.taxWan);
  }
}
