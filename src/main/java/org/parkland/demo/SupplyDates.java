package org.parkland.demo;

import static org.parkland.demo.ParcelColumns.*;

import java.time.LocalDate;

/**
 * Contract and construction dates that put a parcel on its step of the ladder of idle.md §4 on
 * 2025-12-31. The first parcels of each state are edge cases: anniversaries that fall on the day
 * itself, shares of exactly one third and one quarter, a start on 29 February, missing dates.
 */
final class SupplyDates {
  private static final LocalDate TODAY = LocalDate.of(2025, 12, 31);
  private static final String[] CAUSES = {"企业", "政府", "企业", "不可抗力", "企业", "司法查封"};
  private static final double YTZE_QUARTER = 0.25;

  private final Object[] row;
  private final ParcelRecords.Parcel parcel;
  private final Dice dice;
  private final int edgeCase;

  SupplyDates(Object[] row, ParcelRecords.Parcel parcel, Dice dice) {
    this.row = row;
    this.parcel = parcel;
    this.dice = dice;
    this.edgeCase = parcel.lot().edgeCase + parcel.ordinal();
  }

  void fill() {
    switch (parcel.lot().state) {
      case NOT_DUE -> notDue();
      case OVERDUE -> overdue();
      case IDLE_ONE_YEAR -> idleOneYear();
      case IDLE_TWO_YEARS -> idleTwoYears();
      case IDLE_STOPPED -> idleStopped();
      case STOPPED_SHORT -> stoppedShort();
      case BUILDING -> building();
      case LATE -> late();
      case MISSING -> missing();
      default -> done();
    }
  }

  private LocalDate day(int fromYear, int fromMonth, int toYear, int toMonth) {
    long from = LocalDate.of(fromYear, fromMonth, 1).toEpochDay();
    long to = LocalDate.of(toYear, toMonth, 28).toEpochDay();
    return LocalDate.ofEpochDay(from + (long) (dice.next() * (to - from)));
  }

  /** Contract dates before an agreed start. */
  private void agreed(LocalDate start) {
    LocalDate signed = start.minusDays(200 + dice.below(200));
    row[QDRQ] = signed;
    row[PZSRQ] = signed.plusDays(20 + dice.below(40));
    row[HTYDJDSJ] = signed.plusDays(30 + dice.below(60));
    row[SJJDSJ] = ((LocalDate) row[HTYDJDSJ]).plusDays(dice.below(40));
    row[HTYDDGSJ] = start;
    row[HTYDJGSJ] = start.plusYears(2).plusDays(dice.below(300));
  }

  private void begun(LocalDate start, double developed, double invested) {
    row[SJKGSJ] = start;
    row[YDKFMJ] = ParcelRecords.cents(parcel.areaM2());
    row[YKFMJ] = ParcelRecords.cents(parcel.areaM2() * developed);
    double total = Math.round(parcel.areaM2() / JianghaiFacts.M2_PER_MU * dice.between(350, 900));
    row[ZTZE] = Math.max(1, total);
    row[YTZE] = ParcelRecords.cents((Double) row[ZTZE] * invested);
  }

  private void notDue() {
    LocalDate start = day(2026, 2, 2026, 11);
    agreed(start);
    row[SJJDSJ] = ((LocalDate) row[HTYDJDSJ]).isAfter(TODAY) ? null : row[SJJDSJ];
    if (edgeCase % 5 == 2) {
      extended(day(2025, 3, 2025, 6), start, "政府");
    }
  }

  /** An agreed start that was put off: the new one counts. */
  private void extended(LocalDate firstStart, LocalDate newStart, String cause) {
    agreed(firstStart);
    row[YQXYRQ] = firstStart.plusDays(20 + dice.below(120));
    row[YQDGSJ] = newStart;
    row[XZYY] = cause;
    row[CZZT] = "延期动工";
  }

  private void overdue() {
    agreed(edgeCase == 0 ? TODAY : day(2025, 2, 2025, 11));
    row[XZYY] = dice.chance(0.4) ? CAUSES[edgeCase % CAUSES.length] : null;
  }

  private void idle() {
    row[XZYY] = CAUSES[edgeCase % CAUSES.length];
    row[CZZT] = dice.pick("待调查", "已发调查通知书", "已认定", "处置方案报批");
  }

  private void idleOneYear() {
    idle();
    agreed(day(2024, 2, 2024, 11));
    switch (edgeCase) {
      // One full year has passed on 2025-12-31 itself.
      case 0 -> agreed(LocalDate.of(2024, 12, 31));
      case 1 -> agreed(LocalDate.of(2024, 2, 29));
      case 2 -> extended(day(2023, 2, 2023, 5), day(2024, 3, 2024, 6), "政府");
      case 3 -> {
        // No agreed start: hand-over and one year (2023-06 and 1 year, idle since 2025-06).
        agreed(LocalDate.of(2023, 8, 1));
        row[SJJDSJ] = LocalDate.of(2023, 6, 15);
        row[HTYDDGSJ] = null;
      }
      case 4 -> {
        agreed(LocalDate.of(2023, 8, 1));
        row[PZSRQ] = LocalDate.of(2023, 5, 20);
        row[HTYDDGSJ] = null;
        row[SJJDSJ] = null;
      }
      default -> { }
    }
  }

