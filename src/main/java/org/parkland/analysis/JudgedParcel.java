package org.parkland.analysis;

import org.parkland.idle.IdleCase;
import org.parkland.idle.InefficientCase;
import org.parkland.land.Feature;

/**
 * What is said of a parcel on a day.
 *
 * @param parcel with the office's corrections
 * @param areaM2 computed
 * @param standing its place on the ladder; null for land without any supply record
 * @param inefficient what the tests say; null where they do not apply
 */
public record JudgedParcel(Feature parcel, double areaM2, IdleCase standing, InefficientCase inefficient) {
  /** The word of the suspicion, the rung of the ladder before that of the tests; null where there is none. */
  String suspicion() {
    if (standing != null && standing.status().isSuspected()) {
      return standing.word().zh();
    }
    return inefficient != null && inefficient.isSuspected() ? inefficient.word().zh() : null;
  }
}
