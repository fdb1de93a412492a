package org.parkland.land;

import java.util.List;

/**
 * A row of the national structure table, as the standard defines it.
 *
 * @param within id of the row it is part of, or null
 * @param codes classes that stand in it, with all below them; empty for a row that is the sum of others
 */
public record StructureRow(String id, String within, String name, String nameEn, List<String> codes) {
  public boolean holds(String code) {
    return code != null && codes.stream().anyMatch(code::startsWith);
  }
}
