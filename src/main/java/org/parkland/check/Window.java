package org.parkland.check;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;

/**
 * A part of a layer that is looked at at one time.
 *
 * @param own what begins in here is told by this window: lower left corners, without the upper and right edge
 * @param seen the own part and so much around it that everything that begins in it is seen whole
 */
record Window(Envelope own, Envelope seen) {
  /** Rows to a window on average: many enough that few are seen twice, few enough to be held. */
  private static final int ROWS = 12_000;

  /**
   * @param reach of the longest thing to be seen whole, in units of the CRS
   */
  static List<Window> over(Envelope extent, long rows, double reach) {
    Envelope all = new Envelope(extent);
    all.expandBy(1e-9 * (1 + Math.abs(extent.getMaxX()) + Math.abs(extent.getMaxY())));
    int side = (int) Math.ceil(Math.sqrt(Math.max(1, rows / (double) ROWS)));
    List<Window> windows = new ArrayList<>();
    for (int i = 0; i < side * side; i++) {
      Envelope own = new Envelope(edge(all.getMinX(), all.getWidth(), i % side, side),
          edge(all.getMinX(), all.getWidth(), i % side + 1, side),
          edge(all.getMinY(), all.getHeight(), i / side, side),
          edge(all.getMinY(), all.getHeight(), i / side + 1, side));
      Envelope seen = new Envelope(own);
      seen.expandBy(reach);
      windows.add(new Window(own, seen));
    }
    return windows;
  }

  /** The same number for both windows that meet at an edge. */
  private static double edge(double from, double length, int i, int count) {
    return from + length * i / count;
  }

  boolean owns(double x, double y) {
    return x >= own.getMinX() && x < own.getMaxX() && y >= own.getMinY() && y < own.getMaxY();
  }

  boolean owns(Envelope box) {
    return owns(box.getMinX(), box.getMinY());
  }
}
