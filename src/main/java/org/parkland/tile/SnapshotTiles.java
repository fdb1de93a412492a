package org.parkland.tile;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;
import org.parkland.geometry.Crs;
import org.parkland.land.Snapshot;
import org.parkland.store.FeatureCursor;
import org.parkland.store.FeatureQuery;
import org.parkland.store.Store;

/** The tiles of one snapshot: decides where each comes from. */
final class SnapshotTiles {
  /** Up to this many parcels any tile is quicker drawn from the store than all of them together. */
  private static final int SMALL = 20_000;
  /** The pass over more parcels takes so long that tiles of few of them are not made to wait for it. */
  private static final int LARGE = 1_000_000;
  private static final int FEW = 20_000;
  /** Up to here a tile is wider than 280 km, more than a zone's projection follows; all rows are asked for. */
  private static final int WHOLE_LAYER_ZOOM = 7;
  /** Only one pass over a snapshot at a time: it may hold 170 MB. */
  private static final Object PASS = new Object();

  private final Store store;
  private final TileCache cache;
  private final LandTiles.Watch watch;
  private final Snapshot snapshot;
  private final String folder;
  private final Plane mercator;
  private final SearchWindow window;
  private final LeftOut leftOut;
  private final SingleFlight<Pyramid> passes = new SingleFlight<>();
  private final String key;
  private final Optional<MadeTiles> made;
  private volatile Pyramid pyramid;
  private volatile Envelope extent;

  /** @param files tiles made ahead, of any snapshots */
  SnapshotTiles(Store store, TileCache cache, LandTiles.Watch watch, Snapshot snapshot, String drawingVersion,
      List<MadeTiles> files) {
    this.watch = watch;
    this.store = store;
    this.cache = cache;
    this.snapshot = snapshot;
    this.key = key(snapshot, drawingVersion);
    this.made = files.stream().filter(each -> each.isOf(key)).findFirst();
    this.folder = snapshot.kind().word() + "-" + snapshot.id() + "-" + fingerprint() + "-v" + drawingVersion;
    Crs crs = Crs.of(snapshot.crs());
    this.mercator = new LocalMercator(crs);
    this.window = new SearchWindow(crs);
    this.leftOut = new LeftOut(snapshot.kind().word() + " " + snapshot.asOf());
  }

  /** Tells snapshots of one number apart, should a database be made anew under the same cache. */
  private String fingerprint() {
    String facts = String.join("|", store.location(), snapshot.name(), snapshot.crs(), snapshot.sha256(),
        snapshot.mapping(), String.valueOf(snapshot.count()), String.valueOf(snapshot.importedAt()));
    return HexFormat.of().formatHex(Tile.sha256(facts.getBytes(StandardCharsets.UTF_8)), 0, 8);
  }

  /** What tiles made ahead must have been made from; the same wherever the database is moved to. */
  private static String key(Snapshot snapshot, String drawingVersion) {
    String facts = String.join("|", snapshot.kind().word(), String.valueOf(snapshot.id()), snapshot.name(),
        snapshot.crs(), snapshot.sha256(), snapshot.mapping(), String.valueOf(snapshot.count()),
        String.valueOf(snapshot.importedAt()), drawingVersion);
    return HexFormat.of().formatHex(Tile.sha256(facts.getBytes(StandardCharsets.UTF_8)), 0, 16);
  }

  MadeTiles.Origin origin(TileTags tags) {
    return new MadeTiles.Origin(key, tags.version());
  }

  /** Whether there are tiles made ahead, so that a pass over all parcels is not needed. */
  boolean isMade() {
    return made.isPresent();
  }

  Tile tile(TileAddress address, TileTags tags) {
    Optional<Tile> found = made.flatMap(each -> each.find(address, tags.version()));
    if (found.isPresent()) {
      return found.get();
    }
    if (address.z() > PyramidBuilder.DEEPEST_ZOOM || pyramid == null && isDrawnWithoutPass(address)) {
      return drawn(address, tags, address.mercatorBox());
    }
    Envelope land = pyramid().bounds().intersection(address.mercatorBox());
    if (land.isNull()) {
      return Tile.EMPTY;
    }
    return pyramid.merged().contains(address) ? merged(address, land) : drawn(address, tags, land);
  }

