package org.parkland.web;

import io.javalin.http.Context;
import java.util.regex.Pattern;
import org.parkland.analysis.DayLayers;
import org.parkland.analysis.LandAnalysis;
import org.parkland.land.State;
import org.parkland.tile.Tile;
import org.parkland.tile.TileAddress;

/** Vector tiles over HTTP. */
final class TileRoutes {
  /** Not refused by a weight of nothing (RFC 9110, section 12.4.2). */
  private static final Pattern GZIP = Pattern.compile("\\bgzip\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))");

  private final LandAnalysis analysis;
  private final MapTiles tiles;

  TileRoutes(LandAnalysis analysis, MapTiles tiles) {
    this.analysis = analysis;
    this.tiles = tiles;
  }

  void addTo(RouteTable routes) {
    routes.get("/tiles/{state}/{z}/{x}/{y}.mvt", Needs.VIEWER, this::tile);
  }

  private void tile(Context context) {
    Parameters parameters = Parameters.of(context, "asOf", "today");
    State state = Parameters.word("state", context.pathParam("state"), State.class);
    DayLayers day = analysis.day(parameters.date("asOf"));
    Tile tile = tiles.tile(state, address(context), day, parameters.date("today"));
    context.header("ETag", tile.etag());
    context.header("Cache-Control", "private, no-cache");
    if (tile.etag().equals(context.header("If-None-Match"))) {
      context.status(304);
      return;
    }
    context.contentType("application/vnd.mapbox-vector-tile");
    if (acceptsGzip(context) && !tile.isEmpty()) {
      context.header("Content-Encoding", "gzip").result(tile.packed());
    } else {
      context.result(tile.bytes());
    }
  }

  private static boolean acceptsGzip(Context context) {
    String accepted = context.header("Accept-Encoding");
    return accepted != null && GZIP.matcher(accepted).find();
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
