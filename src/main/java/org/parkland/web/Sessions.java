package org.parkland.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.parkland.access.Account;
import org.parkland.access.Secret;

/**
 * Who is logged in. Kept in memory, by the hash of the cookie: a restart logs everybody out, and what a crash leaves
 * behind opens nothing.
 */
final class Sessions {
  /** Without a request for so long, somebody else may sit at the screen. */
  static final Duration IDLE = Duration.ofHours(1);
  /** A working day; then whoever holds a stolen cookie is out, too. */
  static final Duration LONGEST = Duration.ofHours(12);
  private static final int MOST_PER_ACCOUNT = 20;

  /** @param password the hash that was logged in with: another password ends the session */
  private record Session(String account, String password, Instant begun, Instant used) {
    boolean isOver(Instant now) {
      return now.isAfter(used.plus(IDLE)) || now.isAfter(begun.plus(LONGEST)) || now.isBefore(begun);
    }
  }

  private final Map<String, Session> sessions = new ConcurrentHashMap<>();
  private final Clock clock;

  Sessions(Clock clock) {
    this.clock = clock;
  }

  /** Begins a session that nobody knew the secret of before; the cookie's value is returned. */
  String begin(Account account) {
    Instant now = clock.instant();
    sessions.values().removeIf(each -> each.isOver(now));
    while (of(account) >= MOST_PER_ACCOUNT) {
      sessions.entrySet().stream().filter(each -> each.getValue().account().equals(account.name()))
          .min(Comparator.comparing(each -> each.getValue().used()))
          .ifPresent(oldest -> sessions.remove(oldest.getKey()));
    }
    String secret = Secret.random();
    sessions.put(Secret.hash(secret), new Session(account.name(), account.password(), now, now));
    return secret;
  }

  private long of(Account account) {
    return sessions.values().stream().filter(each -> each.account().equals(account.name())).count();
  }

  /** The account of a running session, if it is still let in with the password it began with. */
  Optional<Account> find(String secret, Roster roster) {
    String key = Secret.hash(secret);
    Session session = sessions.get(key);
    if (session == null) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Optional<Account> account =
        roster.active(session.account()).filter(each -> each.password().equals(session.password()));
    if (session.isOver(now) || account.isEmpty()) {
      sessions.remove(key);
      return Optional.empty();
    }
    sessions.computeIfPresent(key,
        (same, each) -> new Session(each.account(), each.password(), each.begun(), now));
    return account;
  }

  void end(String secret) {
    sessions.remove(Secret.hash(secret));
  }
}
