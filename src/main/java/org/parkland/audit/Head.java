package org.parkland.audit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The end of the chain at some moment: whoever keeps it elsewhere can later tell whether everything up to it is still
 * what it was.
 *
 * @param sequence of the last entry; 0 before the first
 * @param hash of the last entry, 64 hexadecimal digits
 */
public record Head(long sequence, String hash) {
  /** Before the first entry. */
  public static final Head START = new Head(0, "0".repeat(64));
  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,18}):([0-9a-f]{64})");

  /** Reads what {@link #toString} wrote. */
  public static Optional<Head> parse(String text) {
    Matcher parts = WRITTEN.matcher(text.strip());
    return parts.matches() ? Optional.of(new Head(Long.parseLong(parts.group(1)), parts.group(2))) : Optional.empty();
  }

  /** {@code 12:9f86…}. */
  @Override
  public String toString() {
    return sequence + ":" + hash;
  }
}
