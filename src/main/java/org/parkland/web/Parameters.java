package org.parkland.web;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parkland.analysis.DayLayers;
import org.parkland.analysis.LandAnalysis;

/** The query parameters of a request; wrong and unknown ones are refused by name. */
final class Parameters {
  private static final int PAGE_ROWS = 50;

  private final Context context;

  private Parameters(Context context) {
    this.context = context;
  }

  /** @throws Problem if the request carries a parameter that is not known, or one twice */
  static Parameters of(Context context, String... known) {
    Set<String> names = Set.of(known);
    context.queryParamMap().forEach((name, values) -> {
      if (!names.contains(name)) {
        throw Problem.badParameter(name, "unknown parameter '" + name + "'; this route knows: "
            + Arrays.stream(known).sorted().collect(Collectors.joining(", ")));
      }
      if (values.size() > 1) {
        throw Problem.badParameter(name, "parameter '" + name + "' is given " + values.size() + " times");
      }
    });
    return new Parameters(context);
  }

  /** Null if not given or blank. */
  String text(String name) {
    String value = context.queryParam(name);
    return value == null || value.isBlank() ? null : value.strip();
  }

  String required(String name) {
    String value = text(name);
    if (value == null) {
      throw Problem.badParameter(name, "parameter '" + name + "' is missing");
    }
    return value;
  }

  LocalDate date(String name) {
    return day(name, text(name));
  }

  /**
   * A day of a year of four digits: what lies at the end of all calendars has no day after it.
   *
   * @param text null for none
   */
  static LocalDate day(String name, String text) {
    if (text == null) {
      return null;
    }
    try {
      if (text.length() == "YYYY-MM-DD".length()) {
        return LocalDate.parse(text);
      }
    } catch (DateTimeException e) {
      // told below, as what is too long is
    }
    throw Problem.badParameter(name, "'" + text + "' is no date; write it as YYYY-MM-DD");
  }

  double number(String name, double lowest, double highest) {
    String value = required(name);
    try {
      double number = Double.parseDouble(value);
      if (number >= lowest && number <= highest) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below, as a number out of range is
    }
    throw Problem.badParameter(name, "'" + value + "' is no number from " + lowest + " to " + highest);
  }

  int whole(String name, int otherwise, int lowest, int highest) {
    return text(name) == null ? otherwise : (int) Math.rint(number(name, lowest, highest));
  }

  /** The rows that {@code limit} (50) and {@code offset} (0) ask for. */
  <T> Stream<T> page(List<T> rows, int most) {
    int from = Math.min(rows.size(), whole("offset", 0, 0, Integer.MAX_VALUE));
    return rows.subList(from, (int) Math.min(rows.size(), (long) from + whole("limit", PAGE_ROWS, 1, most))).stream();
  }

  /**
   * The rows in the order a parameter names: a key, ascending, or with a minus before it, descending. Rows that do
   * not differ stay as they are.
   */
  <T> List<T> sorted(String name, Map<String, Comparator<T>> orders, List<T> rows) {
    String wanted = text(name);
    if (wanted == null) {
      return rows;
    }
    Comparator<T> order = orders.get(wanted.replaceFirst("^-", ""));
    if (order == null) {
      throw Problem.badParameter(name, "'" + wanted + "' is no order; use one of "
          + String.join(", ", new TreeSet<>(orders.keySet())) + ", with - before it for descending");
    }
    return rows.stream().sorted(wanted.startsWith("-") ? order.reversed() : order).toList();
  }

  /** The id of a unit of that day, or null if none is asked for. */
  String unit(LandAnalysis analysis, DayLayers day) {
    String unit = text("unit");
    if (unit != null && !analysis.figures().hasUnit(unit, day)) {
      throw Problem.badParameter("unit", "there is no unit '" + unit + "'");
    }
    return unit;
  }

  /** What a reader makes of a parameter; what it complains of is told of that parameter. */
  <T> T read(String name, Function<String, T> reader) {
    try {
      return reader.apply(text(name));
    } catch (IllegalArgumentException e) {
      throw Problem.badParameter(name, e.getMessage());
    }
  }

  boolean flag(String name) {
    String value = text(name);
    if (value != null && !List.of("true", "false").contains(value)) {
      throw Problem.badParameter(name, "'" + value + "' is neither true nor false");
    }
    return "true".equals(value);
  }

  <E extends Enum<E>> E word(String name, Class<E> type, E otherwise) {
    String value = text(name);
    return value == null ? otherwise : word(name, value, type);
  }

  /** The constant whose name in lower case is the value. */
  static <E extends Enum<E>> E word(String name, String value, Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(value)).findFirst()
        .orElseThrow(() -> Problem.badParameter(name, "'" + value + "' is none of "
            + Arrays.stream(type.getEnumConstants()).map(each -> each.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "))));
  }
}
