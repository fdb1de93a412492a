package org.parkland.access;

import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.parkland.BadInput;

/**
 * Somebody who may log in.
 *
 * @param name in the form {@link #nameOf} gives it
 * @param password as {@link Passwords} hashed it
 * @param disabledAt since when nobody may log in by it; null while they may
 */
public record Account(String name, Role role, String password, Instant createdAt, Instant disabledAt) {
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]{0,63}");

  /**
   * The one form of a name: two that look alike are the same account, whatever keyboard typed them.
   *
   * @throws BadInput if it is no name
   */
  public static String nameOf(String typed) {
    String name = normal(typed);
    if (!NAME.matcher(name).matches()) {
      throw new BadInput("account name '" + typed + "'", "is no name of an account",
          "use at most 64 letters, digits, dots, hyphens, underscores and @, a letter or digit first");
    }
    return name;
  }

  /** The same form of anything that was typed as a name, fit or not. */
  public static String normal(String typed) {
    return Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  public boolean isDisabled() {
    return disabledAt != null;
  }

  public Account withRole(Role other) {
    return new Account(name, other, password, createdAt, disabledAt);
  }

  public Account withPassword(String hash) {
    return new Account(name, role, hash, createdAt, disabledAt);
  }

  /** @param at null to let it in again */
  public Account disabled(Instant at) {
    return new Account(name, role, password, createdAt, at);
  }

  /** Without the hash of the password, which stands in no log. */
  @Override
  public String toString() {
    return "Account[" + name + ", " + role.word() + (isDisabled() ? ", disabled]" : "]");
  }
}
