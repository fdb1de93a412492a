package org.parkland.export;

import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.parkland.land.Feature;
import org.parkland.store.FeatureQuery;

/**
 * Which rows of a layer; a row must meet all that is not null.
 *
 * @param ids numbers of the rows
 * @param unit an area in the CRS of the layer that holds at least half of the row's shape
 * @param box in the CRS of the layer; met by the row's own box
 * @param filter on attributes
 */
record Selection(Set<String> ids, Geometry unit, Envelope box, RowFilter filter) {
  static final Selection ALL = new Selection(null, null, null, null);

  boolean isAll() {
    return equals(ALL);
  }

  /** What the store can find by its indexes; {@link Test} does the rest. */
  FeatureQuery query() {
    FeatureQuery query = FeatureQuery.all();
    if (ids != null && ids.size() == 1) {
      query = query.withId(ids.iterator().next());
    }
    Envelope window = unit == null ? box : box == null ? unit.getEnvelopeInternal()
        : box.intersection(unit.getEnvelopeInternal());
    return window == null ? query : query.within(window);
  }

  Test test() {
    return new Test(this, unit == null ? null : PreparedGeometryFactory.prepare(unit));
  }

  /** Judges rows one after the other; not safe to share between threads. */
  record Test(Selection selection, PreparedGeometry unit) {
    boolean accepts(Feature row) {
      return (selection.ids == null || selection.ids.contains(row.id()))
          && (selection.box == null || selection.box.intersects(row.geometry().getEnvelopeInternal()))
          && (unit == null || liesIn(row.geometry()))
          && (selection.filter == null || selection.filter.accepts(row));
    }

    private boolean liesIn(Geometry shape) {
      if (unit.disjoint(shape)) {
        return false;
      }
      if (shape.getDimension() < 2 || unit.covers(shape)) {
        return true;
      }
      return 2 * OverlayNGRobust.overlay(shape, selection.unit, OverlayNG.INTERSECTION).getArea() >= shape.getArea();
    }
  }
}
