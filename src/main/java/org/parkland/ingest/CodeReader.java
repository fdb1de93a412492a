package org.parkland.ingest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.parkland.BadInput;
import org.parkland.land.Classification;
import org.parkland.land.CodeScheme;
import org.parkland.land.CodeScheme.Entry;

/**
 * Reads delivered land-use codes of one scheme as codes of the classification, and remembers how often each was met,
 * with how much land, what had to be mended and what stays open.
 */
final class CodeReader {
  /**
   * What a code was read as; the same for every row that has it.
   *
   * @param entry of the scheme; null where there is none, or where the user's translation stands for it
   * @param code of the classification, or null
   */
  record Reading(String delivered, Entry entry, String code, boolean newIndustry, List<String> possible) {
    /** Whether the row must keep the delivered code, because the stored one does not tell it. */
    boolean isToBeKept() {
      return code != null && (!code.equals(delivered) || possible.size() > 1);
    }
  }

  /** How a code and the name beside it fit. */
  enum Fit {
    AGREES, CONTRADICTS, UNKNOWN_NAME
  }

  private record Pair(String code, String name) {}

  private final Classification classification;
  private final SchemeDecision decision;
  private final Map<String, String> chosen;
  private final boolean keepUnknown;
  private final Map<String, DeliveredUse> uses = new LinkedHashMap<>();
  /** Asked by other threads while rows are read. */
  private final Map<String, List<String>> open = new ConcurrentHashMap<>();
  private final Map<Pair, Fit> fits = new HashMap<>();
  private final Map<Pair, DeliveredUse> unknownNames = new LinkedHashMap<>();
  private long named;
  private long contradicting;

  /**
   * @param chosen the user's own translations, delivered → code
   * @param keepUnknown whether codes of no classification are handed on as delivered
   * @throws BadInput if a translation leads to no class
   */
  CodeReader(
      Classification classification, SchemeDecision decision, Map<String, String> chosen, boolean keepUnknown) {
    this.classification = classification;
    this.decision = decision;
    this.keepUnknown = keepUnknown;
    this.chosen = chosen;
    chosen.forEach((from, to) -> {
      if (classification.find(to).isEmpty()) {
        throw new BadInput("--map-code " + from + "=" + to, "'" + to + "' is in no classification",
            "use a code of " + classification.edition());
      }
    });
  }

  SchemeDecision decision() {
    return decision;
  }

  /** What is kept with the snapshot: the edition of the stored codes, and what they were translated from. */
  String edition() {
    String stored = classification.edition();
    return decision.scheme().edition().equals(stored) ? stored : decision.scheme().edition() + " → " + stored;
  }

  /** How the code is to be stored. Where there is no class: as delivered if such are kept, else null. */
  Reading read(String delivered, long row) {
    DeliveredUse use = uses.computeIfAbsent(delivered, each -> new DeliveredUse(row, noted(resolve(each))));
    use.rows++;
    return use.reading;
  }

  /** Adds the land of a row, m². */
  void addLand(Reading reading, double areaM2) {
    uses.get(reading.delivered()).areaM2 += areaM2;
  }

  private Reading noted(Reading reading) {
    if (reading.possible().size() > 1) {
      open.put(reading.delivered(), reading.possible());
    }
    return reading;
  }

  private Reading resolve(String delivered) {
    if (chosen.containsKey(delivered)) {
      return new Reading(delivered, null, chosen.get(delivered), false, List.of(chosen.get(delivered)));
    }
    Entry entry = entry(delivered).orElse(null);
    if (entry == null || entry.target() == null) {
      return new Reading(delivered, entry, keepUnknown ? delivered : null, false, List.of());
    }
    return new Reading(delivered, entry, entry.target(), decision.scheme().isNewIndustry(entry.code()),
        possible(delivered, entry));
  }

  private Optional<Entry> entry(String delivered) {
    return found(delivered).map(DeliveredCode::entry);
  }

  private Optional<DeliveredCode> found(String delivered) {
    return DeliveredCode.find(delivered, decision.scheme());
  }

  private List<String> possible(String delivered, Entry entry) {
    Set<String> possible = new LinkedHashSet<>(entry.possible());
    for (CodeScheme rival : decision.rivals()) {
      DeliveredCode.find(delivered, rival).map(DeliveredCode::entry).filter(each -> each.target() != null)
          .ifPresent(each -> possible.addAll(each.possible()));
    }
    return List.copyOf(possible);
  }

