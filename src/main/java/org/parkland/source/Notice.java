package org.parkland.source;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something a reader found out about a file that its user should know: what was found and why it was read so.
 *
 * @param code stable word of the catalogue {@code gis-data/standards/findings.yaml}, which holds its texts
 * @param details what the texts name in braces
 */
public record Notice(String code, Map<String, String> details) {
  public Notice {
    details = Map.copyOf(details);
  }

  /** @param details names and values in turn */
  public static Notice of(String code, Object... details) {
    Map<String, String> named = new LinkedHashMap<>();
    for (int i = 0; i < details.length; i += 2) {
      named.put((String) details[i], String.valueOf(details[i + 1]));
    }
    return new Notice(code, named);
  }
}
