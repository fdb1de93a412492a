package org.parkland.export;

import org.parkland.sink.Column;

/**
 * One column of what is handed out.
 *
 * @param name in every format that lets names be long
 * @param shortName for shapefiles; cut where it is longer than theirs may be
 * @param type of the values
 * @param label in words, for the list of fields
 */
public record Field(String name, String shortName, Column.Type type, String label) {
  /** The column without widths, which only shapefiles need. */
  Column column() {
    return new Column(name, type, 0, 0);
  }
}