  /** Whether the name beside a code speaks for it; blank names do not speak. */
  Fit fit(Reading reading, String name, long row) {
    if (name == null || reading.entry() == null) {
      return Fit.AGREES;
    }
    Pair pair = new Pair(reading.delivered(), name);
    Fit fit = fits.computeIfAbsent(pair, unused -> fit(reading.entry(), name));
    named++;
    contradicting += fit == Fit.CONTRADICTS ? 1 : 0;
    if (fit == Fit.UNKNOWN_NAME) {
      unknownNames.computeIfAbsent(pair, unused -> new DeliveredUse(row, reading)).rows++;
    }
    return fit;
  }

  private Fit fit(Entry entry, String name) {
    if (decision.scheme().agrees(entry, name)) {
      return Fit.AGREES;
    }
    return decision.scheme().named(name).isEmpty() ? Fit.UNKNOWN_NAME : Fit.CONTRADICTS;
  }

  /** What the catalogue's texts about a contradiction name. */
  Object[] contradiction(Reading reading, String name) {
    String codes = String.join(", ", decision.scheme().named(name).stream().map(Entry::code).toList());
    return new Object[] {"code", reading.delivered(), "name", name, "named", codes,
      "expected", reading.entry().name(), "scheme", decision.scheme().name().zh()};
  }

  /** Rows whose code was mended or translated by the user. */
  long mended() {
    return uses.values().stream().filter(each -> chosen.containsKey(each.reading.delivered())
        || found(each.reading.delivered()).map(found -> found.mending() != DeliveredCode.Mending.NONE).orElse(false))
        .mapToLong(each -> each.rows).sum();
  }

  /** Delivered code → the classes it may stand for, where that is left open, in the order of their first rows. */
  Map<String, List<String>> ambiguous() {
    Map<String, List<String>> inOrder = new LinkedHashMap<>();
    uses.keySet().stream().filter(open::containsKey).forEach(each -> inOrder.put(each, open.get(each)));
    return inOrder;
  }

  /** The same as a view of what was met so far; safe to share between threads. */
  Map<String, List<String>> open() {
    return Collections.unmodifiableMap(open);
  }

  /** @throws BadInput naming every unknown code and the first row that has it */
  void requireAllKnown(String file, String column) {
    List<DeliveredUse> unknown = unknown();
    if (unknown.isEmpty() || keepUnknown) {
      return;
    }
    DeliveredUse first = unknown.get(0);
    String others = unknown.size() == 1 ? ""
        : " (and " + (unknown.size() - 1) + " more unknown codes: " + String.join(", ",
            unknown.stream().skip(1).limit(10).map(each -> each.reading.delivered()).toList()) + ")";
    String code = first.reading.delivered();
    throw new BadInput(file + " row " + first.firstRow + " field " + column,
        "code '" + code + "' is in no classification" + others,
        "map it with --map-code " + code + "=CODE, where CODE is of " + classification.edition()
            + ", or store it as delivered with --keep-unknown-codes");
  }

  /** Codes of no classification and the rows that have them. */
  Map<String, Long> unknownRows() {
    Map<String, Long> rows = new LinkedHashMap<>();
    unknown().forEach(each -> rows.put(each.reading.delivered(), each.rows));
    return rows;
  }

  private List<DeliveredUse> unknown() {
    List<DeliveredUse> unknown = new ArrayList<>();
    for (DeliveredUse each : uses.values()) {
      if (each.reading.possible().isEmpty()) {
        unknown.add(each);
      }
    }
    return unknown;
  }

  /** Everything there is to say about the codes of the layer. */
  void tell(ImportReport report, String column) {
    unknown().forEach(each -> report.add(
        "unknown-code", each.firstRow, null, (double) each.rows, null, "code", each.reading.delivered()));
    new CodeNotes(classification, decision, report).tell(uses.values(), chosen.keySet());
    unknownNames.forEach((pair, use) -> report.add("unknown-name", use.firstRow, null, (double) use.rows, null,
        "code", pair.code(), "name", pair.name(), "scheme", decision.scheme().name().zh(),
        "expected", entry(pair.code()).map(Entry::name).orElse("")));
    tellScheme(report, column);
  }

  private void tellScheme(ImportReport report, String column) {
    if (decision.isAgainstColumn()) {
      report.add("scheme-by-evidence", 0, null, 100 * decision.support(), null, "column", column,
          "scheme", decision.scheme().name().zh(), "expected", decision.byColumn().name().zh(),
          "evidence", decision.evidence());
    }
    if (named > 0 && contradicting > named / 2) {
      report.add("scheme-doubtful", 0, null, 100.0 * contradicting / named, null,
          "scheme", decision.scheme().name().zh(), "evidence", contradicting + "/" + named);
    }
  }
}
