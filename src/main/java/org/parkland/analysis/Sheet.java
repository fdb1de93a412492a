package org.parkland.analysis;

import java.util.List;
import java.util.Map;

/**
 * A finished report: plain data, to be kept, sent and printed as it is. Areas are m², unrounded.
 *
 * @param answer the JSON of command line and API
 * @param tables the same for reading; the first is the one for CSV
 */
public record Sheet(Map<String, Object> answer, List<Table> tables) {
  /** Rows with the same columns; a value may be missing. */
  public record Table(String title, List<String> columns, List<Map<String, Object>> rows) {}
}
