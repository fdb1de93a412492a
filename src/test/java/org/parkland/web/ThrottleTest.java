package org.parkland.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Guessing gets slower and slower, and nobody else pays for it. */
class ThrottleTest {
  private final Office.MovedClock clock = new Office.MovedClock();
  private final Throttle throttle = new Throttle(clock);

  /** Attempts as fast as allowed until the time is over. */
  private int guesses(String account, String address, Duration time) {
    int made = 0;
    for (Duration left = time; !left.isNegative(); made++) {
      Duration wait = throttle.wait(account, address);
      clock.move(wait);
      left = left.minus(wait).minusMillis(1);
      throttle.begin(account, address);
    }
    return made;
  }

  @Test
  void aDayOfGuessingAtOnePlaceIsAHundredGuesses() {
    assertThat(guesses("wang", "10.0.0.1", Duration.ofDays(1))).isBetween(50, 120);
  }

  @Test
  void anAddressIsSlowedWhateverNamesItTries() {
    int made = 0;
    for (int i = 0; throttle.wait("name " + i, "10.0.0.1").isZero() && i < 1_000; i++) {
      throttle.begin("name " + i, "10.0.0.1");
      made++;
    }
    assertThat(made).isEqualTo(21);
    assertThat(throttle.wait("wang", "10.0.0.2")).isZero();
  }

  @Test
  void aThousandAddressesLockNobodyOut() {
    throttle.begin("wang", "10.1.1.1");
    throttle.succeed("wang", "10.1.1.1");
    for (int i = 0; i < 1_000; i++) {
      throttle.begin("wang", "10.2." + i / 250 + "." + i % 250);
    }
    assertThat(throttle.wait("wang", "10.1.1.1")).as("where the owner logged in before").isZero();
    assertThat(throttle.wait("wang", "10.3.3.3")).as("from a place that is new").isBetween(Duration.ofSeconds(5), Duration.ofSeconds(10));
  }

  @Test
  void aClockSetBackLocksNobodyOut() {
    for (int i = 0; i < 12; i++) {
      throttle.begin("wang", "10.0.0.1");
    }
    assertThat(throttle.wait("wang", "10.0.0.1")).isPositive();
    clock.move(Duration.ofDays(-1));
    assertThat(throttle.wait("wang", "10.0.0.1")).isZero();
    throttle.begin("wang", "10.0.0.1");
    assertThat(throttle.wait("wang", "10.0.0.1")).as("what was counted before still counts").isPositive();
  }

  @Test
  void anIpv6NetworkIsOnePlace() {
    for (int i = 0; i < 6; i++) {
      throttle.begin("wang", "2001:db8:1:2::" + i);
    }
    assertThat(throttle.wait("wang", "2001:db8:1:2:ffff::1")).isPositive();
    assertThat(throttle.wait("wang", "2001:db8:1:3::1")).isZero();
  }

  @Test
  void whatIsRememberedStaysBounded() {
    for (int i = 0; i < 100_000; i++) {
      throttle.begin("name " + i, i % 250 + "." + i / 250 % 250 + "." + i / 62_500 + ".1");
    }
    assertThat(throttle.remembered()).isLessThanOrEqualTo(20_000);
  }
}
