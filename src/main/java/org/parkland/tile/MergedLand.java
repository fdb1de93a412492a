package org.parkland.tile;

import java.util.List;
import java.util.TreeMap;

/**
 * Draws tiles of land merged by class: a feature for each class with {@code code} and {@code count}, the number
 * of its parcels whose middle lies in the tile.
 */
final class MergedLand {
  /**
   * Vertices up to which a finer raster is taken. Land in many small pieces falls back to the coarsest raster
   * and may have more.
   */
  private static final int MOST_VERTICES = 60_000;
  /** 1024 and 256 pixels to the tile's side; most maps show a tile on 256 or 512. */
  private static final int FINEST_BITS = 10;
  static final int COARSEST_BITS = 8;

  private final ClassCodes codes;
  private final List<ClassRaster> levels;

  /** @param levels by falling level without a gap, down to {@link #COARSEST_BITS} above the least zoom drawn */
  MergedLand(ClassCodes codes, List<ClassRaster> levels) {
    this.codes = codes;
    this.levels = levels;
  }

  Tile draw(TileAddress address, Census.Count count) {
    int finest = Math.min(FINEST_BITS, levels.get(0).level() - address.z());
    int bits = COARSEST_BITS;
    RegionTracer best = traced(address, bits);
    while (bits < finest) {
      RegionTracer finer = traced(address, bits + 1);
      if (finer.vertices() > MOST_VERTICES) {
        break;
      }
      best = finer;
      bits++;
    }
    return encode(best.regions(), bits, count);
  }

  private RegionTracer traced(TileAddress address, int bits) {
    ClassRaster raster = levels.get(levels.get(0).level() - address.z() - bits);
    return new RegionTracer(raster, pixelBox(address, bits));
  }

  /** The tile with its buffer, in pixels of the raster with 2^bits to the tile's side. */
  static PixelBox pixelBox(TileAddress address, int bits) {
    int side = 1 << bits;
    int margin = margin(bits);
    int west = address.x() * side;
    int north = address.y() * side;
    return new PixelBox(west - margin, north - margin, west + side + margin, north + side + margin);
  }

  private static int margin(int bits) {
    return (TileUnits.BUFFER << bits) / TileUnits.EXTENT;
  }

  private Tile encode(List<Region> regions, int bits, Census.Count count) {
    TreeMap<Short, PathCommands> paths = new TreeMap<>();
    for (Region region : regions) {
      PathCommands path = paths.computeIfAbsent(region.number(), each -> new PathCommands());
      draw(region.shell(), bits, path);
      region.holes().forEach(hole -> draw(hole, bits, path));
    }
    LandLayer layer = new LandLayer();
    paths.forEach((number, path) -> {
      layer.tag("code", codes.code(number));
      layer.tag("count", count.parcels(number));
      layer.feature(0, path);
    });
    return layer.toTile();
  }

  /** Rings come with the winding that tiles want. */
  private static void draw(int[] ring, int bits, PathCommands path) {
    int unitsPerPixel = TileUnits.EXTENT >> bits;
    for (int i = 0; i < ring.length; i++) {
      ring[i] = (ring[i] - margin(bits)) * unitsPerPixel;
    }
    path.ring(ring, 0, ring.length / 2, false);
  }
}
