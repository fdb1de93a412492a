package org.parkland.store.postgis;

/** The county of a parcel number: the first six digits of a cadastral or survey number (GB/T 2260). */
final class County {
  /** Of rows whose number tells no county. */
  static final String NONE = "";
  private static final int DIGITS = 6;
  /** Numbers of parcels have 19 characters, those of survey polygons 8 or more behind the county. */
  private static final int LEAST_LENGTH = 12;
  /** Codes of provinces run from 11 to 82. */
  private static final char LAST_PROVINCE = '8';

  private County() {}

  static String of(String id) {
    if (id == null || id.length() < LEAST_LENGTH || id.charAt(0) == '0' || id.charAt(0) > LAST_PROVINCE) {
      return NONE;
    }
    for (int i = 0; i < DIGITS; i++) {
      if (id.charAt(i) < '0' || id.charAt(i) > '9') {
        return NONE;
      }
    }
    return id.substring(0, DIGITS);
  }
}
