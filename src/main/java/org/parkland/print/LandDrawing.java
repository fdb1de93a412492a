package org.parkland.print;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.predicate.RectangleIntersects;
import org.parkland.geometry.Crs;
import org.parkland.geometry.Reprojection;
import org.parkland.land.Feature;
import org.parkland.land.Snapshot;
import org.parkland.store.FeatureCursor;
import org.parkland.store.FeatureQuery;
import org.parkland.store.Store;

/**
 * The land of a map: as shapes up to {@value #MOST_PARCELS} parcels and {@value #MOST_VERTICES} vertices; beyond that
 * it is painted as a picture of {@value LandPicture#DPI} dots an inch while it is read, so that neither memory nor the
 * document grows with the number of parcels.
 */
final class LandDrawing {
  static final int MOST_PARCELS = 20_000;
  static final int MOST_VERTICES = 600_000;

  private final Store store;
  private final MapFrame frame;
  private final LandStyle style;

  LandDrawing(Store store, MapFrame frame, LandStyle style) {
    this.store = store;
    this.frame = frame;
    this.style = style;
  }

  /**
   * Draws a layer.
   *
   * @param idle tells by its number whether a parcel is marked
   * @return the parcels that were drawn as shapes; empty where the land became a picture
   */
  List<Plot> draw(Snapshot land, Predicate<String> idle, Canvas canvas, Shown shown) {
    List<Plot> plots = new ArrayList<>();
    LandPicture picture = null;
    int vertices = 0;
    Crs crs = Crs.of(land.crs());
    Reprojection toFrame = crs.to(frame.crs());
    Envelope ground = frame.ground();
    RectangleIntersects inFrame = new RectangleIntersects(rectangle(ground));
    FeatureQuery query = FeatureQuery.all().within(window(ground, crs)).only("id", "land_use");
    try (FeatureCursor rows = store.features(land, query)) {
      while (rows.hasNext()) {
        Feature row = rows.next();
        Geometry shape = toFrame.apply(row.geometry());
        if (!inFrame.intersects(shape)) {
          continue;
        }
        Plot plot = new Plot(row.id(), row.landUse(), shape, idle.test(row.id()));
        note(plot, shown);
        if (picture != null) {
          picture.paint(plot);
          continue;
        }
        plots.add(plot);
        vertices += shape.getNumPoints();
        if (plots.size() > MOST_PARCELS || vertices > MOST_VERTICES) {
          picture = new LandPicture(frame, style);
          plots.forEach(picture::paint);
          plots.clear();
        }
      }
    }
    if (picture != null) {
      shown.asRaster();
      canvas.image(picture.finished(), frame.box());
    } else {
      new LandShapes(frame, style, canvas).draw(plots);
    }
    return plots;
  }

  private void note(Plot plot, Shown shown) {
    shown.parcel(plot.code());
    if (plot.idle()) {
      shown.idle();
    }
  }

  private Envelope window(Envelope ground, Crs crs) {
    Envelope window = frame.crs().to(crs).apply(ground);
    window.expandBy(window.getWidth() / 100, window.getHeight() / 100);
    return window;
  }

  private static Polygon rectangle(Envelope box) {
    return (Polygon) new GeometryFactory().toGeometry(box);
  }
}
