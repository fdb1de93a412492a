package org.parkland.ingest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.parkland.BadInput;
import org.parkland.land.Classification;

/**
 * Reads delivered land-use codes against a classification and remembers what it had to mend and what it did
 * not know.
 *
 * <p>Two habits of planning databases are mended and counted: codes padded with zeros on the right (100100 for
 * 1001) and codes whose leading zero a spreadsheet took (701 for 0701).
 */
final class CodeReader {
  private final Classification classification;
  private final Map<String, String> chosen;
  private final Map<String, Optional<String>> known = new LinkedHashMap<>();
  private final boolean keepUnknown;
  private final Map<String, Long> firstUnknownRow = new LinkedHashMap<>();
  private final Map<String, Long> unknownRows = new LinkedHashMap<>();
  private long mended;

  /**
   * @param chosen the user's own translations, delivered → code
   * @param keepUnknown whether codes of no classification are handed on as delivered
   * @throws BadInput if a translation leads to no class
   */
  CodeReader(Classification classification, Map<String, String> chosen, boolean keepUnknown) {
    this.classification = classification;
    this.keepUnknown = keepUnknown;
    this.chosen = chosen;
    chosen.forEach((from, to) -> {
      if (classification.find(to).isEmpty()) {
        throw new BadInput("--map-code " + from + "=" + to, "'" + to + "' is in no classification",
            "use a code of " + classification.edition());
      }
    });
  }

  /**
   * The code of the classification. Where there is none: as delivered if such are kept, else null, which
   * {@link #requireAllKnown} reports.
   */
  String read(String delivered, long row) {
    Optional<String> code = known.computeIfAbsent(delivered, this::resolve);
    if (code.isEmpty()) {
      firstUnknownRow.putIfAbsent(delivered, row);
      unknownRows.merge(delivered, 1L, Long::sum);
      return keepUnknown ? delivered : null;
    }
    if (!code.get().equals(delivered)) {
      mended++;
    }
    return code.get();
  }

  private Optional<String> resolve(String delivered) {
    if (chosen.containsKey(delivered)) {
      return Optional.of(chosen.get(delivered));
    }
    String digits = delivered.length() % 2 == 1 ? "0" + delivered : delivered;
    for (String code = digits; code.length() >= 2; code = code.substring(0, code.length() - 2)) {
      if (classification.find(code).isPresent()) {
        return Optional.of(code);
      }
      if (!code.endsWith("00")) {
        break;
      }
    }
    return Optional.empty();
  }

  long mended() {
    return mended;
  }

  /** @throws BadInput naming every unknown code and the first row that has it */
  void requireAllKnown(String file, String column) {
    if (firstUnknownRow.isEmpty() || keepUnknown) {
      return;
    }
    Map.Entry<String, Long> first = firstUnknownRow.entrySet().iterator().next();
    String others = firstUnknownRow.size() == 1 ? ""
        : " (and " + (firstUnknownRow.size() - 1) + " more unknown codes: " + String.join(", ",
            firstUnknownRow.keySet().stream().skip(1).limit(10).toList()) + ")";
    throw new BadInput(file + " row " + first.getValue() + " field " + column, "code '" + first.getKey()
        + "' is in no classification" + others,
        "map it with --map-code " + first.getKey() + "=CODE, where CODE is of " + classification.edition()
            + ", or store it as delivered with --keep-unknown-codes");
  }

  /** A warning for each unknown code that was stored, with the number of its rows. */
  void tellUnknown(ImportReport report) {
    unknownRows.forEach((code, rows) ->
        report.add("unknown-code", firstUnknownRow.get(code), null, (double) rows, null, "code", code));
  }
}
