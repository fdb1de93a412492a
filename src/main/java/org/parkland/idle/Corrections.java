package org.parkland.idle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parkland.land.Attribute;
import org.parkland.land.Correction;
import org.parkland.land.Feature;
import org.parkland.land.Schema;
import org.parkland.land.Words;

/**
 * The office's corrections laid over delivered parcels.
 *
 * <p>They belong to the parcel number and not to an import, so a new delivery does not undo them. The delivered values
 * stay as they are: a correction that is taken back restores what was delivered last. The log is never shortened.
 */
public final class Corrections {
  private final Labels labels;
  private final Map<String, List<Correction>> log = new HashMap<>();

  /**
   * @param entries the whole log, in any order
   * @throws IllegalArgumentException if an entry names what is no attribute, or has a value of another type
   */
  public Corrections(List<Correction> entries, Schema parcels) {
    this.labels = new Labels(parcels);
    entries.stream().sorted(Comparator.comparingLong(Correction::number)).forEach(each -> {
      requireFitting(each, parcels);
      log.computeIfAbsent(each.parcel(), key -> new ArrayList<>()).add(each);
    });
  }

  private static void requireFitting(Correction entry, Schema parcels) {
    Attribute attribute = parcels.find(entry.attribute()).orElseThrow(() ->
        new IllegalArgumentException("'" + entry.attribute() + "' is no attribute of parcels"));
    Class<?> type = switch (attribute.type()) {
      case TEXT, CLASS -> String.class;
      case NUMBER, AREA -> Double.class;
      case DATE -> java.time.LocalDate.class;
      case FLAG -> Boolean.class;
    };
    if (entry.attribute().equals("id") || entry.value() != null && !type.isInstance(entry.value())) {
      throw new IllegalArgumentException("'" + entry.value() + "' is no value for " + entry.attribute());
    }
  }

  /** Numbers of the parcels that were ever corrected. */
  public Set<String> parcels() {
    return Set.copyOf(log.keySet());
  }

  /** All entries on a parcel, oldest first. */
  public List<Correction> history(String parcel) {
    return List.copyOf(log.getOrDefault(parcel, List.of()));
  }

  /** The correction that stands for each attribute. */
  public Map<String, Correction> standing(String parcel) {
    Map<String, Correction> standing = new LinkedHashMap<>();
    for (Correction entry : log.getOrDefault(parcel, List.of())) {
      standing.remove(entry.attribute());
      if (!entry.takenBack()) {
        standing.put(entry.attribute(), entry);
      }
    }
    return standing;
  }

  /** The parcel with the corrected values; the delivered one itself where nothing is corrected. */
  public Feature apply(Feature delivered) {
    Map<String, Correction> standing = standing(delivered.id());
    if (standing.isEmpty()) {
      return delivered;
    }
    Map<String, Object> attributes = new HashMap<>(delivered.attributes());
    standing.forEach((name, correction) -> {
      attributes.remove(name);
      if (correction.value() != null) {
        attributes.put(name, correction.value());
      }
    });
    return new Feature(delivered.row(), delivered.geometry(), attributes, delivered.extra());
  }

  /** What is corrected on a parcel, from what, why and on what evidence. */
  public List<Words> remarks(Feature delivered) {
    return standing(delivered.id()).values().stream().map(each -> remark(each, delivered)).toList();
  }

  private Words remark(Correction entry, Feature delivered) {
    Object before = delivered.attributes().get(entry.attribute());
    Correction.Evidence evidence = entry.evidence();
    return new Words(
        "更正：" + labels.zh(entry.attribute()) + "由" + (before == null ? "未提供" : before) + "改为"
            + (entry.value() == null ? "不明" : entry.value()) + "，理由：" + entry.reason()
            + (evidence == null ? "；未附证据文件" : "；证据：" + evidence.name()),
        "Corrected: '" + labels.en(entry.attribute()) + "' from " + (before == null ? "not delivered" : before)
            + " to " + (entry.value() == null ? "unknown" : entry.value()) + "; reason: " + entry.reason()
            + (evidence == null ? "; no evidence attached" : "; evidence: " + evidence.name()));
  }
}
