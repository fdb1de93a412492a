package org.parkland.tile;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.parkland.land.Snapshot;
import org.parkland.store.FeatureCursor;
import org.parkland.store.Store;

/**
 * Vector tiles of the snapshots of a store, cached. Safe to share between threads; one for each store.
 *
 * <p>The layer {@code land} has for each parcel or block a feature with {@code id}, {@code code} (land-use
 * class) and the tags asked for. Where there are too many to tell apart, it has for each class a feature with
 * {@code code} and {@code count}, and no {@code id}.
 */
public final class LandTiles {
  /** Part of the cache's keys; to be raised whenever the same land would be drawn differently. */
  private static final String DRAWING_VERSION = "2";

  private final Store store;
  private final TileCache cache;
  private final Watch watch;
  private final Map<String, SnapshotTiles> layers = new ConcurrentHashMap<>();

  /** Is shown the rows of a pass over a whole snapshot, to tell how far it has come. */
  public interface Watch {
    /** The same rows, watched. */
    FeatureCursor over(Snapshot snapshot, FeatureCursor rows);
  }

  public LandTiles(Store store, TileCache cache, Watch watch) {
    this.store = store;
    this.cache = cache;
    this.watch = watch;
  }

  /** The same without anybody watching. */
  public LandTiles(Store store, TileCache cache) {
    this(store, cache, (snapshot, rows) -> rows);
  }

  /**
   * A tile of a snapshot; empty where it has no land.
   *
   * <p>The first tile up to zoom 15 of a large snapshot waits for {@link #prepare}.
   */
  public Tile tile(Snapshot snapshot, TileAddress address, TileTags tags) {
    return layer(snapshot).tile(address, tags);
  }

  /**
   * Makes the merged tiles of a snapshot, unless the cache has them: about 5 s for a million parcels. Best
   * called, in the background, when the server starts and when an import ends.
   */
  public void prepare(Snapshot snapshot) {
    layer(snapshot).pyramid();
  }

  /** Parcels met so far that could not be drawn; the log names them. */
  public int leftOut(Snapshot snapshot) {
    return layer(snapshot).leftOut();
  }

  /** Drops all cached tiles of a snapshot, when it is deleted. */
  public void forget(Snapshot snapshot) {
    layer(snapshot).forget();
    layers.remove(name(snapshot));
  }

  private SnapshotTiles layer(Snapshot snapshot) {
    return layers.computeIfAbsent(name(snapshot),
        name -> new SnapshotTiles(store, cache, watch, snapshot, DRAWING_VERSION));
  }

  /** A number may come again after a snapshot has been deleted, its time of import does not. */
  private static String name(Snapshot snapshot) {
    return snapshot.id() + "@" + snapshot.importedAt();
  }
}
