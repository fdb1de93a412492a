package org.parkland.config;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What a setting may be.
 *
 * @param wanted what to write, for messages
 * @param fits whether a text is such a value
 * @param shown the value as it may be printed: without secrets
 */
public record SettingKind(String wanted, Predicate<String> fits, UnaryOperator<String> shown) {
  /** Any text. */
  public static final SettingKind TEXT = new SettingKind("a text", text -> true, UnaryOperator.identity());
  /** {@code true} or {@code false}. */
  public static final SettingKind FLAG = oneOf("true", "false");
  /** Never printed. */
  public static final SettingKind SECRET = new SettingKind("a text", text -> true, text -> text.isEmpty() ? "" : "•••");
  /** A file or URL whose user, password and parameters are not printed. */
  public static final SettingKind ADDRESS =
      new SettingKind("a file or URL", text -> true, ServerAddress::withoutSecrets);

  /** A whole number within bounds, both included. */
  public static SettingKind whole(long lowest, long highest) {
    return new SettingKind("a whole number from " + lowest + " to " + highest,
        text -> text.matches("[0-9]{1,18}") && Long.parseLong(text) >= lowest && Long.parseLong(text) <= highest,
        UnaryOperator.identity());
  }

  /** One of some words. */
  public static SettingKind oneOf(String... words) {
    return new SettingKind(String.join(" or ", words), List.of(words)::contains, UnaryOperator.identity());
  }
}
