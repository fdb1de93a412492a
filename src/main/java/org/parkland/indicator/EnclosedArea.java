package org.parkland.indicator;

import org.parkland.land.ProtectionPolicy;
import org.parkland.land.RedLine;

/**
 * The second red line: area enclosed by the protection line over construction land. A different test from the share
 * of classes: land inside the line counts whatever stands on it.
 */
public final class EnclosedArea {
  private EnclosedArea() {}

  /**
   * @param enclosedM2 area of the unit inside the line, overlapping blocks counted once
   * @param landUse of the unit, current or planned
   */
  public static RedLine test(double enclosedM2, LandUseTally landUse, int unit, ProtectionPolicy policy) {
    return RedLine.of(
        enclosedM2, landUse.areaM2(unit, policy::inEnclosedDenominator), policy.enclosedThreshold());
  }
}
