package org.parkland.report;

import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.parkland.land.Unit;

/** What lies in a unit: whatever has at least half of its area there, the rule of the whole program. */
record UnitParts(Unit unit) {
  boolean holds(Unit other) {
    return holds(other.geometry());
  }

  /** @param shape in the system of the unit */
  boolean holds(Geometry shape) {
    return shape.getEnvelopeInternal().intersects(unit.geometry().getEnvelopeInternal())
        && OverlayNGRobust.overlay(shape, unit.geometry(), OverlayNG.INTERSECTION).getArea() >= shape.getArea() / 2;
  }
}
