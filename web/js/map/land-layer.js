/**
 * One state's land use as vector tiles, painted beside the page's own thread.
 */
import { L } from "./leaflet.js";
import { tileUrl } from "../api.js";
import { featureAt, propsOf } from "./tiles/land-tile.js";
import { hold } from "./tiles/tile-store.js";

/** Deeper zooms enlarge the tiles of this one; 4096 units to a tile of about 150 m is 4 cm. */
const MAX_DATA_ZOOM = 18;

export const TILE_PIXELS = 256;

export const sharpness = () => Math.min(2, window.devicePixelRatio || 1);

/** How many pixels one of a tile's own covers at the zoom shown. */
export const enlargement = (map) => 2 ** Math.max(0, Math.round(map.getZoom()) - MAX_DATA_ZOOM);

const LandGrid = L.GridLayer.extend({
  onAdd(map) {
    this.enlarged = enlargement(map);
    L.GridLayer.prototype.onAdd.call(this, map);
  },

  getEvents() {
    return { ...L.GridLayer.prototype.getEvents.call(this), zoomend: this.sharpen };
  },

  /** Beyond the deepest data the same tiles are painted anew, larger. */
  sharpen() {
    if (this.enlarged !== enlargement(this._map)) {
      this.enlarged = enlargement(this._map);
      this.repaint();
    }
  },

  createTile(coords, done) {
    const canvas = L.DomUtil.create("canvas", "leaflet-tile");
    canvas.width = 0;
    canvas.held = hold(this.url(coords));
    canvas.ending = new AbortController();
    this.paintOn(canvas).then(() => done(null, canvas), (failure) => {
      if (failure.name !== "AbortError") {
        this.options.onFailure();
        done(null, canvas);
      }
    });
    return canvas;
  },

  async paintOn(canvas) {
    const picture = await canvas.held.picture({
      pixels: TILE_PIXELS * this.enlarged, sharpness: sharpness(), zoom: Math.round(this._map.getZoom()), look: this.options.look(),
    }, canvas.ending.signal);
    if (picture) {
      canvas.width = picture.width;
      canvas.height = picture.height;
      canvas.getContext("bitmaprenderer").transferFromImageBitmap(picture);
    }
  },

  /** Paints what is shown once more, in another look or size; what a tile shows stays until then. */
  repaint() {
    Object.values(this._tiles ?? {}).forEach(({ el }) => this.paintOn(el).catch(() => {}));
  },

  _removeTile(key) {
    const canvas = this._tiles[key]?.el;
    L.GridLayer.prototype._removeTile.call(this, key);
    if (canvas) {
      canvas.ending.abort();
      canvas.held.release();
      canvas.width = 0;
      canvas.height = 0;
    }
  },

  /** Tiles of a zoom that was left before they came are not waited for. */
  _abortLoading() {
    for (const [key, { coords, loaded }] of Object.entries(this._tiles)) {
      if (coords.z !== this._tileZoom && !loaded) {
        this._removeTile(key);
      }
    }
  },

  url({ x, y, z }) {
    return this.options.address.replace("{z}", z).replace("{x}", x).replace("{y}", y);
  },

  /** What has been read of a tile; null before. */
  landOf({ x, y, z }) {
    return this._tiles[`${x}:${y}:${z}`]?.el.held.land() ?? null;
  },
});

/**
 * @param {object} given
 * @param {"current"|"planned"} given.state
 * @param {string|null} given.asOf
 * @param {string} given.pane
 * @param {() => string|null} given.onlyClass
 * @param {{idle: boolean, patterns: boolean}} given.style may be changed; `repaint` then shows it
 * @param {[number, number, number, number]|null} given.box west, south, east, north of all land; nothing is asked for outside
 * @param {() => void} given.onFailure called when a tile could not be read; it is left empty
 */
export function createLandLayer({ state, asOf, pane, onlyClass, style, box, onFailure }) {
  return new LandGrid({
    minZoom: 9, maxZoom: 20, maxNativeZoom: MAX_DATA_ZOOM, bounds: box && L.latLngBounds([box[1], box[0]], [box[3], box[2]]),
    pane, keepBuffer: 1, address: tileUrl(state, asOf), onFailure,
    look: () => ({ patterns: style.patterns, idle: style.idle && state === "current", only: onlyClass() }),
  });
}

/**
 * The attributes of the land at a place, from the tiles on screen; null where none is known.
 * @param {{lat: number, lng: number}} place
 * @returns {{id?: string, code?: string, idle?: string}|null}
 */
export function landAt(layer, place) {
  const z = layer._tileZoom;
  const at = layer._map?.project(place, z).divideBy(TILE_PIXELS);
  const land = at && layer.landOf({ x: Math.floor(at.x), y: Math.floor(at.y), z });
  if (!land) {
    return null;
  }
  const found = featureAt(land, (at.x % 1) * land.extent, (at.y % 1) * land.extent);
  return found < 0 ? null : propsOf(land, found);
}

/**
 * What has been read of the tiles on screen.
 * @param {any} layer
 * @returns {Array<{coords: {x: number, y: number, z: number}, tile: import("./tiles/land-tile.js").LandTile}>}
 */
export function tilesOnScreen(layer) {
  return Object.values(layer._tiles ?? {}).filter(({ coords }) => coords.z === layer._tileZoom)
    .map(({ coords }) => ({ coords, tile: layer.landOf(coords) })).filter(({ tile }) => tile);
}
