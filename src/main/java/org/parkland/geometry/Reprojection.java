package org.parkland.geometry;

import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.api.referencing.operation.TransformException;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.CoordinateSequenceFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * Moves coordinates from one reference system to another, vertex by vertex; edges are not densified.
 *
 * <p>A coordinate that the systems cannot express ends in {@link OutsideProjectionException}.
 */
public final class Reprojection {
  private final MathTransform transform;
  private final boolean identity;

  Reprojection(MathTransform transform, boolean identity) {
    this.transform = transform;
    this.identity = identity;
  }

  /** A transformed copy; the argument is left as it is. */
  public Geometry apply(Geometry geometry) {
    Geometry copy = geometry.copy();
    if (!identity) {
      copy.apply(new EachVertex());
      copy.geometryChanged();
    }
    return copy;
  }

  /** One point, east and north (degrees: longitude and latitude). */
  public Coordinate apply(double x, double y) {
    double[] point = {x, y};
    move(point);
    return new Coordinate(point[0], point[1]);
  }

  /** The box around the four transformed corners: for search windows, not for exact bounds. */
  public Envelope apply(Envelope box) {
    Envelope moved = new Envelope();
    moved.expandToInclude(apply(box.getMinX(), box.getMinY()));
    moved.expandToInclude(apply(box.getMaxX(), box.getMinY()));
    moved.expandToInclude(apply(box.getMaxX(), box.getMaxY()));
    moved.expandToInclude(apply(box.getMinX(), box.getMaxY()));
    return moved;
  }

  private void move(double[] point) {
    try {
      transform.transform(point, 0, point, 0, 1);
    } catch (TransformException e) {
      throw new OutsideProjectionException(point[0], point[1], e);
    }
  }

  private final class EachVertex implements CoordinateSequenceFilter {
    private final double[] point = new double[2];

    @Override
    public void filter(CoordinateSequence sequence, int i) {
      point[0] = sequence.getX(i);
      point[1] = sequence.getY(i);
      move(point);
      sequence.setOrdinate(i, CoordinateSequence.X, point[0]);
      sequence.setOrdinate(i, CoordinateSequence.Y, point[1]);
    }

    @Override
    public boolean isDone() {
      return false;
    }

    @Override
    public boolean isGeometryChanged() {
      return true;
    }
  }
}
