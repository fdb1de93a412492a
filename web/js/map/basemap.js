/**
 * Pictures from elsewhere below the land use: a pyramid in Web Mercator, or one in degrees whose tiles are drawn at
 * their place. From level 10 on a tile of degrees is straight to a tenth of a pixel.
 */
import { L } from "./leaflet.js";

const PANE = "base";

/** @typedef {{name: string, nameEn: string, urls: string[], subdomains: string[], crs: string, levelOffset: number, maxLevel: number, attribution: string}} BaseMap */

/**
 * The tiles of a pyramid in degrees that meet a box: level n has 2^(n+1) columns and 2^n rows from 180° W, 90° N.
 * @param {{west: number, south: number, east: number, north: number}} box
 * @param {number} level
 * @returns {Array<{x: number, y: number, z: number, bounds: number[][]}>} bounds: south-west and north-east, latitude first
 */
export function degreeTiles({ west, south, east, north }, level) {
  const size = 180 / 2 ** level;
  const tiles = [];
  const limit = (value, most) => Math.min(most, Math.max(0, value));
  const rows = 2 ** level - 1;
  const columns = 2 ** (level + 1) - 1;
  for (let y = limit(Math.floor((90 - north) / size), rows); y <= limit(Math.ceil((90 - south) / size) - 1, rows); y++) {
    for (let x = limit(Math.floor((west + 180) / size), columns); x <= limit(Math.ceil((east + 180) / size) - 1, columns); x++) {
      tiles.push({ x, y, z: level, bounds: [[90 - (y + 1) * size, x * size - 180], [90 - y * size, (x + 1) * size - 180]] });
    }
  }
  return tiles;
}

/**
 * @param {string} template
 * @param {{x: number, y: number, z: number}} tile
 * @param {BaseMap} map
 */
export function tileAddress(template, { x, y, z }, { subdomains, levelOffset }) {
  const values = { x, y, z: z + levelOffset, s: subdomains.length ? subdomains[(x + y) % subdomains.length] : "" };
  return template.replace(/\{([xyzs])\}/g, (_, key) => String(values[key]));
}

/** @param {import("./leaflet.js").LeafletMap} map */
export function createBaseMap(map) {
  map.createPane(PANE).style.zIndex = "150";
  let shown = null;
  return {
    /** @param {BaseMap|null} chosen */
    show(chosen) {
      shown?.remove();
      shown = chosen ? layerOf(map, chosen) : null;
    },
  };
}

function layerOf(map, chosen) {
  return chosen.crs === "EPSG:4490" ? degreeLayer(map, chosen) : mercatorLayer(map, chosen);
}

function mercatorLayer(map, chosen) {
  const group = L.layerGroup(chosen.urls.map((url) => {
    const layer = L.tileLayer(url, { pane: PANE, maxNativeZoom: chosen.maxLevel, maxZoom: 22 });
    layer.getTileUrl = (coordinates) =>
      tileAddress(url, { x: coordinates.x, y: coordinates.y, z: layer._getZoomForUrl() }, chosen);
    return layer;
  }));
  return group.addTo(map);
}

/** Tiles stay as long as they are in sight; a new level replaces all. */
function degreeLayer(map, chosen) {
  const held = new Map();
  const draw = () => {
    const box = map.getBounds().pad(0.2);
    // Level n of degrees has the width in pixels of level n + 1 of Web Mercator.
    const level = Math.max(0, Math.min(chosen.maxLevel, Math.round(map.getZoom()) - 1));
    const wanted = degreeTiles({ west: box.getWest(), south: box.getSouth(), east: box.getEast(), north: box.getNorth() }, level)
      .flatMap((tile) => chosen.urls.map((url) => ({ tile, address: tileAddress(url, tile, chosen) })));
    const addresses = new Set(wanted.map(({ address }) => address));
    for (const [address, picture] of held) {
      if (!addresses.has(address)) {
        picture.remove();
        held.delete(address);
      }
    }
    for (const { tile, address } of wanted) {
      if (!held.has(address)) {
        held.set(address, L.imageOverlay(address, tile.bounds, { pane: PANE, alt: "" }).addTo(map));
      }
    }
  };
  map.on("moveend", draw);
  draw();
  return {
    remove() {
      map.off("moveend", draw);
      held.forEach((picture) => picture.remove());
      held.clear();
    },
  };
}
