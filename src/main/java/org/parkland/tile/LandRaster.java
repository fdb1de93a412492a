package org.parkland.tile;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.parkland.land.Feature;

/**
 * Land burnt by class, with a census of its parcels: what merged tiles are made from. Filled by one thread.
 *
 * <p>Memory is bounded whatever the land: when the raster has more chunks than allowed, it gives up its finest
 * level and goes on with pixels of double side.
 */
final class LandRaster {
  /** 128 MB of pixels: a district of 100 km² at zoom 15 has about 110 chunks, a city keeps zoom 13. */
  static final int MOST_CHUNKS = 256;

  private final Plane mercator;
  private final ClassCodes codes = new ClassCodes();
  private final Outline outline = new Outline();
  private final Envelope bounds = new Envelope();
  private ClassRaster raster;
  private Census census;
  private PixelPlane pixels;
  private ScanFill fill;

  /**
   * @param mercator from the CRS of the features
   * @param zoom of the finest tiles, which are as wide as a chunk of the raster
   * @param limit pixels outside are not burnt
   */
  LandRaster(Plane mercator, int zoom, PixelBox limit) {
    this.mercator = mercator;
    use(new ClassRaster(zoom + ClassRaster.CHUNK_BITS, limit), new Census(zoom));
  }

  private void use(ClassRaster newRaster, Census newCensus) {
    raster = newRaster;
    census = newCensus;
    pixels = new PixelPlane(mercator, newRaster.level());
    fill = new ScanFill(newRaster);
  }

  /** @throws IllegalArgumentException if the geometry has no place in the world */
  void add(Feature feature) {
    outline.read(feature.geometry(), pixels);
    Envelope box = outline.box();
    if (!pixels.holds(box)) {
      throw new IllegalArgumentException("a coordinate is outside the world");
    }
    if (!box.isNull()) {
      short number = codes.number(feature.landUse());
      fill.fill(outline, number);
      int column = tileAt((box.getMinX() + box.getMaxX()) / 2);
      int row = tileAt((box.getMinY() + box.getMaxY()) / 2);
      census.add(column, row, number, outline.vertices());
      bounds.expandToInclude(pixels.toMercator(box));
      coarsenIfLarge();
    }
  }

  private int tileAt(double pixel) {
    return (int) pixel >> ClassRaster.CHUNK_BITS;
  }

  private void coarsenIfLarge() {
    while (raster.chunkCount() > MOST_CHUNKS && census.zoom() > 0) {
      use(raster.halved(codes.count()), census.parent());
    }
  }

  /** The box of all land, Mercator metres. */
  Envelope bounds() {
    return bounds;
  }

  ClassCodes codes() {
    return codes;
  }

  Census census() {
    return census;
  }

  /** The raster and coarser ones: as many as asked for, finest first. */
  List<ClassRaster> levels(int count) {
    List<ClassRaster> levels = new ArrayList<>();
    levels.add(raster);
    while (levels.size() < count) {
      levels.add(levels.get(levels.size() - 1).halved(codes.count()));
    }
    return levels;
  }
}
