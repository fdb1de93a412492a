package org.parkland.tile;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.parkland.geometry.Crs;
import org.parkland.land.Snapshot;
import org.parkland.store.FeatureCursor;
import org.parkland.store.FeatureQuery;
import org.parkland.store.Store;

/** Addresses of tiles where a store has land. */
final class Tiles {
  private Tiles() {}

  static TileAddress at(Coordinate mercator, int z) {
    double side = 2 * TileAddress.HALF_WORLD_M / (1 << z);
    return new TileAddress(z, (int) Math.floor((mercator.x + TileAddress.HALF_WORLD_M) / side),
        (int) Math.floor((TileAddress.HALF_WORLD_M - mercator.y) / side));
  }

  /** The tile that holds the middle of the land. */
  static TileAddress middle(Store store, Snapshot snapshot, int z) {
    return at(mercator(store, snapshot).centre(), z);
  }

  /** All tiles of the box around the land. */
  static List<TileAddress> around(Store store, Snapshot snapshot, int z) {
    Envelope box = mercator(store, snapshot);
    TileAddress northWest = at(new Coordinate(box.getMinX(), box.getMaxY()), z);
    TileAddress southEast = at(new Coordinate(box.getMaxX(), box.getMinY()), z);
    List<TileAddress> all = new ArrayList<>();
    for (int y = northWest.y(); y <= southEast.y(); y++) {
      for (int x = northWest.x(); x <= southEast.x(); x++) {
        all.add(new TileAddress(z, x, y));
      }
    }
    return all;
  }

  private static Envelope mercator(Store store, Snapshot snapshot) {
    Envelope box = new Envelope();
    try (FeatureCursor rows = store.features(snapshot, FeatureQuery.all())) {
      rows.forEachRemaining(each -> box.expandToInclude(each.geometry().getEnvelopeInternal()));
    }
    return Crs.of(snapshot.crs()).to(Crs.of(Crs.WEB_MERCATOR)).apply(box);
  }
}
