package org.parkland.ogc.filter;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Dates of filters. Layers know days only, so a time counts as its day in UTC. */
final class Days {
  private Days() {}

  static LocalDate read(Filter.Value value) {
    if (value instanceof Filter.Literal literal && literal.value() instanceof String text) {
      return read(text);
    }
    throw new FilterException("DATE and TIMESTAMP take a text: DATE('2025-12-31')");
  }

  static LocalDate read(String text) {
    try {
      return text.contains("T") ? OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC).toLocalDate()
          : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new FilterException("'" + text + "' is no date; write 2025-12-31 or 2025-12-31T00:00:00Z", e);
    }
  }
}
