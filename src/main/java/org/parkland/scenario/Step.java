package org.parkland.scenario;

import java.util.List;

/**
 * A change, carried out.
 *
 * @param edit what it did to a layer; null where it redraws the protection line
 * @param line what it did to the protection line; null else
 * @param beforeM2 area of the land it touched
 * @param afterM2 area of the same land afterwards; differs by no more than rounding
 * @param code class that results; null where several do
 */
public record Step(Change change, Edit edit, LineEdit line, double beforeM2, double afterM2, String code) {
  static Step of(Change change, Edit edit, double beforeM2, double afterM2, String code) {
    return new Step(change, edit, null, beforeM2, afterM2, code);
  }

  /** Numbers of the parcels or blocks that came into being or changed. */
  public List<String> made() {
    return edit == null ? List.of() : edit.after().stream().map(each -> each.id()).toList();
  }
}
