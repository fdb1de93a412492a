package org.parkland.idle;

import java.time.LocalDate;
import org.parkland.land.IdleStatus;

/**
 * A status and its clock.
 *
 * @param dueOn the day the status speaks of, or null
 * @param nextOn the day on which the status changes by itself, or null
 */
record Verdict(IdleStatus status, LocalDate dueOn, LocalDate nextOn) {
  static Verdict timeless(IdleStatus status) {
    return new Verdict(status, null, null);
  }
}
