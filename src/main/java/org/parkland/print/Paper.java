package org.parkland.print;

import java.util.Locale;

/** A sheet size, in millimetres, upright. */
public enum Paper {
  A4(210, 297),
  A3(297, 420);

  /** Points to a millimetre. */
  static final double POINTS = 72 / 25.4;

  private final double shortMm;
  private final double longMm;

  Paper(double shortMm, double longMm) {
    this.shortMm = shortMm;
    this.longMm = longMm;
  }

  /** The word of API and command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  double widthPt(Orientation orientation) {
    return POINTS * (orientation == Orientation.PORTRAIT ? shortMm : longMm);
  }

  double heightPt(Orientation orientation) {
    return POINTS * (orientation == Orientation.PORTRAIT ? longMm : shortMm);
  }
}
