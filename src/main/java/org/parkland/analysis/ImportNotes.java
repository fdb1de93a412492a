package org.parkland.analysis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.parkland.land.LostLand;
import org.parkland.land.Snapshot;

/**
 * What the report of an import says that figures must know.
 *
 * @param lostLand rows that could not be stored and whose area is known
 * @param ambiguousCodes stored code → the classes it may stand for, where a crosswalk left that open
 */
record ImportNotes(List<LostLand> lostLand, Map<String, List<String>> ambiguousCodes) {
  private static final ObjectMapper JSON =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  ImportNotes {
    lostLand = lostLand == null ? List.of() : List.copyOf(lostLand);
    ambiguousCodes = ambiguousCodes == null ? Map.of() : Map.copyOf(ambiguousCodes);
  }

  static ImportNotes of(Snapshot snapshot) {
    try {
      return JSON.readValue(snapshot.report(), ImportNotes.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the report of snapshot " + snapshot.id() + " is damaged", e);
    }
  }
}
