package org.parkland.log;

import java.util.regex.Pattern;

/** Takes secrets out of what is logged. */
final class Redaction {
  private static final Pattern NAMED = Pattern.compile(
      "(?i)\\b(password|passwd|pwd|secret|token|tk|key|authorization|cookie)(\\s?[=:]\\s?|\"\\s?:\\s?\")(Bearer |Basic )?[^\\s&,;\"']+");
  private static final Pattern BEARER = Pattern.compile("(?i)\\b(Bearer|Basic) [A-Za-z0-9._~+/=-]{8,}");
  private static final Pattern USER_INFO = Pattern.compile("://[^/@\\s]{1,200}@");

  private Redaction() {}

  static String of(String text) {
    String named = NAMED.matcher(text).replaceAll("$1$2•••");
    return USER_INFO.matcher(BEARER.matcher(named).replaceAll("$1 •••")).replaceAll("://•••@");
  }
}
