package org.parkland.tile;

/** From the CRS of a snapshot to the units of one tile: 4096 to a side, from the north-west, y to the south. */
final class TileUnits implements Plane {
  /** Units to a side; MVT 2.1 §4.1 leaves the number free, all renderers expect this one. */
  static final int EXTENT = 4096;
  /** Land is drawn this many units beyond the tile's edge, so that outlines do not show the seam. */
  static final int BUFFER = 64;

  private final Plane mercator;
  private final double westM;
  private final double northM;
  private final double unitsPerM;

  TileUnits(Plane mercator, TileAddress address) {
    this.mercator = mercator;
    this.westM = address.westM();
    this.northM = address.northM();
    this.unitsPerM = EXTENT / address.sideM();
  }

  @Override
  public void project(double x, double y, double[] result) {
    mercator.project(x, y, result);
    result[0] = (result[0] - westM) * unitsPerM;
    result[1] = (northM - result[1]) * unitsPerM;
  }
}
