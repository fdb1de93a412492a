package org.parkland.ogc.tiles;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.parkland.tile.TileAddress;

/** The tiling scheme of the tiles, in the words of the standard for such schemes (OGC 17-083r4). */
final class WebMercatorQuad {
  private static final int TILE_PIXELS = 256;
  /** The standard's size of a pixel, metres. */
  private static final double PIXEL_M = 0.00028;
  private static final double HALF_WORLD_M = Math.PI * 6_378_137;

  private WebMercatorQuad() {}

  static Map<String, Object> describe() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("id", TilePages.SCHEME);
    body.put("title", "Google Maps Compatible for the World");
    body.put("uri", "http://www.opengis.net/def/tilematrixset/OGC/1.0/" + TilePages.SCHEME);
    body.put("crs", "http://www.opengis.net/def/crs/EPSG/0/3857");
    body.put("orderedAxes", List.of("X", "Y"));
    body.put("wellKnownScaleSet", "http://www.opengis.net/def/wkss/OGC/1.0/GoogleMapsCompatible");
    body.put("tileMatrices", IntStream.rangeClosed(0, TileAddress.MAX_ZOOM).mapToObj(WebMercatorQuad::level).toList());
    return body;
  }

  private static Map<String, Object> level(int zoom) {
    double cellM = 2 * HALF_WORLD_M / TILE_PIXELS / (1 << zoom);
    Map<String, Object> level = new LinkedHashMap<>();
    level.put("id", String.valueOf(zoom));
    level.put("scaleDenominator", cellM / PIXEL_M);
    level.put("cellSize", cellM);
    level.put("pointOfOrigin", List.of(-HALF_WORLD_M, HALF_WORLD_M));
    level.put("tileWidth", TILE_PIXELS);
    level.put("tileHeight", TILE_PIXELS);
    level.put("matrixWidth", 1 << zoom);
    level.put("matrixHeight", 1 << zoom);
    return level;
  }
}
