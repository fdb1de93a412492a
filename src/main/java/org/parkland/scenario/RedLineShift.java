package org.parkland.scenario;

import org.parkland.land.RedLine;
import org.parkland.land.RedLine.Status;
import org.parkland.land.Unit;

/** The red line of a unit before and after. */
public record RedLineShift(Unit unit, RedLine before, RedLine after) {
  /** Whether a unit that surely passed does so no more. */
  public boolean breaks() {
    return before.status() == Status.PASS && after.status() != Status.PASS;
  }

  /** Whether a unit that did not surely pass does now. */
  public boolean mends() {
    return before.status() != Status.PASS && after.status() == Status.PASS;
  }
}
