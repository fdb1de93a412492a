package org.parkland.demo;

import static org.parkland.demo.ParcelColumns.*;

/**
 * Floor area, footprint, tax and investment of a finished plant. Inefficient plants fail at least
 * two of the four tests of idle.md §7 (plot ratio 0.8, tax 5 万元 per 亩 and year, building
 * coefficient 40%, vacancy 30%); all others pass at least three of them with a margin.
 */
final class PlantFigures {
  private final Object[] row;
  private final ParcelRecords.Parcel parcel;
  private final Dice dice;

  PlantFigures(Object[] row, ParcelRecords.Parcel parcel, Dice dice) {
    this.row = row;
    this.parcel = parcel;
    this.dice = dice;
  }

  void fill() {
    Lot lot = parcel.lot();
    double mu = parcel.areaM2() / JianghaiFacts.M2_PER_MU;
    boolean[] fails = lot.fails;
    double coefficient = fails != null && fails[2] ? dice.between(0.24, 0.37)
        : dice.between(0.43, 0.60);
    row[JZMJ] = ParcelRecords.cents(parcel.areaM2() * lot.plotRatio);
    row[XZJZMJ] = ParcelRecords.cents(parcel.areaM2() * lot.vacantPerM2);
    row[JZZDMJ] = ParcelRecords.cents(parcel.areaM2() * coefficient);
    row[NSE] = ParcelRecords.cents(mu * taxPerMu(fails));
    row[GDZCTZ] = ParcelRecords.cents(mu * investmentPerMu());
  }

  /** 万元 per 亩 and year; about 50 in the good parks. */
  private double taxPerMu(boolean[] fails) {
    if (fails != null) {
      return fails[1] ? dice.between(0.8, 4.4) : dice.between(6, 12);
    }
    if (parcel.lot().goodPark) {
      return dice.between(22, 78);
    }
    return dice.chance(0.04) ? dice.between(2.5, 4.5) : dice.between(8, 26);
  }

  /** 万元 per 亩; about 800 in the good parks. */
  private double investmentPerMu() {
    return parcel.lot().goodPark ? dice.between(560, 1040)
        : parcel.lot().fails != null ? dice.between(90, 210) : dice.between(240, 520);
  }
}
