package org.parkland.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.parkland.BadInput;
import org.parkland.land.CodeScheme;
import org.parkland.land.CodeSchemes;

/**
 * Which scheme of codes a layer is in, decided once for the whole layer.
 *
 * @param scheme to read the codes by
 * @param rivals schemes of the column that the rows support as well, so that nothing tells them apart
 * @param byColumn the scheme the name of the column stands for
 * @param support share of rows, 0–1, that agree with the scheme
 * @param evidence in words of codes and names, or null
 */
record SchemeDecision(
    CodeScheme scheme, List<CodeScheme> rivals, CodeScheme byColumn, double support, String evidence) {
  private static final int SHOWN_EXAMPLES = 3;

  /** A delivered code and the name beside it, or null. */
  record Pair(String code, String name) {}

  /** Whether the rows spoke for another scheme than the column. */
  boolean isAgainstColumn() {
    return scheme != byColumn;
  }

  /**
   * @param column that holds the codes
   * @param chosen id of a scheme that the user names, or null
   * @param rows how often each pair stands in the rows looked at
   * @throws BadInput if the user names a scheme that is not known
   */
  static SchemeDecision of(CodeSchemes schemes, String column, String chosen, Map<Pair, Long> rows) {
    if (chosen != null) {
      CodeScheme scheme = schemes.find(chosen.toLowerCase(Locale.ROOT)).orElseThrow(() -> new BadInput(
          "--scheme " + chosen, "there is no such scheme of codes",
          "use one of " + String.join(", ", schemes.schemes().stream().map(CodeScheme::id).toList())));
      return new SchemeDecision(scheme, List.of(), scheme, support(scheme, rows), null);
    }
    Map<CodeScheme, Double> support = new LinkedHashMap<>();
    schemes.schemes().forEach(each -> support.put(each, support(each, rows)));
    List<CodeScheme> own = schemes.of(column);
    CodeScheme byColumn = best(own, support);
    CodeScheme best = best(schemes.schemes(), support);
    if (support.get(best) >= schemes.clear() && support.get(byColumn) < schemes.weak()) {
      return new SchemeDecision(best, List.of(), byColumn, support.get(best), examples(best, byColumn, rows));
    }
    List<CodeScheme> rivals = new ArrayList<>();
    if (rows.keySet().stream().allMatch(each -> each.name() == null)) {
      own.stream().filter(each -> each != byColumn && support.get(each).equals(support.get(byColumn)))
          .forEach(rivals::add);
    }
    return new SchemeDecision(byColumn, rivals, byColumn, support.get(byColumn), null);
  }

  /** The first of those that most rows agree with. */
  private static CodeScheme best(List<CodeScheme> among, Map<CodeScheme, Double> support) {
    CodeScheme best = among.get(0);
    for (CodeScheme each : among) {
      best = support.get(each) > support.get(best) ? each : best;
    }
    return best;
  }

  /** Share of rows that agree: by their names where any row has one, else by whether the code exists. */
  private static double support(CodeScheme scheme, Map<Pair, Long> rows) {
    boolean named = rows.keySet().stream().anyMatch(each -> each.name() != null);
    long all = 0;
    long agreeing = 0;
    for (Map.Entry<Pair, Long> each : rows.entrySet()) {
      Pair pair = each.getKey();
      if (!named || pair.name() != null) {
        all += each.getValue();
        agreeing += agrees(scheme, pair, named) ? each.getValue() : 0;
      }
    }
    return all == 0 ? 0 : agreeing / (double) all;
  }

  private static boolean agrees(CodeScheme scheme, Pair pair, boolean named) {
    return DeliveredCode.find(pair.code(), scheme)
        .map(found -> !named || scheme.agrees(found.entry(), pair.name())).orElse(false);
  }

  /** {@code 0702 农村宅基地 ×512}: what speaks for one scheme and against the other, the commonest first. */
  private static String examples(CodeScheme best, CodeScheme byColumn, Map<Pair, Long> rows) {
    Map<Pair, Long> telling = new HashMap<>(rows);
    telling.keySet().removeIf(each -> !agrees(best, each, each.name() != null)
        || agrees(byColumn, each, each.name() != null));
    return String.join("; ", telling.entrySet().stream()
        .sorted(Map.Entry.<Pair, Long>comparingByValue().reversed().thenComparing(each -> each.getKey().code()))
        .limit(SHOWN_EXAMPLES).map(each -> each.getKey().code()
            + (each.getKey().name() == null ? "" : " " + each.getKey().name()) + " ×" + each.getValue()).toList());
  }
}
