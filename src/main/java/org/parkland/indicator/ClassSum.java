package org.parkland.indicator;

import org.parkland.land.ExactSum;

/** Running sum of one class in one unit. */
final class ClassSum {
  /** A piece that rounds to nothing in the register (0.01 m²) is land, but no parcel of the unit. */
  private static final double SMALLEST_PARCEL_M2 = 0.005;

  private final ExactSum areaM2;
  private final ExactSum newIndustryM2;
  private long parcels;

  ClassSum() {
    this(new ExactSum(), new ExactSum(), 0);
  }

  ClassSum(ExactSum areaM2, ExactSum newIndustryM2, long parcels) {
    this.areaM2 = areaM2;
    this.newIndustryM2 = newIndustryM2;
    this.parcels = parcels;
  }

  void add(double pieceM2, boolean newIndustry) {
    areaM2.add(pieceM2);
    if (newIndustry) {
      newIndustryM2.add(pieceM2);
    }
    if (pieceM2 >= SMALLEST_PARCEL_M2) {
      parcels++;
    }
  }

  /** The inverse of {@link #add(double, boolean)}. */
  void remove(double pieceM2, boolean newIndustry) {
    areaM2.subtract(ExactSum.of(pieceM2));
    if (newIndustry) {
      newIndustryM2.subtract(ExactSum.of(pieceM2));
    }
    if (pieceM2 >= SMALLEST_PARCEL_M2) {
      parcels--;
    }
  }

  boolean isEmpty() {
    return parcels == 0 && areaM2.isZero() && newIndustryM2.isZero();
  }

  void add(ClassSum other) {
    areaM2.add(other.areaM2);
    newIndustryM2.add(other.newIndustryM2);
    parcels += other.parcels;
  }

  ExactSum areaM2() {
    return areaM2;
  }

  ExactSum newIndustryM2() {
    return newIndustryM2;
  }

  long parcels() {
    return parcels;
  }
}
