package org.parkland.print;

import java.util.Locale;

/** Which way a sheet lies. */
public enum Orientation {
  PORTRAIT, LANDSCAPE;

  /** The word of API and command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
