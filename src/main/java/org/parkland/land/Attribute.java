package org.parkland.land;

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
}
