package org.parkland.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.locationtech.jts.geom.Envelope;
import org.parkland.geometry.Crs;
import org.parkland.geometry.Reprojection;
import org.parkland.land.Feature;
import org.parkland.land.LayerKind;
import org.parkland.land.Snapshot;
import org.parkland.store.FeatureCursor;
import org.parkland.store.FeatureQuery;
import org.parkland.store.Store;

/** Finds units, places and parcels by a part of their number, name, holder or location. */
public final class LandSearch {
  private final Store store;

  LandSearch(Store store) {
    this.store = store;
  }

  /**
   * Something found.
   *
   * @param type {@code unit}, {@code place} or {@code parcel}
   * @param bounds in degrees
   */
  public record Hit(String type, String id, String title, String subtitle, Envelope bounds) {}

  /** Units come first, then places, then parcels; at most {@code limit} in all. */
  public List<Hit> find(String text, DayLayers day, int limit) {
    List<Hit> hits = new ArrayList<>();
    Stream.of(LayerKind.UNITS, LayerKind.REFERENCE, LayerKind.PARCELS)
        .flatMap(kind -> kind.isSingle() ? day.find(kind).stream() : day.findAll(kind).stream())
        .forEach(layer -> addFrom(layer, text, limit, hits));
    return hits;
  }

  private void addFrom(Snapshot layer, String text, int limit, List<Hit> hits) {
    if (hits.size() >= limit) {
      return;
    }
    Reprojection toDegrees = Crs.of(layer.crs()).to(Crs.of(Crs.DEGREES));
    FeatureQuery query = FeatureQuery.all().containing(text, limit - hits.size());
    try (FeatureCursor rows = store.features(layer, query)) {
      while (rows.hasNext()) {
        Feature row = rows.next();
        hits.add(hit(layer.kind(), row, toDegrees.apply(row.geometry().getEnvelopeInternal())));
      }
    }
  }

  private static Hit hit(LayerKind kind, Feature row, Envelope bounds) {
    return switch (kind) {
      case PARCELS -> new Hit("parcel", row.id(), row.id(), joined(row.text("holder"), row.text("location")), bounds);
      case UNITS -> new Hit("unit", row.id(), row.text("name"), row.text("kind"), bounds);
      default -> new Hit("place", row.id(), row.text("name"), row.text("kind"), bounds);
    };
  }

  private static String joined(String first, String second) {
    return Stream.of(first, second).filter(each -> each != null).reduce((a, b) -> a + " · " + b).orElse("");
  }
}
