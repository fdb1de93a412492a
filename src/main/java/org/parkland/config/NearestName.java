package org.parkland.config;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The known name that a mistaken one was probably meant to be. */
final class NearestName {
  private NearestName() {}

  /** @param known at least one */
  static String of(String name, List<String> known) {
    String lower = name.toLowerCase(Locale.ROOT);
    return known.stream().min(Comparator.comparingInt(each -> changes(lower, each.toLowerCase(Locale.ROOT)))).orElseThrow();
  }

  /** Letters to insert, remove or replace (Levenshtein). */
  private static int changes(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
