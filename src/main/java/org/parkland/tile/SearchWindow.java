package org.parkland.tile;

import org.locationtech.jts.geom.Envelope;
import org.parkland.geometry.Crs;
import org.parkland.geometry.Reprojection;

/** The box in the CRS of a snapshot that covers a box on the map. */
final class SearchWindow {
  /** Points on each side of the box: straight sides on the map are slightly bent in the snapshot's CRS. */
  private static final int STEPS = 8;
  /** Widening for what the sides bend between these points. */
  private static final double SLACK = 0.005;

  private final Reprojection fromMercator;

  SearchWindow(Crs crs) {
    this.fromMercator = Crs.of(Crs.WEB_MERCATOR).to(crs);
  }

  /** Null (no box at all) where the map shows ground that the projection of the snapshot cannot reach. */
  Envelope of(Envelope mercatorBox) {
    Envelope window = new Envelope();
    try {
      for (int i = 0; i <= STEPS; i++) {
        double x = mercatorBox.getMinX() + mercatorBox.getWidth() * i / STEPS;
        double y = mercatorBox.getMinY() + mercatorBox.getHeight() * i / STEPS;
        window.expandToInclude(fromMercator.apply(x, mercatorBox.getMinY()));
        window.expandToInclude(fromMercator.apply(x, mercatorBox.getMaxY()));
        window.expandToInclude(fromMercator.apply(mercatorBox.getMinX(), y));
        window.expandToInclude(fromMercator.apply(mercatorBox.getMaxX(), y));
      }
    } catch (IllegalArgumentException outOfReach) {
      return new Envelope();
    }
    window.expandBy(SLACK * window.getWidth(), SLACK * window.getHeight());
    return window;
  }
}
