package org.parkland.store.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/** Delivered columns that no attribute claims: one JSON object a row. */
public final class ExtraColumns {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private ExtraColumns() {}

  /** Null where there are none. */
  public static String json(Map<String, String> extra) {
    try {
      return extra.isEmpty() ? null : JSON.writeValueAsString(extra);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("text columns always become JSON", e);
    }
  }

  static Map<String, String> parse(String json) {
    try {
      return json == null ? Map.of() : JSON.readValue(json, TEXTS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored extra columns are damaged", e);
    }
  }
}
