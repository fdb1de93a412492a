package org.parkland.tile;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.locationtech.jts.geom.Envelope;
import org.parkland.store.FeatureCursor;

/**
 * Makes all merged tiles of a snapshot together, in one pass over its parcels.
 *
 * <p>A tile is merged where the census finds more vertices than a tile of single parcels may have.
 */
final class PyramidBuilder {
  /** Deepest zoom of the pass: its raster has pixels of about 2.2 m at 22.6° N. */
  static final int DEEPEST_ZOOM = 15;

  private final Plane mercator;
  private final LeftOut leftOut;

  PyramidBuilder(Plane mercator, LeftOut leftOut) {
    this.mercator = mercator;
    this.leftOut = leftOut;
  }

  /** @param target takes each merged tile; called by several threads */
  Pyramid build(FeatureCursor rows, BiConsumer<TileAddress, Tile> target) {
    LandRaster raster = new LandRaster(mercator, DEEPEST_ZOOM, PixelBox.EVERYWHERE);
    rows.forEachRemaining(each -> leftOut.unless(each, () -> raster.add(each)));
    Map<TileAddress, Census.Count> crowded = crowdedTiles(raster.census());
    int zoom = raster.census().zoom();
    List<ClassRaster> levels =
        raster.levels(1 + zoom + ClassRaster.CHUNK_BITS - MergedLand.COARSEST_BITS);
    MergedLand land = new MergedLand(raster.codes(), levels);
    Set<TileAddress> merged = ConcurrentHashMap.newKeySet();
    crowded.entrySet().parallelStream().forEach(each -> {
      target.accept(each.getKey(), land.draw(each.getKey(), each.getValue()));
      merged.add(each.getKey());
    });
    return new Pyramid(raster.bounds(), merged);
  }

  /** Only the box of the land, Mercator metres. */
  Envelope bounds(FeatureCursor rows) {
    Envelope bounds = new Envelope();
    Outline outline = new Outline();
    rows.forEachRemaining(each -> leftOut.unless(each, () -> {
      outline.read(each.geometry(), mercator);
      bounds.expandToInclude(outline.box());
    }));
    return bounds;
  }

  private static Map<TileAddress, Census.Count> crowdedTiles(Census deepest) {
    Map<TileAddress, Census.Count> crowded = new ConcurrentHashMap<>();
    for (Census census = deepest; ; census = census.parent()) {
      census.forEach((address, count) -> {
        if (count.vertices() > TileDrawing.MOST_VERTICES) {
          crowded.put(address, count);
        }
      });
      if (census.zoom() == 0) {
        return crowded;
      }
    }
  }
}
