package org.parkland.analysis;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Envelope;
import org.parkland.check.LayerRows;
import org.parkland.geometry.AreaMeasure;
import org.parkland.geometry.AreaMethod;
import org.parkland.geometry.Crs;
import org.parkland.land.ExactSum;
import org.parkland.land.Feature;
import org.parkland.land.LayerKind;
import org.parkland.land.Snapshot;
import org.parkland.store.FeatureCursor;
import org.parkland.store.FeatureQuery;
import org.parkland.store.Store;

/** A snapshot as the checks see it. */
record StoredLayer(Store store, Snapshot snapshot) implements LayerRows {
  @Override
  public LayerKind kind() {
    return snapshot.kind();
  }

  @Override
  public Crs crs() {
    return Crs.of(snapshot.crs());
  }

  @Override
  public long count() {
    return snapshot.count();
  }

  @Override
  public Envelope extent() {
    double[] box = ImportNotes.of(snapshot).box();
    if (box != null) {
      return new Envelope(box[0], box[2], box[1], box[3]);
    }
    Envelope extent = new Envelope();
    try (FeatureCursor rows = store.features(snapshot, FeatureQuery.all().only())) {
      rows.forEachRemaining(each -> extent.expandToInclude(each.geometry().getEnvelopeInternal()));
    }
    return extent;
  }

  @Override
  public List<Feature> within(Envelope window) {
    List<Feature> found = new ArrayList<>();
    try (FeatureCursor rows = store.features(snapshot, FeatureQuery.all().within(window).only("id"))) {
      rows.forEachRemaining(found::add);
    }
    return found;
  }

  /** Of all rows, ellipsoidal. */
  double areaM2() {
    Double known = ImportNotes.of(snapshot).areaM2();
    if (known != null) {
      return known;
    }
    AreaMeasure measure = AreaMeasure.of(AreaMethod.ELLIPSOIDAL, crs());
    ExactSum sumM2 = new ExactSum();
    try (FeatureCursor rows = store.features(snapshot, FeatureQuery.all().only())) {
      rows.forEachRemaining(each -> sumM2.add(measure.areaM2(each.geometry())));
    }
    return sumM2.m2();
  }
}
