package org.parkland.ogc.items;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;

/**
 * The days a request asks for, both ends included.
 *
 * @param from null where it is open
 * @param to null where it is open
 * @param current whether no time was asked for: then what is valid today
 */
public record TimeRange(LocalDate from, LocalDate to, boolean current) {
  public static final TimeRange CURRENT = new TimeRange(null, null, true);

  /**
   * Reads {@code 2025-12-31}, {@code 2025-12-31T00:00:00Z}, {@code 2020-01-01/..}, {@code ../2025-12-31},
   * {@code 2020-01-01/P2Y}; a time counts as its day in UTC.
   *
   * @throws IllegalArgumentException if it is none of these
   */
  public static TimeRange read(String text) {
    String[] ends = text.split("/", -1);
    try {
      if (ends.length == 1) {
        LocalDate day = day(text);
        return new TimeRange(day, day, false);
      } else if (ends.length == 2) {
        return ordered(text, end(ends[0]), ends[1]);
      }
    } catch (DateTimeException e) {
      // told below, as too many parts are
    }
    throw new IllegalArgumentException("'" + text + "' is no time; write 2025-12-31, 2025-12-31T00:00:00Z, or two of"
        + " them with / between, '..' for an open end");
  }

  private static TimeRange ordered(String text, LocalDate from, String end) {
    LocalDate to = from != null && end.startsWith("P") ? from.plus(Period.parse(end.replaceFirst("T.*$", "")))
        : end(end);
    if (from != null && to != null && from.isAfter(to)) {
      throw new IllegalArgumentException("'" + text + "' ends before it begins");
    }
    return new TimeRange(from, to, false);
  }

  private static LocalDate end(String text) {
    return text.isEmpty() || text.equals("..") ? null : day(text);
  }

  private static LocalDate day(String text) {
    return text.length() > 10 ? OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC).toLocalDate()
        : LocalDate.parse(text);
  }

  /** The last day asked for; the greatest there is where the end is open. */
  public LocalDate last() {
    return to == null ? LocalDate.MAX : to;
  }

  /**
   * Whether something meets these days.
   *
   * @param begin its first day, or null if it has none
   * @param end the day after its last, or null if it lasts
   */
  boolean meets(LocalDate begin, LocalDate end) {
    return (to == null || begin == null || !begin.isAfter(to)) && (from == null || end == null || end.isAfter(from));
  }
}
