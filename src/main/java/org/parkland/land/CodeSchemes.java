package org.parkland.land;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * All schemes of codes and how to tell which one a layer is in.
 *
 * @param schemes the first is the one whose codes are stored
 * @param columns name of a column in upper case → ids of the schemes it may hold, the likeliest first
 * @param otherwise ids for other columns
 * @param clear share of rows, 0–1, that must speak for a scheme which the column does not name
 * @param weak share of rows below which the column's own scheme then falls
 * @param sampleRows rows looked at before deciding
 */
public record CodeSchemes(List<CodeScheme> schemes, Map<String, List<String>> columns, List<String> otherwise,
    double clear, double weak, int sampleRows) {

  /** The scheme whose codes are stored. */
  public CodeScheme stored() {
    return schemes.get(0);
  }

  public Optional<CodeScheme> find(String id) {
    return schemes.stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /** The schemes that a column may hold by its name, the likeliest first. */
  public List<CodeScheme> of(String column) {
    return columns.getOrDefault(column.strip().toUpperCase(Locale.ROOT), otherwise).stream()
        .map(each -> find(each).orElseThrow()).toList();
  }
}
