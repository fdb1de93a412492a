package org.parkland.tile;

/** Told how far the making of tiles is. */
@FunctionalInterface
public interface TileProgress {
  /**
   * @param done tiles looked at so far
   * @param total of all
   */
  void tiles(long done, long total);
}
