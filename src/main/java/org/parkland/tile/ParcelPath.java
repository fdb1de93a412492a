package org.parkland.tile;

import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.precision.GeometryPrecisionReducer;
import org.parkland.geometry.Repair;

/** Draws one parcel after the other into a tile, each as its own polygon. For one thread and one tile. */
final class ParcelPath {
  private static final Envelope BUFFERED_TILE = new Envelope(-TileUnits.BUFFER,
      TileUnits.EXTENT + TileUnits.BUFFER, -TileUnits.BUFFER, TileUnits.EXTENT + TileUnits.BUFFER);
  private final Plane units;
  private final BoxClip clip = new BoxClip(BUFFERED_TILE);
  private final Outline outline = new Outline();
  private final GridRings rings = new GridRings();
  private final PathCommands path = new PathCommands();

  ParcelPath(Plane units) {
    this.units = units;
  }

  void clear() {
    path.clear();
  }

  /** What has been drawn since it was cleared. */
  PathCommands path() {
    return path;
  }

  /**
   * Draws the part of a parcel that lies in the tile: nothing if it has none or is too small to be seen.
   *
   * @throws RuntimeException of JTS or of the projection if the geometry is beyond repair
   */
  void draw(Geometry geometry) {
    outline.read(geometry, units);
    if (outline.box().intersects(BUFFERED_TILE)) {
      if (!BUFFERED_TILE.contains(outline.box())) {
        clip.clip(outline);
      }
      snap();
      rings.encode(path);
    }
  }

  private void snap() {
    rings.snap(outline);
    if (!rings.isEmpty() && !rings.isPlainlySimple()) {
      makeSimple();
    }
  }

  /**
   * Rounding can push a vertex onto or across another edge. Snap-rounding adds vertices there, so that the
   * result is valid on the grid and differs nowhere by more than a unit.
   */
  private void makeSimple() {
    Geometry valid = Repair.of(outline.toGeometry()).geometry();
    outline.read(GeometryPrecisionReducer.reduce(valid, new PrecisionModel(1)), Plane.SAME);
    rings.snap(outline);
  }
}
