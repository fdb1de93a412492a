package org.parkland.tile;

import java.util.ArrayList;
import java.util.List;
import org.parkland.land.Feature;
import org.parkland.store.FeatureCursor;

/**
 * Draws one tile from the parcels in it: each for itself if they are few, else merged by class.
 *
 * <p>Few means {@link #MOST_VERTICES} on the tile's grid, measured in docs/tiles.md.
 */
final class TileDrawing {
  static final int MOST_VERTICES = 60_000;

  private final TileAddress address;
  private final Plane mercator;
  private final TileTags tags;
  private final LeftOut leftOut;

  TileDrawing(TileAddress address, Plane mercator, TileTags tags, LeftOut leftOut) {
    this.address = address;
    this.mercator = mercator;
    this.tags = tags;
    this.leftOut = leftOut;
  }

  /** @param rows all that may have a part in the tile; more do no harm */
  Tile draw(FeatureCursor rows) {
    ParcelPath pen = new ParcelPath(new TileUnits(mercator, address));
    LandLayer layer = new LandLayer();
    List<Feature> drawn = new ArrayList<>();
    int vertices = 0;
    while (rows.hasNext() && vertices <= MOST_VERTICES) {
      Feature feature = rows.next();
      int added = draw(feature, pen, layer);
      if (added > 0) {
        drawn.add(feature);
        vertices += added;
      }
    }
    return vertices <= MOST_VERTICES ? layer.toTile() : merge(drawn, rows);
  }

  /** Returns how many vertices the feature has in the tile. */
  private int draw(Feature feature, ParcelPath pen, LandLayer layer) {
    pen.clear();
    leftOut.unless(feature, () -> pen.draw(feature.geometry()));
    if (!pen.path().isEmpty()) {
      layer.tag("id", feature.id());
      layer.tag("code", feature.landUse());
      tags.of(feature).forEach(layer::tag);
      layer.feature(feature.row(), pen.path());
    }
    return pen.path().vertices();
  }

  private Tile merge(List<Feature> first, FeatureCursor rest) {
    int bits = ClassRaster.CHUNK_BITS;
    LandRaster raster = new LandRaster(mercator, address.z(), MergedLand.pixelBox(address, bits));
    first.forEach(each -> leftOut.unless(each, () -> raster.add(each)));
    rest.forEachRemaining(each -> leftOut.unless(each, () -> raster.add(each)));
    List<ClassRaster> levels = raster.levels(1 + bits - MergedLand.COARSEST_BITS);
    return new MergedLand(raster.codes(), levels).draw(address, raster.census().at(address));
  }
}
