package org.parkland.web;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.parkland.analysis.DayLayers;
import org.parkland.analysis.IdleJudge;
import org.parkland.analysis.LandAnalysis;
import org.parkland.analysis.Passes;
import org.parkland.analysis.Workspace;
import org.parkland.config.Setting;
import org.parkland.job.Job;
import org.parkland.land.Attribute;
import org.parkland.land.LayerKind;
import org.parkland.land.State;
import org.parkland.ogc.tiles.TileSource;
import org.parkland.tile.LandTiles;
import org.parkland.tile.MadeTiles;
import org.parkland.tile.Tile;
import org.parkland.tile.TileAddress;
import org.parkland.tile.TileCache;
import org.parkland.tile.TileProgress;
import org.parkland.tile.TileTags;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The map's tiles of current and planned land, with what the map marks on them. */
public final class MapTiles implements TileSource {
  private static final Logger LOG = LoggerFactory.getLogger(MapTiles.class);
  private static final long MEMORY_BYTES = 256L << 20;
  /** Of the heap at most, so that a small one has room for the rest. */
  private static final int SHARE_OF_HEAP = 8;

  private final LandAnalysis analysis;
  private final LandTiles tiles;
  private final TileCache cache;
  private final boolean hasFiles;

  /** What a parcel is judged by may be any of them. */
  private final List<String> attributes;

  /** @param made tiles made ahead */
  public MapTiles(Workspace workspace, LandAnalysis analysis, List<MadeTiles> made) {
    this.analysis = analysis;
    this.hasFiles = !made.isEmpty();
    this.attributes = workspace.standards().schema(LayerKind.PARCELS).attributes().stream().map(Attribute::name).toList();
    long memory = Math.min(MEMORY_BYTES, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
    this.cache = new TileCache(
        workspace.settings().tiles(), memory, workspace.settings().values().mebibytes(Setting.TILES_MIB));
    this.tiles = new LandTiles(workspace.store(), cache,
        (snapshot, rows) -> analysis.passes().over(Passes.Purpose.TILES, snapshot, rows), made);
  }

  /** Makes the merged tiles of the newest land, which a large district's first page would wait for. */
  void warmUp(Job.Steps steps) {
    DayLayers day = analysis.day(null);
    for (State state : State.values()) {
      steps.progress(state.ordinal(), -1);
      day.find(state.layer()).ifPresent(layer -> {
        if (hasFiles && !tiles.isMade(layer)) {
          LOG.info("no file given with --tiles was made from the {} of {} as they are drawn now; their tiles are drawn",
              layer.kind().word(), layer.asOf());
        }
        tiles.prepare(layer);
      });
    }
  }

  long drawn() {
    return cache.made();
  }

  /** Answered from memory or disk. */
  long kept() {
    return cache.asked() - cache.made();
  }

  /** Makes all tiles of a day's land ahead; see {@link LandTiles#archive}. */
  public long archive(State state, LocalDate asOf, int minZoom, int maxZoom, Path file, TileProgress progress) {
    DayLayers day = analysis.day(asOf);
    return tiles.archive(day.of(state), tags(state, day, null), minZoom, maxZoom, file, progress);
  }

  @Override
  public Tile tile(State state, TileAddress address, LocalDate day) {
    return tile(state, address, analysis.day(day), null);
  }

  /** @param today day on which land is idle; null for that of the data */
  Tile tile(State state, TileAddress address, DayLayers day, LocalDate today) {
    return tiles.tile(day.of(state), address, tags(state, day, today));
  }

  private TileTags tags(State state, DayLayers day, LocalDate today) {
    return state == State.CURRENT ? idleTags(day, today) : TileTags.NONE;
  }

  /**
   * Marks what is suspected to be idle or inefficient, with the word the map shows. Each parcel is judged by itself
   * as it is drawn: the register of all of them, which a large district takes long to make, is not waited for.
   */
  private TileTags idleTags(DayLayers day, LocalDate today) {
    LocalDate asked = today != null ? today : day.asOf();
    String version = "idle-" + asked + "-" + analysis.corrections().version();
    IdleJudge judge = analysis.idleJudge(day, asked);
    return TileTags.of(version, attributes,
        feature -> judge.suspicion(feature).map(word -> Map.<String, Object>of("idle", word)).orElse(Map.of()));
  }
}
