package org.parkland.demo;

/**
 * Hands out parcel numbers (ZDDM, 19 characters): county 440704, cadastral area 3 digits (one per
 * street), sub-area 3, kind 2 (GB state-owned, JB collective), serial 5.
 */
final class ParcelCodes {
  private static final int LARGEST_SERIAL = 99_999;
  private static final int USUAL_SUB_AREA = 900;

  private final int[] subArea = {1, 1, 1};
  private final int[] serial = {0, 0, 0};

  /** A run of serial numbers within one sub-area. */
  record Run(int street, int subArea, int firstSerial) {

    String code(int offset, boolean collective) {
      return "440704" + digits(street + 1, 3) + digits(subArea, 3) + (collective ? "JB" : "GB")
          + digits(firstSerial + offset, 5);
    }

    private static String digits(int number, int width) {
      String text = Integer.toString(number);
      return "0".repeat(width - text.length()) + text;
    }
  }

  /** Reserves {@code count} numbers; a sub-area is full at 900, or later if a block is larger. */
  Run reserve(int street, int count) {
    boolean full = serial[street] + count > LARGEST_SERIAL;
    boolean enough = serial[street] > USUAL_SUB_AREA && subArea[street] < 200;
    if (full || enough) {
      subArea[street]++;
      serial[street] = 0;
    }
    Run run = new Run(street, subArea[street], serial[street] + 1);
    serial[street] += count;
    return run;
  }
}
