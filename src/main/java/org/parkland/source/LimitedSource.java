package org.parkland.source;

import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.parkland.BadInput;

/** Refuses layers and shapes that are larger than Parkland takes. */
final class LimitedSource implements FeatureSource {
  private final FeatureSource inner;
  private final String file;
  private final SourceLimits limits;

  /** Closes the source where its layer has too many columns. */
  LimitedSource(FeatureSource inner, String file, SourceLimits limits) {
    this.inner = inner;
    this.file = file;
    this.limits = limits;
    int columns = inner.layer().columns().size();
    if (columns > limits.columns()) {
      inner.close();
      throw new BadInput(file, "has " + columns + " columns, more than " + limits.columns(),
          "leave out those that nobody needs, or raise the setting 'columns'");
    }
  }

  @Override
  public SourceLayer layer() {
    return inner.layer();
  }

  @Override
  public List<Notice> notices() {
    return inner.notices();
  }

  @Override
  public boolean hasNext() {
    return inner.hasNext();
  }

  @Override
  public SourceFeature next() {
    SourceFeature row = inner.next();
    if (row.geometry() != null) {
      check(row);
    }
    return row;
  }

  private void check(SourceFeature row) {
    int points = row.geometry().getNumPoints();
    if (points > limits.points()) {
      throw tooLarge(row, points + " points, more than " + limits.points(), "geometryPoints");
    }
    // A ring has four points at least.
    int rings = points / 4 > limits.rings() ? rings(row.geometry()) : 0;
    if (rings > limits.rings()) {
      throw tooLarge(row, rings + " rings, more than " + limits.rings(), "geometryRings");
    }
  }

  private static int rings(Geometry shape) {
    int rings = 0;
    for (int i = 0; i < shape.getNumGeometries(); i++) {
      rings += shape.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()
          ? 1 + polygon.getNumInteriorRing() : 0;
    }
    return rings;
  }

  private BadInput tooLarge(SourceFeature row, String size, String setting) {
    return new BadInput(file + " row " + row.row(), "the shape has " + size,
        "divide it, or raise the setting '" + setting + "'");
  }

  @Override
  public void close() {
    inner.close();
  }
}
