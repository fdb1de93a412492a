package org.parkland.idle;

import org.parkland.land.IdleStatus;

/** A parcel's place on the ladder, without the evidence. */
public interface Standing {
  IdleStatus status();

  /** Computed area of the parcel, unrounded. */
  double areaM2();
}
