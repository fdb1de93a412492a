package org.parkland.land;

/**
 * How a figure of the API is headed in tables for people.
 *
 * @param key name in the API; those that end in {@code M2} are square metres
 * @param shortName within 10 bytes, for shapefiles
 */
public record Heading(String key, Words words, Type type, String shortName) {
  /** What the values are, which decides how they are shown: areas are m², shares are fractions of 1. */
  public enum Type { TEXT, INTEGER, NUMBER, AREA, SHARE, DATE, FLAG }
}
