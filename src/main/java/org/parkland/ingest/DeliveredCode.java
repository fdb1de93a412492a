package org.parkland.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parkland.land.CodeScheme;

/**
 * A delivered code as its scheme knows it, with what had to be done to recognise it.
 *
 * <p>Mended are codes padded with zeros on the right (100100 for 1001), codes whose leading zero a spreadsheet took
 * (701 for 0701), and marks behind a code (0201K). Of mixed uses (R2/B1, 0701+0901, B1R2) the first one leads.
 *
 * @param others the other codes of a mixed use
 */
record DeliveredCode(CodeScheme.Entry entry, Mending mending, List<CodeScheme.Entry> others) {
  enum Mending {
    NONE, PADDED, SHORTENED
  }

  private static final Pattern DIGITS = Pattern.compile("\\d+");
  private static final Pattern MARKED = Pattern.compile("(\\d+)[A-Z]");
  private static final Pattern BETWEEN_USES = Pattern.compile("\\s*[/+,、;|&和兼]\\s*");
  private static final Pattern LETTER_CODE = Pattern.compile("[A-Z]\\d{0,2}");

  static Optional<DeliveredCode> find(String delivered, CodeScheme scheme) {
    String code = delivered.strip().toUpperCase(Locale.ROOT);
    Optional<DeliveredCode> single = single(code, scheme);
    return single.isPresent() ? single : mixed(code, scheme);
  }

  private static Optional<DeliveredCode> single(String code, CodeScheme scheme) {
    Optional<DeliveredCode> plain = scheme.find(code).map(each -> of(each, Mending.NONE));
    if (plain.isPresent()) {
      return plain;
    }
    Matcher marked = MARKED.matcher(code);
    if (marked.matches()) {
      return scheme.find(marked.group(1)).map(each -> of(each, Mending.NONE));
    }
    return DIGITS.matcher(code).matches() ? mended(code, scheme) : Optional.empty();
  }

  private static Optional<DeliveredCode> mended(String code, CodeScheme scheme) {
    boolean shortened = code.length() % 2 == 1;
    String digits = shortened ? "0" + code : code;
    for (String each = digits; each.length() >= 2; each = each.substring(0, each.length() - 2)) {
      Optional<CodeScheme.Entry> found = scheme.find(each);
      if (found.isPresent()) {
        return Optional.of(of(found.get(), shortened ? Mending.SHORTENED : Mending.PADDED));
      }
      if (!each.endsWith("00")) {
        break;
      }
    }
    return Optional.empty();
  }

  private static DeliveredCode of(CodeScheme.Entry entry, Mending mending) {
    return new DeliveredCode(entry, mending, List.of());
  }

  /** All parts must be known: half a code understood is a code not understood. */
  private static Optional<DeliveredCode> mixed(String code, CodeScheme scheme) {
    List<String> parts = parts(code);
    List<CodeScheme.Entry> entries = new ArrayList<>();
    for (String part : parts) {
      single(part, scheme).ifPresent(each -> entries.add(each.entry()));
    }
    return parts.size() < 2 || entries.size() < parts.size() ? Optional.empty()
        : Optional.of(new DeliveredCode(entries.get(0), Mending.NONE, entries.subList(1, entries.size())));
  }

  private static List<String> parts(String code) {
    if (BETWEEN_USES.matcher(code).find()) {
      return List.of(BETWEEN_USES.split(code));
    }
    List<String> parts = new ArrayList<>();
    Matcher letters = LETTER_CODE.matcher(code);
    int end = 0;
    while (letters.find() && letters.start() == end) {
      parts.add(letters.group());
      end = letters.end();
    }
    return end == code.length() ? parts : List.of();
  }
}
