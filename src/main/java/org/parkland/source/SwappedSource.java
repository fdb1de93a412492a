package org.parkland.source;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Geometry;

/** A layer that was delivered with northing (or latitude) first, turned east first. */
final class SwappedSource implements FeatureSource {
  private static final CoordinateSequenceFilter SWAP = new CoordinateSequenceFilter() {
    @Override
    public void filter(CoordinateSequence points, int i) {
      double x = points.getOrdinate(i, Coordinate.X);
      points.setOrdinate(i, Coordinate.X, points.getOrdinate(i, Coordinate.Y));
      points.setOrdinate(i, Coordinate.Y, x);
    }

    @Override
    public boolean isDone() {
      return false;
    }

    @Override
    public boolean isGeometryChanged() {
      return true;
    }
  };

  private final FeatureSource inner;
  private final SourceLayer layer;

  SwappedSource(FeatureSource inner) {
    this.inner = inner;
    this.layer = inner.layer().with(Notice.of("axes-swapped"));
  }

  @Override
  public SourceLayer layer() {
    return layer;
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
    if (row.geometry() == null) {
      return row;
    }
    Geometry turned = row.geometry().copy();
    turned.apply(SWAP);
    return new SourceFeature(row.row(), turned, row.values());
  }

  @Override
  public void close() {
    inner.close();
  }
}
