package org.parkland.tile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers land-use codes for a raster: 0 is no land, the others in the order in which they are met. */
final class ClassCodes {
  private final Map<String, Short> numbers = new HashMap<>();
  private final List<String> codes = new ArrayList<>();

  /** @param code null where the data do not say; that is a class of its own */
  short number(String code) {
    Short known = numbers.get(code);
    if (known == null) {
      codes.add(code);
      known = (short) codes.size();
      numbers.put(code, known);
    }
    return known;
  }

  String code(int number) {
    return codes.get(number - 1);
  }

  /** The highest number in use. */
  int count() {
    return codes.size();
  }
}
