package org.parkland.tile;

import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.parkland.geometry.Repair;

/**
 * Cuts an outline at a box.
 *
 * <p>A ring that crosses a side of the box once in and once out is cut by dropping the chain beyond that side
 * (Sutherland and Hodgman), which is right then and fast. Any other outline is repaired and cut by an overlay.
 */
final class BoxClip {
  private final Envelope box;
  private final Geometry boxPolygon;
  private double[] from = new double[64];
  private double[] to = new double[64];
  private int count;

  BoxClip(Envelope box) {
    this.box = box;
    this.boxPolygon = new GeometryFactory().toGeometry(box);
  }

  /**
   * Replaces the outline by its part inside the box, which may be nothing.
   *
   * @throws RuntimeException of JTS if the outline is beyond repair
   */
  void clip(Outline outline) {
    if (outline.rings() != 1 || !clipRing(outline)) {
      Geometry valid = Repair.of(outline.toGeometry()).geometry();
      outline.read(OverlayNGRobust.overlay(valid, boxPolygon, OverlayNG.INTERSECTION), Plane.SAME);
    }
  }

  private boolean clipRing(Outline outline) {
    load(outline);
    boolean done = keep(1, 0, box.getMinX()) && keep(-1, 0, -box.getMaxX())
        && keep(0, 1, box.getMinY()) && keep(0, -1, -box.getMaxY());
    if (done) {
      outline.replaceBy(from, count);
    }
    return done;
  }

  private void load(Outline outline) {
    count = outline.ringEnd(0);
    // A cut that succeeds adds two vertices; one that fails at most doubles them and is the last.
    if (from.length < 4 * (count + 8)) {
      from = new double[4 * (count + 8)];
      to = new double[4 * (count + 8)];
    }
    for (int i = 0; i < count; i++) {
      from[2 * i] = outline.x(i);
      from[2 * i + 1] = outline.y(i);
    }
  }

  /** Keeps the side where a·x + b·y ≥ limit; false if the ring crosses the limit more than twice. */
  private boolean keep(double a, double b, double limit) {
    int kept = 0;
    int crossings = 0;
    for (int i = 0; i < count; i++) {
      int next = i + 1 < count ? i + 1 : 0;
      double here = a * from[2 * i] + b * from[2 * i + 1] - limit;
      double there = a * from[2 * next] + b * from[2 * next + 1] - limit;
      if (here >= 0) {
        kept = copy(i, kept);
      }
      if (here >= 0 != there >= 0) {
        kept = cut(i, next, here / (here - there), kept);
        crossings++;
      }
    }
    swap(kept);
    return crossings <= 2;
  }

  private int copy(int i, int kept) {
    to[2 * kept] = from[2 * i];
    to[2 * kept + 1] = from[2 * i + 1];
    return kept + 1;
  }

  private int cut(int i, int next, double share, int kept) {
    to[2 * kept] = from[2 * i] + share * (from[2 * next] - from[2 * i]);
    to[2 * kept + 1] = from[2 * i + 1] + share * (from[2 * next + 1] - from[2 * i + 1]);
    return kept + 1;
  }

  private void swap(int kept) {
    double[] free = from;
    from = to;
    to = free;
    count = kept;
  }
}
