package org.parkland.land;

import java.time.LocalDate;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * A row of a stored layer.
 *
 * @param row number of the row in the delivered file, from 1
 * @param geometry in the CRS of its snapshot
 * @param attributes by {@link Attribute#name()}; absent when not delivered
 * @param extra columns that no attribute claims, as delivered
 */
public record Feature(
    long row, Geometry geometry, Map<String, Object> attributes, Map<String, String> extra) {

  public String text(String name) {
    return (String) attributes.get(name);
  }

  public Double number(String name) {
    return (Double) attributes.get(name);
  }

  public LocalDate date(String name) {
    return (LocalDate) attributes.get(name);
  }

  /** Null when not delivered: unknown is not the same as no. */
  public Boolean flag(String name) {
    return (Boolean) attributes.get(name);
  }

  public String id() {
    return text("id");
  }

  public String landUse() {
    return text("land_use");
  }
}
