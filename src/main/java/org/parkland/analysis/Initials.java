package org.parkland.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.sourceforge.pinyin4j.PinyinHelper;

/** The first letters of a Chinese text's syllables, as planners type them: 外海街道 is {@code whjd}. */
final class Initials {
  /** A text with several characters of several readings is written in at most so many ways. */
  private static final int MOST_WAYS = 4;

  private static final Map<Character, String> READINGS = new ConcurrentHashMap<>();

  private Initials() {}

  /** All ways to write it; letters and digits stand for themselves, other signs are left out. Empty without Chinese. */
  static List<String> of(String text) {
    List<StringBuilder> ways = new ArrayList<>(List.of(new StringBuilder()));
    boolean chinese = false;
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      String letters = READINGS.computeIfAbsent(sign, Initials::letters);
      chinese |= sign > 127 && !letters.isEmpty();
      if (!letters.isEmpty()) {
        append(ways, letters);
      }
    }
    return chinese ? ways.stream().map(StringBuilder::toString).toList() : List.of();
  }

  private static void append(List<StringBuilder> ways, String letters) {
    int before = ways.size();
    for (int other = 1; other < letters.length() && ways.size() + before <= MOST_WAYS; other++) {
      for (int way = 0; way < before; way++) {
        ways.add(new StringBuilder(ways.get(way)).append(letters.charAt(other)));
      }
    }
    for (int way = 0; way < before; way++) {
      ways.get(way).append(letters.charAt(0));
    }
  }

  /** The different first letters of a character's readings. */
  private static String letters(char sign) {
    if (sign < 128) {
      return Character.isLetterOrDigit(sign) ? String.valueOf(sign).toLowerCase(Locale.ROOT) : "";
    }
    String[] readings = PinyinHelper.toHanyuPinyinStringArray(sign);
    Set<String> first = new LinkedHashSet<>();
    for (String reading : readings == null ? new String[0] : readings) {
      first.add(reading.substring(0, 1));
    }
    return String.join("", first);
  }
}