  private void idleTwoYears() {
    idle();
    agreed(day(2021, 6, 2023, 11));
    if (edgeCase == 0) {
      agreed(LocalDate.of(2023, 12, 31));
    } else if (edgeCase == 1) {
      row[PZSRQ] = null;
      row[SJJDSJ] = null;
    } else if (edgeCase == 2) {
      extended(day(2021, 2, 2021, 6), day(2022, 3, 2022, 6), "不可抗力");
    }
  }

  private void idleStopped() {
    idle();
    agreed(day(2022, 10, 2023, 3));
    row[HTYDJGSJ] = day(2026, 3, 2026, 10);
    LocalDate start = ((LocalDate) row[HTYDDGSJ]).plusDays(dice.below(90));
    boolean byArea = edgeCase % 2 == 0;
    begun(start, byArea ? dice.between(0.08, 0.3) : dice.between(0.4, 0.6),
        byArea ? dice.between(0.3, 0.5) : dice.between(0.05, 0.22));
    row[TGSJ] = edgeCase == 0 ? LocalDate.of(2024, 12, 31) : day(2023, 10, 2024, 11);
  }

  private void stoppedShort() {
    agreed(day(2023, 6, 2024, 3));
    row[HTYDJGSJ] = day(2026, 3, 2027, 3);
    begun(((LocalDate) row[HTYDDGSJ]).plusDays(dice.below(60)),
        dice.between(0.1, 0.3), dice.between(0.08, 0.24));
    row[TGSJ] = edgeCase == 0 ? LocalDate.of(2025, 1, 1) : day(2025, 2, 2025, 11);
    row[XZYY] = dice.chance(0.5) ? CAUSES[edgeCase % CAUSES.length] : null;
  }

  private void building() {
    agreed(day(2023, 10, 2025, 6));
    row[HTYDJGSJ] = day(2026, 3, 2027, 10);
    LocalDate start = ((LocalDate) row[HTYDDGSJ]).plusDays(dice.below(100));
    begun(start, dice.between(0.35, 0.95), dice.between(0.26, 0.9));
    if (edgeCase <= 1) {
      agreed(LocalDate.of(2023, 3, 1));
      row[HTYDJGSJ] = day(2026, 3, 2026, 10);
      stoppedOnTheLine(edgeCase == 0);
    }
  }

  /** Stopped for long, but with exactly one third developed or one quarter invested: not idle. */
  private void stoppedOnTheLine(boolean oneThird) {
    begun(LocalDate.of(2023, 4, 1), 0.5, 0.4);
    row[TGSJ] = LocalDate.of(2024, 6, 30);
    if (oneThird) {
      // Whole square metres, so that the quotient is exactly one third in binary, too.
      double third = Math.max(1, Math.floor(parcel.areaM2() / 3));
      row[YKFMJ] = third;
      row[YDKFMJ] = 3 * third;
    } else {
      double quarter = Math.max(1, Math.round((Double) row[ZTZE] * YTZE_QUARTER));
      row[YTZE] = quarter;
      row[ZTZE] = 4 * quarter;
    }
  }

  private void late() {
    agreed(day(2020, 6, 2021, 12));
    row[HTYDJGSJ] = edgeCase == 0 ? TODAY.minusDays(1) : day(2023, 6, 2025, 10);
    begun(((LocalDate) row[HTYDDGSJ]).plusDays(dice.below(120)),
        dice.between(0.5, 0.95), dice.between(0.5, 0.95));
  }

  /** Too little is known: no date to count from, or stopped with both shares unknown. */
  private void missing() {
    if (edgeCase % 3 == 1) {
      agreed(day(2022, 3, 2022, 9));
      row[HTYDJGSJ] = day(2026, 2, 2026, 10);
      row[SJKGSJ] = ((LocalDate) row[HTYDDGSJ]).plusDays(40);
      row[TGSJ] = day(2023, 3, 2024, 6);
      row[ZTZE] = null;
      row[HYDM] = null;
      return;
    }
    row[QDRQ] = edgeCase % 3 == 0 ? day(2016, 1, 2022, 12) : null;
  }

  private void done() {
    boolean young = !parcel.lot().in2020.supplied()
        || parcel.lot().in2020 != parcel.lot().in2025;
    agreed(young ? day(2021, 10, 2022, 9) : day(2002, 1, 2017, 12));
    LocalDate start = ((LocalDate) row[HTYDDGSJ]).plusDays(dice.below(90) - 30);
    row[SJKGSJ] = start;
    row[SJJGSJ] = start.plusDays(420 + dice.below(young ? 600 : 500));
    row[XZYY] = null;
    // Old ledgers have gaps; the completion date settles the case all the same.
    if (!young && dice.chance(0.25)) {
      row[PZSRQ] = null;
      row[HTYDJDSJ] = null;
    }
  }
}
