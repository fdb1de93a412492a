package org.parkland.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Slows down whoever guesses passwords. After a few failures each further one doubles the wait, for the account at that
 * address and for the address; a wait that is not kept is answered without looking at the password. For an account as
 * a whole, whatever the addresses, the wait stays short, and none at all where its owner has logged in lately: nobody
 * locks another one out by guessing.
 */
final class Throttle {
  private static final int FREE_AT_ONE_PLACE = 5;
  private static final int FREE_FOR_AN_ADDRESS = 20;
  private static final int FREE_FOR_AN_ACCOUNT = 50;
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final Duration LONGEST_FOR_AN_ACCOUNT = Duration.ofSeconds(10);
  private static final Duration FORGOTTEN = Duration.ofHours(1);
  /** What is remembered least lately goes first: a flood of addresses takes no more memory than this. */
  private static final int MOST = 20_000;

  private record Failures(int count, Instant last, Instant until) {
    /** A clock set back must not lengthen a wait by as much. */
    boolean isWaitedFor(Instant now) {
      return until.isAfter(now) && !last.isAfter(now);
    }
  }

  /** @param free failures without a wait */
  private record Rule(String key, int free, Duration longest) {}

  private final Clock clock;
  private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
      return size() > MOST;
    }
  };
  private final Map<String, Instant> welcome = new LinkedHashMap<>(16, 0.75f, true) {
    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
      return size() > MOST;
    }
  };

  Throttle(Clock clock) {
    this.clock = clock;
  }

  /** How long to wait before the next attempt; zero if it may be made now. */
  synchronized Duration wait(String account, String address) {
    Instant now = clock.instant();
    return rules(account, network(address)).stream().map(each -> failures.get(each.key()))
        .filter(each -> each != null && each.isWaitedFor(now)).map(each -> Duration.between(now, each.until()))
        .max(Duration::compareTo).orElse(Duration.ZERO);
  }

  /** Counts the attempt as failed before the password is looked at, so that many at once do not slip through. */
  synchronized void begin(String account, String address) {
    Instant now = clock.instant();
    for (Rule rule : rules(account, network(address))) {
      Failures known = failures.get(rule.key());
      int count = known == null || known.last().plus(FORGOTTEN).isBefore(now) ? 1 : known.count() + 1;
      failures.put(rule.key(), new Failures(count, now, now.plus(delay(count - rule.free(), rule.longest()))));
    }
  }

  /** Takes the attempt back that was counted, and remembers where the account's owner is. */
  synchronized void succeed(String account, String address) {
    String network = network(address);
    failures.remove(place(account, network));
    for (Rule rule : rules(account, network)) {
      failures.computeIfPresent(rule.key(), (key, each) ->
          each.count() == 1 ? null : new Failures(each.count() - 1, each.last(), clock.instant()));
    }
    welcome.put(place(account, network), clock.instant());
  }

  /** How many names and addresses are remembered. */
  synchronized int remembered() {
    return failures.size();
  }

  private List<Rule> rules(String account, String network) {
    Rule here = new Rule(place(account, network), FREE_AT_ONE_PLACE, LONGEST);
    Rule address = new Rule("address " + network, FREE_FOR_AN_ADDRESS, LONGEST);
    return welcome.containsKey(place(account, network)) ? List.of(here, address)
        : List.of(here, address, new Rule("account " + account, FREE_FOR_AN_ACCOUNT, LONGEST_FOR_AN_ACCOUNT));
  }

  private static String place(String account, String network) {
    return account + " at " + network;
  }

  private static Duration delay(int beyond, Duration longest) {
    if (beyond <= 0) {
      return Duration.ZERO;
    }
    Duration doubled = Duration.ofSeconds(1L << Math.min(beyond - 1, 20));
    return doubled.compareTo(longest) < 0 ? doubled : longest;
  }

  /** Who has one IPv6 address has the whole /64. */
  private static String network(String address) {
    if (!address.contains(":")) {
      return address;
    }
    try {
      byte[] bits = InetAddress.getByName(address).getAddress();
      return bits.length == 4 ? address : HexFormat.of().formatHex(bits, 0, 8);
    } catch (UnknownHostException e) {
      return address;
    }
  }
}
