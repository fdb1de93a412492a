package org.parkland.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.parkland.geometry.AreaMeasure;
import org.parkland.land.CommonLand;
import org.parkland.land.ExactSum;
import org.parkland.land.Parcel;
import org.parkland.land.Snapshot;
import org.parkland.land.Tolerances;
import org.parkland.overlay.ParcelOverlaps;
import org.parkland.store.FeatureCursor;
import org.parkland.store.FeatureQuery;
import org.parkland.store.Store;

/**
 * Overlaps between the parcels of a snapshot, found window by window: memory holds the parcels of one window per
 * processor, however many there are in all.
 */
final class LayerOverlaps {
  /** Parcels to a window on average: many enough that few lie in two, few enough to be held. */
  private static final int PER_WINDOW = 4_000;

  /**
   * What is kept of a snapshot.
   *
   * @param slivers overlaps too small to name
   */
  record Overlaps(List<Overlap> overlaps, long slivers, double sliversM2) {}

  /** Land that two parcels claim; {@code wkb} is its shape in the CRS of the layer. */
  record Overlap(String first, String firstCode, String firstSettlement, String second, String secondCode,
      String secondSettlement, double areaM2, byte[] wkb) {
    static Overlap of(CommonLand land) {
      return new Overlap(land.first().id(), land.first().landUse(), land.first().settlement(), land.second().id(),
          land.second().landUse(), land.second().settlement(), land.areaM2(), new WKBWriter().write(land.shape()));
    }

    Parcel firstParcel() {
      return new Parcel(first, firstCode, false, firstSettlement, null);
    }

    Parcel secondParcel() {
      return new Parcel(second, secondCode, false, secondSettlement, null);
    }

    /** The land itself, as a parcel to be overlaid. */
    Parcel asParcel(String name) {
      try {
        return new Parcel(name, null, false, new WKBReader().read(wkb));
      } catch (ParseException e) {
        throw new IllegalStateException("a kept shape is damaged", e);
      }
    }
  }

  private final Store store;
  private final Snapshot layer;
  private final AreaMeasure measure;
  private final Tolerances tolerances;

  LayerOverlaps(Store store, Snapshot layer, AreaMeasure measure, Tolerances tolerances) {
    this.store = store;
    this.layer = layer;
    this.measure = measure;
    this.tolerances = tolerances;
  }

  /** @param extent where figures are drawn: overlaps elsewhere change none */
  Overlaps within(Envelope extent, Passes passes) {
    List<ParcelOverlaps> windows = windows(windows(extent), extent, passes);
    List<Overlap> all = new ArrayList<>();
    ExactSum sliversM2 = new ExactSum();
    windows.forEach(each -> {
      each.found().forEach(land -> all.add(Overlap.of(land)));
      sliversM2.add(each.sliversM2());
    });
    all.sort(Comparator.comparingDouble((Overlap each) -> -each.areaM2()).thenComparing(Overlap::first)
        .thenComparing(Overlap::second));
    return new Overlaps(all, windows.stream().mapToLong(ParcelOverlaps::slivers).sum(), sliversM2.m2());
  }

  private List<ParcelOverlaps> windows(List<Envelope> windows, Envelope extent, Passes passes) {
    try (Passes.Pass pass = passes.begin(Passes.Purpose.OVERLAPS, windows.size())) {
      return windows.parallelStream().map(window -> {
        ParcelOverlaps found = look(window, extent);
        pass.step();
        return found;
      }).toList();
    }
  }

  private List<Envelope> windows(Envelope extent) {
    int side = (int) Math.ceil(Math.sqrt(Math.max(1, layer.count() / (double) PER_WINDOW)));
    return IntStream.range(0, side * side).mapToObj(i -> new Envelope(
        edge(extent.getMinX(), extent.getWidth(), i % side, side),
        edge(extent.getMinX(), extent.getWidth(), i % side + 1, side),
        edge(extent.getMinY(), extent.getHeight(), i / side, side),
        edge(extent.getMinY(), extent.getHeight(), i / side + 1, side))).toList();
  }

  /** The same number for both windows that meet at an edge. */
  private static double edge(double from, double length, int i, int count) {
    return from + length * i / count;
  }

  private ParcelOverlaps look(Envelope window, Envelope extent) {
    List<Parcel> parcels = new ArrayList<>();
    FeatureQuery query = FeatureQuery.all().within(window).only("id", "land_use", "settlement");
    try (FeatureCursor rows = store.features(layer, query)) {
      while (rows.hasNext()) {
        parcels.add(Parcel.of(rows.next()));
      }
    }
    ParcelOverlaps overlaps = new ParcelOverlaps(measure, tolerances);
    overlaps.look(parcels, corner -> holds(window, inside(extent, corner)));
    return overlaps;
  }

  /** Parcels may begin outside of the extent; then their common part counts at its edge. */
  private static Coordinate inside(Envelope extent, Coordinate corner) {
    return new Coordinate(Math.max(extent.getMinX(), corner.x), Math.max(extent.getMinY(), corner.y));
  }

  /** Without the upper and the right edge, which belong to the neighbours. */
  private static boolean holds(Envelope window, Coordinate corner) {
    return corner.x >= window.getMinX() && corner.x < window.getMaxX()
        && corner.y >= window.getMinY() && corner.y < window.getMaxY();
  }
}