  /** For a file of tiles: as {@link #tile}, but tiles of single parcels are not kept in the cache. */
  Tile made(TileAddress address, TileTags tags) {
    Envelope land = pyramid().bounds().intersection(address.mercatorBox());
    if (land.isNull()) {
      return Tile.EMPTY;
    }
    return pyramid.merged().contains(address) ? merged(address, land) : draw(address, tags, land);
  }

  /** The box of all land, Mercator metres; waits for the pass. */
  Envelope bounds() {
    return pyramid().bounds();
  }

  /** Above the zooms made ahead a tile shows little land; before them it shows too much to be drawn at once. */
  private boolean isDrawnWithoutPass(TileAddress address) {
    return made.isPresent() ? made.get().reaches(address.z()) : isSoonDrawn(address);
  }

  /** Whether a tile of a large layer is likely to hold few parcels; if it is crowded, it is merged as it is drawn. */
  private boolean isSoonDrawn(TileAddress address) {
    if (snapshot.count() <= LARGE || address.z() <= WHOLE_LAYER_ZOOM) {
      return false;
    }
    if (extent == null) {
      extent = Optional.ofNullable(store.extent(snapshot)).orElseGet(Envelope::new);
    }
    Envelope box = window.of(address.mercatorBox());
    return snapshot.count() * box.getArea() <= FEW * extent.getArea();
  }

  private Tile drawn(TileAddress address, TileTags tags, Envelope mercatorBox) {
    String key = folder + "/tags-" + tags.version() + "/" + address + ".mvt";
    return cache.get(key, () -> draw(address, tags, mercatorBox));
  }

  /** From the pass over the whole snapshot; drawn again only if somebody has deleted the file. */
  private Tile merged(TileAddress address, Envelope mercatorBox) {
    return cache.get(mergedKey(address), () -> draw(address, TileTags.NONE, mercatorBox));
  }

  private String mergedKey(TileAddress address) {
    return folder + "/merged/" + address + ".mvt";
  }

  private Tile draw(TileAddress address, TileTags tags, Envelope mercatorBox) {
    Envelope box = address.z() <= WHOLE_LAYER_ZOOM ? null : window.of(mercatorBox);
    if (box != null && box.isNull()) {
      return Tile.EMPTY;
    }
    Set<String> attributes = new LinkedHashSet<>(List.of("id", "land_use"));
    attributes.addAll(tags.attributes());
    FeatureQuery query = FeatureQuery.all().within(box).only(attributes.toArray(new String[0]));
    try (FeatureCursor rows = store.features(snapshot, query)) {
      return new TileDrawing(address, mercator, tags, leftOut).draw(rows);
    }
  }

  Pyramid pyramid() {
    if (pyramid == null) {
      pyramid = passes.get("", this::findOrBuild);
    }
    return pyramid;
  }

  private Pyramid findOrBuild() {
    if (pyramid != null) {
      return pyramid;
    }
    String key = folder + "/pyramid";
    return Pyramid.from(cache.get(key, () -> new Tile(build().toBytes())).bytes());
  }

  private Pyramid build() {
    synchronized (PASS) {
      FeatureCursor all = store.features(snapshot, FeatureQuery.all().only("id", "land_use"));
      try (FeatureCursor rows = watch.over(snapshot, all)) {
        PyramidBuilder builder = new PyramidBuilder(mercator, leftOut);
        return snapshot.count() <= SMALL ? new Pyramid(builder.bounds(rows), Set.of())
            : builder.build(rows, (address, tile) -> cache.put(mergedKey(address), tile));
      }
    }
  }

  int leftOut() {
    return leftOut.count();
  }

  void forget() {
    cache.removeFolder(folder);
  }
}
