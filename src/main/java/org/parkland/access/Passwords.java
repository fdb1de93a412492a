package org.parkland.access;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.text.Normalizer;
import org.parkland.BadInput;

/**
 * Hashes of passwords: Argon2id with the least cost OWASP recommends (19 MiB, two passes), by password4j. That library
 * is one small jar without native code that reads and writes the usual form ($argon2id$v=19$…), so the cost can be
 * raised later and older hashes still be read; Bouncy Castle, of 8 MB, leaves that form to its user, and bcrypt forgets
 * what stands behind the 72nd byte, which is the 24th Chinese character.
 */
public final class Passwords {
  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;
  private static final int HASH_BYTES = 32;
  private static final int SHORTEST = 10;
  private static final int LONGEST = 200;
  private static final Argon2Function COST =
      Argon2Function.getInstance(MEMORY_KIB, PASSES, 1, HASH_BYTES, Argon2.ID);
  /** Of a password nobody has: checking it takes as long as checking one that somebody has. */
  private static final String NOBODYS = hashed(Secret.random());

  private Passwords() {}

  /**
   * @param account whose password it becomes
   * @throws BadInput if it is too easily guessed; the message does not show it
   */
  public static String hash(String password, String account) {
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST || length > LONGEST || normal(password).equalsIgnoreCase(account)) {
      throw new BadInput("the password", "has fewer than " + SHORTEST + " characters, more than " + LONGEST
          + ", or is the name of the account", "choose a longer one, such as four words");
    }
    return hashed(password);
  }

  private static String hashed(String password) {
    return Password.hash(normal(password)).addRandomSalt().with(COST).getResult();
  }

  /**
   * Whether the password is that of the account. Takes as long where there is no account, so that nobody learns from
   * the time which names there are.
   *
   * @param account null where none has the name
   */
  public static boolean matches(String password, Account account) {
    if (password.length() > 2 * LONGEST) {
      return false;
    }
    String hash = account == null ? NOBODYS : account.password();
    boolean equal = Password.check(normal(password), hash).with(Argon2Function.getInstanceFromHash(hash));
    return account != null && equal;
  }

  /** The same password, whichever way a keyboard composes its characters. */
  private static String normal(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }
}
