package org.parkland.workbook;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The workbooks there are. */
public enum BookName {
  /** The national structure table of every unit. */
  STRUCTURE,
  /** The industrial red line of every unit. */
  REDLINE,
  /** What changed between two days, parcel by parcel. */
  LEDGER,
  /** Idle and inefficient land. */
  IDLE,
  /** The usable sites, ranked. */
  CANDIDATES;

  /** The word of command line and API. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<BookName> find(String word) {
    return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
  }
}
