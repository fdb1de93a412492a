package org.parkland.web;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.parkland.access.Account;
import org.parkland.access.Passwords;

/**
 * Looks at passwords: a few at a time, for each takes 19 MB and tens of milliseconds of a core, and never more often
 * than the throttle allows.
 */
final class LogIn {
  private static final int AT_ONCE = 2;
  private static final int PATIENCE_S = 5;

  private final Roster roster;
  private final Throttle throttle;
  private final Semaphore places = new Semaphore(AT_ONCE, true);

  LogIn(Roster roster, Throttle throttle) {
    this.roster = roster;
    this.throttle = throttle;
  }

  /** What came of an attempt. */
  sealed interface Outcome {
    record In(Account account) implements Outcome {}

    /** Whether name or password is wrong is not said. */
    record Refused() implements Outcome {}

    record TooSoon(Duration delay) implements Outcome {}

    record Busy() implements Outcome {}
  }

  Outcome attempt(String typedName, String password, String address) {
    String name = Account.normal(typedName);
    Duration wait = throttle.wait(name, address);
    if (!wait.isZero()) {
      return new Outcome.TooSoon(wait);
    }
    try {
      if (!places.tryAcquire(PATIENCE_S, TimeUnit.SECONDS)) {
        return new Outcome.Busy();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome.Busy();
    }
    try {
      return check(name, password, address);
    } finally {
      places.release();
    }
  }

  private Outcome check(String name, String password, String address) {
    throttle.begin(name, address);
    Account account = roster.active(name).orElse(null);
    if (!Passwords.matches(password, account)) {
      return new Outcome.Refused();
    }
    throttle.succeed(name, address);
    return new Outcome.In(account);
  }
}
