package org.parkland.land;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/**
 * One attribute that Parkland knows about a layer.
 *
 * @param name name in the database and the API; carries the unit ({@code registered_area_m2})
 * @param type how delivered text becomes a value
 * @param required whether a row without it is refused
 * @param personal whether it says something about a person or firm, to be hidden from viewers
 * @param unit unit to be shown, or null
 * @param aliases names of columns under which offices deliver it, best first
 */
public record Attribute(
    String name,
    Type type,
    boolean required,
    boolean personal,
    String unit,
    String label,
    String labelEn,
    List<String> aliases) {

  /** What values are: text and class are String, number and area (m²) Double, date LocalDate, flag Boolean. */
  public enum Type {
    TEXT, NUMBER, AREA, DATE, FLAG, CLASS
  }

  /**
   * The value a text stands for: a date as YYYY-MM-DD, a plain number, {@code true} or {@code false}.
   *
   * @throws IllegalArgumentException if it stands for no value of this type; the message says how to write one
   */
  public Object read(String text) {
    return switch (type) {
      case TEXT, CLASS -> text;
      case NUMBER, AREA -> number(text);
      case DATE -> date(text);
      case FLAG -> flag(text);
    };
  }

  private static Double number(String text) {
    try {
      double number = Double.parseDouble(text);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below, as a number without end is
    }
    throw new IllegalArgumentException("'" + text + "' is no number");
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("'" + text + "' is no date, write it as YYYY-MM-DD", e);
    }
  }

  private static Boolean flag(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new IllegalArgumentException("'" + text + "' is neither true nor false");
    }
    return Boolean.valueOf(text);
  }
}
