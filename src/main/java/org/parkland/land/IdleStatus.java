package org.parkland.land;

import java.util.Locale;

/**
 * The rungs of the ladder, in its order. Their words for planners are policy ({@link IdlePolicy#ladder()});
 * none of them is a determination (认定), which only the authority can make.
 */
public enum IdleStatus {
  /** Approved for construction, not supplied to anyone (批而未供). */
  NOT_SUPPLIED,
  /** Supplied, the day on which construction must start lies ahead. */
  NOT_DUE,
  /** Not started, less than the first period after that day. */
  START_OVERDUE,
  /** Not started, the first period is complete. */
  IDLE_FIRST_YEAR,
  /** Not started, the second period is complete. */
  IDLE_SECOND_YEAR,
  BUILDING,
  /** Stopped, the period is not complete. */
  STOPPED,
  /** Stopped for the whole period with too little developed or invested. */
  IDLE_STOPPED,
  COMPLETION_OVERDUE,
  COMPLETED,
  /** The data do not decide. Never to be read as "not idle". */
  UNDECIDED;

  /** The word of policy files and of the API's filters ({@code idle-first-year}). */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether the land is suspected to be idle (疑似闲置). */
  public boolean isSuspected() {
    return this == IDLE_FIRST_YEAR || this == IDLE_SECOND_YEAR || this == IDLE_STOPPED;
  }

  /** Whether it counts as supplied and not used (供而未用): not started, whatever the time that has passed. */
  public boolean isSuppliedUnused() {
    return this == NOT_DUE || this == START_OVERDUE || this == IDLE_FIRST_YEAR || this == IDLE_SECOND_YEAR;
  }
}
