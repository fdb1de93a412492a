package org.parkland.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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

/**
 * Finds units, places and parcels by a part of their number, name, holder or location, or by the initials of its
 * pinyin. A layer's index is built aside; until it is there the store is asked, which knows no initials.
 */
public final class LandSearch {
  /** Layers asked for lately; the index of a million parcels takes 185 MB. */
  private static final int KEPT_LAYERS = 8;

  /** What a row of an index takes, and the share of the heap that all of a layer may take. */
  private static final long ROW_BYTES = 185;
  private static final int SHARE_OF_HEAP = 8;

  /** An index of so many rows is there before the store would have answered. */
  private static final long SMALL = 20_000;

  private final Store store;
  private final Passes passes;
  private final Kept<Long, CompletableFuture<SearchIndex>> indexes = new Kept<>(KEPT_LAYERS);

  LandSearch(Store store, Passes passes) {
    this.passes = passes;
    this.store = store;
  }

  /**
   * Something found.
   *
   * @param type {@code unit}, {@code place} or {@code parcel}
   * @param bounds in degrees
   */
  public record Hit(String type, String id, String title, String subtitle, Envelope bounds) {}

  /** Builds the indexes of a day's layers, so that the first search need not wait. */
  void warmUp(DayLayers day) {
    layers(day).filter(LandSearch::isIndexed).forEach(layer -> index(layer).join());
  }

  private static Stream<Snapshot> layers(DayLayers day) {
    return Stream.of(LayerKind.UNITS, LayerKind.REFERENCE, LayerKind.PARCELS)
        .flatMap(kind -> kind.isSingle() ? day.find(kind).stream() : day.findAll(kind).stream());
  }

  /** A layer whose index would crowd out all else is searched in the store. */
  private static boolean isIndexed(Snapshot layer) {
    return layer.count() * ROW_BYTES <= Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP;
  }

  private CompletableFuture<SearchIndex> index(Snapshot layer) {
    return indexes.get(layer.id(),
        id -> CompletableFuture.supplyAsync(() -> SearchIndex.of(store, layer, FeatureQuery.SEARCHED, passes)));
  }

  /** Units come first, then places, then parcels; at most {@code limit} in all. */
  public List<Hit> find(String text, DayLayers day, int limit) {
    List<Hit> hits = new ArrayList<>();
    layers(day).forEach(layer -> addFrom(layer, text, limit, hits));
    return hits;
  }

  private void addFrom(Snapshot layer, String text, int limit, List<Hit> hits) {
    if (hits.size() >= limit) {
      return;
    }
    Reprojection toDegrees = Crs.of(layer.crs()).to(Crs.of(Crs.DEGREES));
    rows(layer, text, limit - hits.size()).forEach(row ->
        hits.add(hit(layer.kind(), row, toDegrees.apply(row.geometry().getEnvelopeInternal()))));
  }

  private List<Feature> rows(Snapshot layer, String text, int limit) {
    return isIndexed(layer) ? indexed(layer, text, limit) : stored(layer, text, limit);
  }

  private List<Feature> indexed(Snapshot layer, String text, int limit) {
    CompletableFuture<SearchIndex> index = index(layer);
    if (layer.count() <= SMALL || index.isDone() && !index.isCompletedExceptionally()) {
      return index.join().find(text, limit).stream().flatMap(id -> store.find(layer, id).stream()).toList();
    }
    return stored(layer, text, limit);
  }

  /** A whole number is found by the store's index; for parts of names it looks through the rows. */
  private List<Feature> stored(Snapshot layer, String text, int limit) {
    Optional<Feature> exact = store.find(layer, text);
    if (exact.isPresent()) {
      return List.of(exact.get());
    }
    List<Feature> found = new ArrayList<>();
    try (FeatureCursor rows = store.features(layer, FeatureQuery.all().containing(text, limit))) {
      rows.forEachRemaining(found::add);
    }
    return found;
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
