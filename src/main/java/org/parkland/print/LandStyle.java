package org.parkland.print;

import java.awt.Color;

/**
 * How the land is painted.
 *
 * @param patterns whether main classes carry a pattern, so that they can be told without colour
 */
record LandStyle(ClassLook look, boolean patterns) {
  static final Color OUTLINE = new Color(0x6b7579);
  static final Color IDLE_INK = new Color(0x1b1f22);
  static final Color HATCH = new Color(0x3a4145);

  /** Outlines fade out with the scale: on a small map they would only darken the colours. */
  static double outlinePt(int scale) {
    return scale > 30_000 ? 0 : scale > 12_000 ? 0.12 : scale > 6_000 ? 0.2 : 0.3;
  }

  static double idleOutlinePt(int scale) {
    return scale > 30_000 ? 0.35 : scale > 12_000 ? 0.6 : 0.9;
  }
}
