package org.parkland.analysis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.parkland.ingest.OpenCodes;
import org.parkland.land.LostLand;
import org.parkland.land.Snapshot;

/**
 * What the report of an import says that figures must know.
 *
 * @param lostLand rows that could not be stored and whose area is known
 * @param ambiguousCodes stored code → the classes it may stand for, where a crosswalk left that open
 * @param ambiguousDelivered the same by delivered code, which rows that have one keep as delivered
 * @param areaM2 of all stored rows; null in reports of older programs
 * @param box west, south, east, north of all stored rows in the CRS of the layer; null likewise
 * @param scheme how the codes were read; null where the layer has none
 */
record ImportNotes(List<LostLand> lostLand, Map<String, List<String>> ambiguousCodes,
    Map<String, List<String>> ambiguousDelivered, Double areaM2, double[] box, Scheme scheme) {
  /** @param column that held the codes */
  record Scheme(String column) {}

  private static final ObjectMapper JSON =
      new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  ImportNotes {
    lostLand = lostLand == null ? List.of() : List.copyOf(lostLand);
    ambiguousCodes = ambiguousCodes == null ? Map.of() : Map.copyOf(ambiguousCodes);
    ambiguousDelivered = ambiguousDelivered == null ? Map.of() : Map.copyOf(ambiguousDelivered);
  }

  /** The delivered column that must be read to know what stays open; null where stored codes say all. */
  String codeColumn() {
    return ambiguousDelivered.isEmpty() || scheme == null ? null : scheme.column();
  }

  OpenCodes open() {
    return new OpenCodes(codeColumn(), ambiguousCodes, ambiguousDelivered);
  }

  static ImportNotes of(Snapshot snapshot) {
    try {
      return JSON.readValue(snapshot.report(), ImportNotes.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the report of snapshot " + snapshot.id() + " is damaged", e);
    }
  }
}
