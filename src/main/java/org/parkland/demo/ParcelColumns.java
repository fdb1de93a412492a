package org.parkland.demo;

import java.util.List;
import org.parkland.sink.Column;

/** The columns of the parcel layers, named as offices name them (fields.md §2 and §4). */
final class ParcelColumns {
  static final int ZDDM = 0;
  static final int ZL = 1;
  static final int QLRMC = 2;
  static final int YDYHFLDM = 3;
  static final int YDYHFLMC = 4;
  static final int SFM0 = 5;
  static final int ZDMJ = 6;
  static final int PZMJ = 7;
  static final int DZJGH = 8;
  static final int HTBH = 9;
  static final int GDFS = 10;
  static final int CJJE = 11;
  static final int QDRQ = 12;
  static final int PZSRQ = 13;
  static final int HTYDJDSJ = 14;
  static final int SJJDSJ = 15;
  static final int HTYDDGSJ = 16;
  static final int HTYDJGSJ = 17;
  static final int SJKGSJ = 18;
  static final int SJJGSJ = 19;
  static final int TGSJ = 20;
  static final int YKFMJ = 21;
  static final int YDKFMJ = 22;
  static final int YTZE = 23;
  static final int ZTZE = 24;
  static final int GDZCTZ = 25;
  static final int XZYY = 26;
  static final int YQXYRQ = 27;
  static final int YQDGSJ = 28;
  static final int CZZT = 29;
  static final int SFDY = 30;
  static final int SFCF = 31;
  static final int JZMJ = 32;
  static final int XZJZMJ = 33;
  static final int JZZDMJ = 34;
  static final int NSE = 35;
  static final int HYDM = 36;

  /** Areas m², money 万元, tax 万元 a year. */
  static final List<Column> ALL = List.of(
      Column.text("ZDDM", 19), Column.text("ZL", 44), Column.text("QLRMC", 44),
      Column.text("YDYHFLDM", 10), Column.text("YDYHFLMC", 24), Column.text("SFM0", 1),
      Column.decimal("ZDMJ", 15, 2), Column.decimal("PZMJ", 15, 2), Column.text("DZJGH", 18),
      Column.text("HTBH", 19), Column.text("GDFS", 8), Column.decimal("CJJE", 12, 2),
      Column.date("QDRQ"), Column.date("PZSRQ"), Column.date("HTYDJDSJ"), Column.date("SJJDSJ"),
      Column.date("HTYDDGSJ"), Column.date("HTYDJGSJ"), Column.date("SJKGSJ"),
      Column.date("SJJGSJ"), Column.date("TGSJ"), Column.decimal("YKFMJ", 15, 2),
      Column.decimal("YDKFMJ", 15, 2), Column.decimal("YTZE", 14, 2),
      Column.decimal("ZTZE", 14, 2), Column.decimal("GDZCTZ", 14, 2), Column.text("XZYY", 8),
      Column.date("YQXYRQ"), Column.date("YQDGSJ"), Column.text("CZZT", 16),
      Column.text("SFDY", 1), Column.text("SFCF", 1), Column.decimal("JZMJ", 15, 2),
      Column.decimal("XZJZMJ", 15, 2), Column.decimal("JZZDMJ", 15, 2),
      Column.decimal("NSE", 12, 2), Column.text("HYDM", 4));

  private ParcelColumns() {}
}
