package org.parkland.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Objects;

/**
 * What is done to which object.
 *
 * @param object in a few words, such as {@code snapshot 7} or {@code parcel 440704…}
 * @param before JSON; null where there was nothing
 * @param after JSON; null where nothing is left
 */
public record Deed(Action action, String object, String before, String after) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST_OBJECT = 500;

  public Deed {
    Objects.requireNonNull(action, "action");
    object = Plain.text(object, LONGEST_OBJECT);
    before = before == null ? null : Plain.text(before, Integer.MAX_VALUE);
    after = after == null ? null : Plain.text(after, Integer.MAX_VALUE);
  }

  /** @param before and {@code after} of strings, numbers, booleans, lists and maps; null for nothing */
  public static Deed of(Action action, String object, Map<String, ?> before, Map<String, ?> after) {
    return new Deed(action, object, json(before), json(after));
  }

  private static String json(Map<String, ?> values) {
    try {
      return values == null ? null : JSON.writeValueAsString(values);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("plain values always become JSON", e);
    }
  }
}
