package org.parkland.tile;

import org.locationtech.jts.geom.Envelope;

/**
 * Which tile, in the scheme of XYZ and OGC {@code WebMercatorQuad}: column x from the west, row y from the
 * north, 2<sup>z</sup> of each.
 *
 * @param z zoom, 0–22; beyond {@link #USEFUL_ZOOM} a client should scale up instead of asking
 */
public record TileAddress(int z, int x, int y) {
  public static final int MAX_ZOOM = 22;
  /** A tile unit is 7 cm on the ground here, below the accuracy of a parcel survey; for TileJSON's maxzoom. */
  public static final int USEFUL_ZOOM = 17;
  /** Half the world's width, metres of Web Mercator. */
  static final double HALF_WORLD_M = Math.PI * 6_378_137;

  public TileAddress {
    if (z < 0 || z > MAX_ZOOM) {
      throw new IllegalArgumentException("zoom must be 0 to " + MAX_ZOOM + ", got " + z);
    }
    requireInside("x", x, z);
    requireInside("y", y, z);
  }

  private static void requireInside(String name, int value, int z) {
    if (value < 0 || value >= 1 << z) {
      throw new IllegalArgumentException(
          "tile " + name + " at zoom " + z + " must be 0 to " + ((1 << z) - 1) + ", got " + value);
    }
  }

  /** Width of the tile, Mercator metres. */
  double sideM() {
    return 2 * HALF_WORLD_M / (1 << z);
  }

  double westM() {
    return x * sideM() - HALF_WORLD_M;
  }

  double northM() {
    return HALF_WORLD_M - y * sideM();
  }

  /** The tile's box in Mercator metres, grown on all sides by the buffer of {@link TileUnits}. */
  Envelope mercatorBox() {
    double side = sideM();
    Envelope box = new Envelope(westM(), westM() + side, northM() - side, northM());
    box.expandBy(side * TileUnits.BUFFER / TileUnits.EXTENT);
    return box;
  }

  @Override
  public String toString() {
    return z + "/" + x + "/" + y;
  }
}
