package org.parkland.check;

import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** What of a row lies outside of an outline. Most rows lie in a cell that the outline holds whole. */
final class OutsideDistrict {
  /** Cells along a side of a window. */
  private static final int CELLS = 24;

  private final Geometry outline;
  private final Envelope box;
  private final boolean[] inside = new boolean[CELLS * CELLS];

  OutsideDistrict(Geometry outline, Envelope box) {
    this.outline = outline;
    this.box = box;
    PreparedGeometry prepared = PreparedGeometryFactory.prepare(outline);
    for (int i = 0; i < inside.length; i++) {
      inside[i] = prepared.covers(outline.getFactory().toGeometry(cell(i)));
    }
  }

  private Envelope cell(int i) {
    double width = box.getWidth() / CELLS;
    double height = box.getHeight() / CELLS;
    double west = box.getMinX() + i % CELLS * width;
    double south = box.getMinY() + i / CELLS * height;
    return new Envelope(west, west + width, south, south + height);
  }

  /** The part of a shape outside of the outline; empty or null where there is none. */
  Geometry of(Geometry shape) {
    return isInCells(shape.getEnvelopeInternal()) ? null
        : OverlayNGRobust.overlay(shape, outline, OverlayNG.DIFFERENCE);
  }

  /** The cells at the rim do not know what lies beyond them. */
  private boolean isInCells(Envelope row) {
    if (!box.contains(row)) {
      return false;
    }
    for (int y = at(row.getMinY() - box.getMinY(), box.getHeight());
        y <= at(row.getMaxY() - box.getMinY(), box.getHeight()); y++) {
      for (int x = at(row.getMinX() - box.getMinX(), box.getWidth());
          x <= at(row.getMaxX() - box.getMinX(), box.getWidth()); x++) {
        if (!inside[y * CELLS + x]) {
          return false;
        }
      }
    }
    return true;
  }

  private static int at(double distance, double length) {
    return Math.max(0, Math.min(CELLS - 1, (int) (CELLS * distance / length)));
  }
}
