package org.parkland.land;

import java.util.Locale;

/** Who or what keeps the land unused; only the holder's own cause leads to a fee or to recovery. */
public enum CauseTrack {
  OWN, GOVERNMENT, FORCE_MAJEURE, SEIZURE,
  /** Not delivered, or in words the policy does not know. */
  UNSTATED;

  /** The word of policy files and JSON ({@code force-majeure}). */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
