package org.parkland.tile;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.parkland.land.Feature;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Parcels of a snapshot that cannot be drawn: each is logged when first met, and counted once. */
final class LeftOut {
  private static final Logger LOG = LoggerFactory.getLogger(LeftOut.class);

  private final String layer;
  private final Set<Long> rows = ConcurrentHashMap.newKeySet();

  LeftOut(String layer) {
    this.layer = layer;
  }

  /** Draws a parcel, or notes that it cannot be drawn. */
  void unless(Feature feature, Runnable drawing) {
    try {
      drawing.run();
    } catch (RuntimeException e) {
      add(feature, e);
    }
  }

  private void add(Feature feature, RuntimeException reason) {
    if (rows.add(feature.row())) {
      LOG.warn("{} row {} ({}) cannot be drawn and is left out of the tiles: {}",
          layer, feature.row(), feature.id(), reason.getMessage());
    }
  }

  int count() {
    return rows.size();
  }
}
