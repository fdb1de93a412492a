package org.parkland.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parkland.access.AccessToken;
import org.parkland.access.Account;
import org.parkland.access.Secret;
import org.parkland.store.AccountShelf;

/**
 * The accounts and tokens as the database has them, read anew every second: what the command line disables or revokes
 * while the server runs has no effect a second later, and no request waits for the database only to be let in.
 */
final class Roster {
  private static final Duration FRESH = Duration.ofSeconds(1);

  private record Page(Instant readAt, Map<String, Account> accounts, Map<String, AccessToken> tokens) {}

  private final AccountShelf shelf;
  private final Clock clock;
  private volatile Page page;

  Roster(AccountShelf shelf, Clock clock) {
    this.shelf = shelf;
    this.clock = clock;
  }

  /** Whether anybody has to log in. */
  boolean isOpen() {
    return page().accounts().isEmpty();
  }

  /** The account of that name, if somebody may use it. */
  Optional<Account> active(String name) {
    return Optional.ofNullable(page().accounts().get(name)).filter(each -> !each.isDisabled());
  }

  /** The valid token with that secret. */
  Optional<AccessToken> token(String secret) {
    return Optional.ofNullable(page().tokens().get(Secret.hash(secret))).filter(each -> each.isValid(clock.instant()));
  }

  /** Looks again at once: this server itself has changed something. */
  void forget() {
    page = null;
  }

  private Page page() {
    Page known = page;
    Instant now = clock.instant();
    // A clock set back must not keep an old page for ever.
    if (known == null || now.isBefore(known.readAt()) || known.readAt().plus(FRESH).isBefore(now)) {
      known = new Page(now, by(shelf.accounts(), Account::name), by(shelf.tokens(), AccessToken::hash));
      page = known;
    }
    return known;
  }

  private static <T> Map<String, T> by(List<T> all, Function<T, String> key) {
    return all.stream().collect(Collectors.toUnmodifiableMap(key, each -> each));
  }
}
