package org.parkland.land;

/**
 * One class of a land-use classification.
 *
 * @param code digits, two per level ({@code 10}, {@code 1001}, {@code 100101})
 * @param level 1, 2 or 3
 * @param color drawing colour as {@code #rrggbb}
 */
public record LandUseClass(String code, int level, String name, String nameEn, String color) {
  /** Whether this class is the given one or lies below it: 100101 is within 1001 and within 10. */
  public boolean within(String ancestor) {
    return code.startsWith(ancestor);
  }
}
