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

  /** A run of serial numbers; very large ones go on in the following sub-areas. */
  record Run(int street, int subArea, int firstSerial) {

    String code(int offset, boolean collective) {
      int number = firstSerial - 1 + offset;
      return "440704" + digits(street + 1, 3) + digits(subArea + number / LARGEST_SERIAL, 3)
          + (collective ? "JB" : "GB") + digits(number % LARGEST_SERIAL + 1, 5);
    }

    private static String digits(int number, int width) {
      String text = Integer.toString(number);
      return "0".repeat(width - text.length()) + text;
    }
  }

  /**
   * Reserves {@code count} numbers; a sub-area is full at 900, or at 99,999 once
   * there are many of them.
   */
  Run reserve(int street, int count) {
    boolean full = serial[street] + count > LARGEST_SERIAL;
    boolean enough = serial[street] > USUAL_SUB_AREA && subArea[street] < 200;
    if (full || enough) {
      subArea[street]++;
      serial[street] = 0;
    }
    Run run = new Run(street, subArea[street], serial[street] + 1);
    int used = serial[street] + count;
    subArea[street] += used / LARGEST_SERIAL;
    serial[street] = used % LARGEST_SERIAL;
    return run;
  }
}
