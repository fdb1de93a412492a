package org.parkland.web;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.parkland.analysis.DayLayers;
import org.parkland.analysis.IdleJudge;
import org.parkland.analysis.LandAnalysis;
import org.parkland.analysis.Passes;
import org.parkland.analysis.Workspace;
import org.parkland.config.Setting;
import org.parkland.land.Attribute;
import org.parkland.job.Job;
import org.parkland.land.LayerKind;
import org.parkland.land.State;
import org.parkland.ogc.tiles.TileSource;
import org.parkland.tile.LandTiles;
import org.parkland.tile.Tile;
import org.parkland.tile.TileAddress;
import org.parkland.tile.TileCache;
import org.parkland.tile.TileTags;

/** Vector tiles of current and planned land. */
final class TileRoutes implements TileSource {
  private static final long MEMORY_BYTES = 256L << 20;

  private final LandAnalysis analysis;
  private final LandTiles tiles;
  private final TileCache cache;

  /** What a parcel is judged by may be any of them. */
  private final List<String> attributes;

  TileRoutes(Workspace workspace, LandAnalysis analysis) {
    this.analysis = analysis;
    this.attributes = workspace.standards().schema(LayerKind.PARCELS).attributes().stream().map(Attribute::name).toList();
    this.cache = new TileCache(
        workspace.settings().tiles(), MEMORY_BYTES, workspace.settings().values().mebibytes(Setting.TILES_MIB));
    this.tiles = new LandTiles(workspace.store(), cache,
        (snapshot, rows) -> analysis.passes().over(Passes.Purpose.TILES, snapshot, rows));
  }

  void addTo(RouteTable routes) {
    routes.get("/tiles/{state}/{z}/{x}/{y}.mvt", Needs.VIEWER, this::tile);
  }

  /** Makes the merged tiles of the newest land, which a large district's first page would wait for. */
  void warmUp(Job.Steps steps) {
    DayLayers day = analysis.day(null);
    for (State state : State.values()) {
      steps.progress(state.ordinal(), -1);
      day.find(state.layer()).ifPresent(tiles::prepare);
    }
  }

  long drawn() {
    return cache.made();
  }

  /** Answered from memory or disk. */
  long kept() {
    return cache.asked() - cache.made();
  }

  private void tile(Context context) {
    Parameters parameters = Parameters.of(context, "asOf", "today");
    State state = Parameters.word("state", context.pathParam("state"), State.class);
    DayLayers day = analysis.day(parameters.date("asOf"));
    Tile tile = tile(state, address(context), day, parameters.date("today"));
    context.header("ETag", tile.etag());
    context.header("Cache-Control", "private, no-cache");
    if (tile.etag().equals(context.header("If-None-Match"))) {
      context.status(304);
      return;
    }
    context.contentType("application/vnd.mapbox-vector-tile").result(tile.bytes());
  }

  @Override
  public Tile tile(State state, TileAddress address, LocalDate day) {
    return tile(state, address, analysis.day(day), null);
  }

  private Tile tile(State state, TileAddress address, DayLayers day, LocalDate today) {
    TileTags tags = state == State.CURRENT ? idleTags(day, today) : TileTags.NONE;
    return tiles.tile(day.of(state), address, tags);
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

  private static TileAddress address(Context context) {
    try {
      return new TileAddress(whole(context, "z"), whole(context, "x"), whole(context, "y"));
    } catch (IllegalArgumentException e) {
      throw Problem.badParameter("z/x/y", e.getMessage());
    }
  }

  private static int whole(Context context, String name) {
    String value = context.pathParam(name);
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " must be a whole number, got '" + value + "'", e);
    }
  }
}
