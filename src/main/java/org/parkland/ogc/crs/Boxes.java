package org.parkland.ogc.crs;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.parkland.geometry.Crs;
import org.parkland.geometry.OutsideProjectionException;
import org.parkland.geometry.Reprojection;

/** Boxes in other systems, with room for edges that are straight in one and bent in the other. */
public final class Boxes {
  /** Points along each edge; between them an edge of a whole zone bends by less than the room given. */
  private static final int STEPS = 8;
  /** Share of the box added on each side. */
  private static final double ROOM = 0.01;

  private Boxes() {}

  /** A box that holds all of the given one; null where the other system cannot express it. */
  public static Envelope around(Envelope box, Crs from, Crs to) {
    if (from.equals(to)) {
      return box;
    }
    Reprojection reprojection = from.to(to);
    Envelope moved = new Envelope();
    try {
      for (int i = 0; i <= STEPS; i++) {
        for (int j = 0; j <= STEPS; j++) {
          Coordinate point = reprojection.apply(box.getMinX() + box.getWidth() * i / STEPS,
              box.getMinY() + box.getHeight() * j / STEPS);
          moved.expandToInclude(point);
        }
      }
    } catch (OutsideProjectionException e) {
      return null;
    }
    moved.expandBy(ROOM * moved.getWidth(), ROOM * moved.getHeight());
    return isFinite(moved) ? moved : null;
  }

  private static boolean isFinite(Envelope box) {
    return !box.isNull() && Double.isFinite(box.getWidth()) && Double.isFinite(box.getHeight());
  }
}
