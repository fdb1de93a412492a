package org.parkland.report;

import java.util.Locale;

/** The units an area can be shown in, as on screen. */
public enum AreaUnit {
  HA(10_000, 2),
  /** 亩: the fraction, never 666.67. */
  MU(2000.0 / 3, 2),
  KM2(1_000_000, 4),
  M2(1, 0);

  private final double m2;
  private final int digits;

  AreaUnit(double m2, int digits) {
    this.m2 = m2;
    this.digits = digits;
  }

  /** The word of API and page: {@code ha}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  double of(double areaM2) {
    return areaM2 / m2;
  }

  int digits() {
    return digits;
  }
}
