package org.parkland.tile;

import org.locationtech.jts.geom.Envelope;

/** From the CRS of a snapshot to raster pixels: 2<sup>level</sup> to the world's side, y to the south. */
final class PixelPlane implements Plane {
  private final Plane mercator;
  private final double worldPixels;
  private final double pixelsPerM;

  PixelPlane(Plane mercator, int level) {
    this.mercator = mercator;
    this.worldPixels = Math.scalb(1.0, level);
    this.pixelsPerM = worldPixels / (2 * TileAddress.HALF_WORLD_M);
  }

  @Override
  public void project(double x, double y, double[] result) {
    mercator.project(x, y, result);
    result[0] = (result[0] + TileAddress.HALF_WORLD_M) * pixelsPerM;
    result[1] = (TileAddress.HALF_WORLD_M - result[1]) * pixelsPerM;
  }

  /** Whether a box in pixels is on the map at all. */
  boolean holds(Envelope box) {
    return box.isNull() || box.getMinX() >= 0 && box.getMinY() >= 0
        && box.getMaxX() <= worldPixels && box.getMaxY() <= worldPixels;
  }

  /** A box in pixels as Mercator metres. */
  Envelope toMercator(Envelope box) {
    return new Envelope(box.getMinX() / pixelsPerM - TileAddress.HALF_WORLD_M,
        box.getMaxX() / pixelsPerM - TileAddress.HALF_WORLD_M,
        TileAddress.HALF_WORLD_M - box.getMinY() / pixelsPerM,
        TileAddress.HALF_WORLD_M - box.getMaxY() / pixelsPerM);
  }
}
