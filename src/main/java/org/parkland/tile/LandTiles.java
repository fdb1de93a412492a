package org.parkland.tile;

import java.nio.file.Path;
import java.util.List;
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
  private final List<MadeTiles> made;
  private final Map<String, SnapshotTiles> layers = new ConcurrentHashMap<>();

  /** Is shown the rows of a pass over a whole snapshot, to tell how far it has come. */
  public interface Watch {
    Watch NONE = (snapshot, rows) -> rows;

    /** The same rows, watched. */
    FeatureCursor over(Snapshot snapshot, FeatureCursor rows);
  }

  /** @param made tiles made ahead; those of other land than is asked for are not used */
  public LandTiles(Store store, TileCache cache, Watch watch, List<MadeTiles> made) {
    this.store = store;
    this.cache = cache;
    this.watch = watch;
    this.made = List.copyOf(made);
  }

  /** The same with nothing made ahead and nobody watching. */
  public LandTiles(Store store, TileCache cache) {
    this(store, cache, Watch.NONE, List.of());
  }

  /**
   * A tile of a snapshot; empty where it has no land.
   *
   * <p>The first tile of a large snapshot that shows many parcels waits for {@link #prepare}, unless it was made ahead.
   */
  public Tile tile(Snapshot snapshot, TileAddress address, TileTags tags) {
    return layer(snapshot).tile(address, tags);
  }

  /**
   * Makes the merged tiles of a snapshot, unless the cache has them: about 5 s for a million parcels. Best
   * called, in the background, when the server starts and when an import ends.
   */
  public void prepare(Snapshot snapshot) {
    if (!layer(snapshot).isMade()) {
      layer(snapshot).pyramid();
    }
  }

  /** Whether one of the files has tiles of this snapshot, drawn as they would be now. */
  public boolean isMade(Snapshot snapshot) {
    return layer(snapshot).isMade();
  }

  /**
   * Makes all tiles of a snapshot and writes them into a PMTiles file.
   *
   * @return how many tiles hold land
   * @throws org.parkland.BadInput if the file cannot be written
   */
  public long archive(Snapshot snapshot, TileTags tags, int minZoom, int maxZoom, Path file, TileProgress progress) {
    return new TileArchive(layer(snapshot), tags, progress).write(file, minZoom, maxZoom);
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
        name -> new SnapshotTiles(store, cache, watch, snapshot, DRAWING_VERSION, made));
  }

  /** A number may come again after a snapshot has been deleted, its time of import does not. */
  private static String name(Snapshot snapshot) {
    return snapshot.id() + "@" + snapshot.importedAt();
  }
}
