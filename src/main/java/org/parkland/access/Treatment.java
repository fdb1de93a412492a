package org.parkland.access;

import java.util.Locale;

/** How a personal field appears to a role. */
public enum Treatment {
  SHOWN,
  /** Text by its first character and a star; there is no such thing as a part of a number, so numbers are hidden. */
  MASKED,
  HIDDEN;

  /** As it is written in the policy. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What is left of a value; null where nothing is. */
  Object of(Object value) {
    return switch (this) {
      case SHOWN -> value;
      case MASKED -> value instanceof String text && !text.isBlank() ? masked(text.strip()) : null;
      case HIDDEN -> null;
    };
  }

  /** The length stays untold: it would tell many a name from another. */
  private static String masked(String text) {
    return new StringBuilder().appendCodePoint(text.codePointAt(0)).append('*').toString();
  }
}
