package org.parkland.access;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a role sees of the personal fields. The one place that decides; whatever shows, finds, sorts, draws or writes
 * rows gets them after this has looked at them.
 *
 * @param attributes those that are not shown as they are, by name
 * @param columns delivered columns that hold the same by other names, or a certificate; in lower case
 * @param others how columns appear that nothing claims: nobody knows what an office wrote there
 */
public record Sight(Map<String, Treatment> attributes, Map<String, Treatment> columns, Treatment others) {
  /** Everything. */
  public static final Sight ALL = new Sight(Map.of(), Map.of(), Treatment.SHOWN);

  public Sight {
    attributes = Map.copyOf(attributes);
    columns = Map.copyOf(columns);
  }

  public boolean isWhole() {
    return equals(ALL);
  }

  public Treatment ofAttribute(String name) {
    return attributes.getOrDefault(name, Treatment.SHOWN);
  }

  /** Of a delivered column that no attribute claims. */
  public Treatment ofColumn(String name) {
    return columns.getOrDefault(key(name), others);
  }

  /** The one way in which names of columns are compared, here as on import. */
  public static String key(String column) {
    return column.strip().toLowerCase(Locale.ROOT);
  }

  /** A value of an attribute as it is seen; null where it is not. */
  public Object see(String attribute, Object value) {
    return ofAttribute(attribute).of(value);
  }

  /** The attributes of a row as they are seen; what is not seen is not there. */
  public Map<String, Object> see(Map<String, Object> values) {
    if (attributes.keySet().stream().noneMatch(values::containsKey)) {
      return values;
    }
    Map<String, Object> seen = new LinkedHashMap<>();
    values.forEach((name, value) -> {
      if (ofAttribute(name) != Treatment.HIDDEN) {
        seen.put(name, see(name, value));
      }
    });
    return seen;
  }

  /**
   * The unclaimed columns of a row as they are seen.
   *
   * @param kept one that figures are drawn from and that is no personal one; null for none
   */
  public Map<String, String> seeColumns(Map<String, String> values, String kept) {
    if (isWhole() || values.isEmpty()) {
      return values;
    }
    Map<String, String> seen = new LinkedHashMap<>();
    values.forEach((name, value) -> {
      Treatment treatment = name.equals(kept) && !columns.containsKey(key(name)) ? Treatment.SHOWN : ofColumn(name);
      if (treatment != Treatment.HIDDEN) {
        seen.put(name, (String) treatment.of(value));
      }
    });
    return seen;
  }
}
