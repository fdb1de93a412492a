package org.parkland.demo;

import static org.parkland.demo.ParcelColumns.*;

import java.time.LocalDate;
import org.parkland.demo.Lot.State;

/**
 * Fills the attributes of a parcel for the end of 2020 or of 2025. What was not yet known at the
 * end of 2020 is left out there.
 */
final class ParcelRecords {
  static final LocalDate END_OF_2020 = LocalDate.of(2020, 12, 31);

  private final long seed;

  ParcelRecords(long seed) {
    this.seed = seed;
  }

  /**
   * One parcel as the generator knows it.
   *
   * @param key number that its chance is drawn from
   * @param code ZDDM
   * @param streetOffice 0 外海, 1 礼乐, 2 江南
   * @param areaM2 ellipsoidal
   * @param ordinal place among the parcels of its lot
   */
  record Parcel(long key, String code, int streetOffice, Lot lot, double areaM2, int ordinal) {}

  Object[] current(Parcel parcel, LandUse use) {
    Object[] row = common(parcel, use);
    if (parcel.lot().state != State.NONE && use == parcel.lot().in2025) {
      supply(row, parcel);
    }
    return row;
  }

  Object[] past(Parcel parcel, LandUse use) {
    Object[] row = common(parcel, use);
    if (parcel.lot().state == State.DONE && use == parcel.lot().in2025) {
      supply(row, parcel);
      forgetWhatCameLater(row);
    }
    return row;
  }

  /** A parcel without contract: road, water, verge. */
  static Object[] plain(String code, String location, String classCode, String className,
      double areaM2) {
    Object[] row = new Object[ALL.size()];
    row[ZDDM] = code;
    row[ZL] = location;
    row[YDYHFLDM] = classCode;
    row[YDYHFLMC] = className;
    row[ZDMJ] = cents(areaM2);
    return row;
  }

  static double cents(double value) {
    return Math.round(value * 100) / 100.0;
  }

  private Object[] common(Parcel parcel, LandUse use) {
    Dice dice = new Dice(seed, parcel.key(), use.ordinal());
    Object[] row = plain(parcel.code(), use.built() || use == LandUse.VACANT
            ? Names.address(parcel.streetOffice(), dice) : Names.fields(parcel.streetOffice(), dice),
        use.code, use.label, registered(parcel.areaM2(), dice));
    row[QLRMC] = holder(use, dice);
    row[SFM0] = parcel.lot().m0 && use == LandUse.LIGHT_INDUSTRY ? "1"
        : use.industrial() ? "0" : null;
    return row;
  }

  /** Most registered areas are right; one in ten is a little off, one in a hundred is wrong. */
  private static double registered(double areaM2, Dice dice) {
    double kind = dice.next();
    double off = dice.between(-1, 1);
    if (kind < 0.01) {
      return areaM2 * (1 + (off < 0 ? -0.012 : 0.012) + 0.04 * off);
    }
    return kind < 0.11 ? areaM2 * (1 + 0.002 * off) : areaM2;
  }

  private static String holder(LandUse use, Dice dice) {
    return switch (use.group) {
      case FARM -> Names.village(dice);
      case VILLAGE -> use == LandUse.VILLAGE ? Names.villager(dice) : Names.village(dice);
      case INDUSTRY, STORAGE -> Names.plant(dice, Names.trade(dice));
      case SUPPLIED -> use == LandUse.HOUSING || use == LandUse.LOW_HOUSING
          ? Names.developer(dice) : Names.shop(dice);
      default -> Names.authority(dice);
    };
  }

  private void supply(Object[] row, Parcel parcel) {
    Dice dice = new Dice(seed, parcel.key(), 0x5A);
    row[PZMJ] = cents(parcel.areaM2());
    if (parcel.lot().state == State.UNSUPPLIED) {
      row[CZZT] = "批而未供";
      return;
    }
    new SupplyDates(row, parcel, dice).fill();
    contract(row, parcel, dice);
    if (parcel.lot().in2025.industrial() && parcel.lot().state == State.DONE) {
      new PlantFigures(row, parcel, dice).fill();
    } else if (parcel.lot().state == State.DONE) {
      row[JZMJ] = cents(parcel.areaM2() * dice.between(1.4, 3.2));
      row[JZZDMJ] = cents(parcel.areaM2() * dice.between(0.22, 0.38));
    }
  }

  private static void contract(Object[] row, Parcel parcel, Dice dice) {
    LandUse use = parcel.lot().in2025;
    LocalDate signed = (LocalDate) row[QDRQ];
    int year = signed == null ? 2018 : signed.getYear();
    String serial = parcel.code().substring(8, 12) + parcel.code().substring(14);
    row[HTBH] = "440704-" + year + "-" + serial.substring(2);
    row[DZJGH] = "4407" + year + "B" + serial;
    row[GDFS] = dice.chance(0.9) ? "出让" : dice.pick("划拨", "租赁", "作价出资");
    double wanPerMu = use.industrial() ? dice.between(28, 62) : dice.between(180, 620);
    row[CJJE] = cents(parcel.areaM2() / JianghaiFacts.M2_PER_MU * wanPerMu);
    row[SFDY] = dice.chance(0.2) ? "1" : "0";
    row[SFCF] = "司法查封".equals(row[XZYY]) || dice.chance(0.01) ? "1" : "0";
    double mu = parcel.areaM2() / JianghaiFacts.M2_PER_MU;
    if (row[ZTZE] == null && dice.chance(0.8)) {
      row[ZTZE] = cents(mu * dice.between(350, 900));
    }
    row[HYDM] = use.industrial() ? Names.tradeCode(Names.trade(dice)) : null;
  }

  private static void forgetWhatCameLater(Object[] row) {
    if (row[QDRQ] instanceof LocalDate signed && signed.isAfter(END_OF_2020)) {
      for (int i = PZMJ; i < row.length; i++) {
        row[i] = null;
      }
      return;
    }
    for (int i = QDRQ; i <= YQDGSJ; i++) {
      if (row[i] instanceof LocalDate date && date.isAfter(END_OF_2020)) {
        row[i] = null;
      }
    }
  }
}
