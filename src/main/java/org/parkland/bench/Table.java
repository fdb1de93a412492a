package org.parkland.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/** Prints a result for people, and as one line of JSON for programs. */
final class Table {
  private Table() {}

  static void print(Map<String, Object> result) throws JsonProcessingException {
    result.forEach((name, value) -> System.out.printf("%-34s %s%n", name,
        value instanceof Double number ? number(number) : value));
    System.out.println(new ObjectMapper().writeValueAsString(result));
  }

  private static String number(double value) {
    return value != 0 && Math.abs(value) < 1e-3 ? String.format("%.2e", value) : String.format("%.3f", value);
  }
}
