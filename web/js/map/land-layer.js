/**
 * One state's land use as vector tiles.
 */
import { tiles } from "./leaflet.js";
import { tileUrl } from "../api.js";
import { idleSymbol, landSymbol, patternSymbol } from "./symbols.js";

/** The layer inside the tiles (docs/api.md). */
export const TILE_LAYER = "land";

/** Deeper zooms enlarge the tiles of this one; 4096 units to a tile of about 150 m is 4 cm. */
const MAX_DATA_ZOOM = 18;

/**
 * @typedef {object} LandStyle
 * @property {boolean} idle mark idle parcels
 * @property {boolean} patterns a pattern per main class
 */

/**
 * @param {object} given
 * @param {"current"|"planned"} given.state
 * @param {string|null} given.asOf
 * @param {string} given.pane
 * @param {ReturnType<import("../classes.js").createClassification>} given.classification
 * @param {() => string|null} given.onlyClass
 * @param {LandStyle} given.style
 * @param {() => void} given.onFailure called when a tile could not be read
 */
export function createLandLayer({ state, asOf, pane, classification, onlyClass, style, onFailure }) {
  const layer = tiles.leafletLayer({
    url: tileUrl(state, asOf),
    levelDiff: 0,
    maxDataZoom: MAX_DATA_ZOOM,
    minZoom: 9,
    maxZoom: 20,
    pane,
    attribution: "",
    keepBuffer: 1,
    devicePixelRatio: Math.min(2, window.devicePixelRatio || 1),
    paintRules: paintRules(state, classification, onlyClass, style),
    labelRules: [],
  });
  reportFailures(layer, onFailure);
  return layer;
}

/**
 * @param {"current"|"planned"} state
 * @param {LandStyle} style
 */
export function paintRules(state, classification, onlyClass, style) {
  const rules = [{ dataLayer: TILE_LAYER, symbolizer: landSymbol(classification, onlyClass) }];
  if (style.patterns) {
    rules.push({ dataLayer: TILE_LAYER, symbolizer: patternSymbol(classification, onlyClass), minzoom: 13 });
  }
  if (style.idle && state === "current") {
    rules.push({ dataLayer: TILE_LAYER, symbolizer: idleSymbol(), filter: (zoom, feature) => Boolean(feature.props.idle) });
  }
  return rules;
}

/** A tile that cannot be read is painted empty and told once, in the page's own words. */
function reportFailures(layer, onFailure) {
  const cache = tileCache(layer);
  const read = cache.source.get.bind(cache.source);
  cache.source.get = (coordinates, size) => read(coordinates, size).catch((failure) => {
    if (failure.name === "AbortError") {
      throw failure;
    }
    onFailure();
    return new Map();
  });
}

function tileCache(layer) {
  return layer.views.get("").tileCache;
}

/**
 * The features of a tile that has been read already; none where it has not.
 * @param {{x: number, y: number, z: number}} coordinates of the displayed tile
 * @returns {{features: Array<any>, scale: number, origin: {x: number, y: number}}}
 */
export function featuresOfTile(layer, coordinates) {
  const view = layer.views.get("");
  const { dataTile, scale, origin } = view.dataTileForDisplayTile(coordinates);
  const entry = view.tileCache.cache.get(`${dataTile.x}:${dataTile.y}:${dataTile.z}`);
  return {
    features: entry?.data.get(TILE_LAYER) ?? [],
    scale,
    origin: { x: origin.x - coordinates.x * 256, y: origin.y - coordinates.y * 256 },
  };
}

/**
 * The attributes of the land at a place, from the tiles on screen; null where none is known.
 * @param {{lat: number, lng: number}} place
 * @returns {{id?: string, code: string, idle?: string}|null}
 */
export function landAt(layer, place) {
  const picked = layer.queryTileFeaturesDebug(place.lng, place.lat, 0).get("") ?? [];
  return picked.length ? picked[picked.length - 1].feature.props : null;
}
