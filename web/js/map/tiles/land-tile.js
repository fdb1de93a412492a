/**
 * One vector tile of land, flat: arrays of numbers cross from the painting thread to the page in no time, where
 * thousands of small objects would hold up a frame.
 */

/**
 * @typedef {object} LandTile
 * @property {number} extent tile units to a side
 * @property {Int16Array} points x and y of every vertex, tile units from the north-west corner; rings are not closed
 * @property {Uint32Array} ringEnds for each ring the number of vertices up to its end
 * @property {Uint32Array} ringStarts for each feature the number of its first ring, and one more for the end
 * @property {Int16Array} boxes west, north, east, south of each feature, tile units
 * @property {Int32Array} tags for each feature the places of {@link TAGS} among the texts; -1 where it has none
 * @property {Uint32Array} texts where each begins and ends in the bytes
 * @property {Uint8Array} bytes of the tile
 */

/** What is told of a parcel in a tile (docs/api.md). */
export const TAGS = ["id", "code", "idle"];

const decoder = new TextDecoder();

/** The texts that have been asked for, by their places. @type {WeakMap<LandTile, string[]>} */
const known = new WeakMap();

/** @param {LandTile} tile */
export const countOf = (tile) => tile.boxes.length / 4;

/**
 * @param {LandTile} tile
 * @param {number} feature
 * @returns {{id?: string, code?: string, idle?: string}}
 */
export function propsOf(tile, feature) {
  return Object.fromEntries(TAGS.map((name) => [name, tagOf(tile, feature, /** @type {any} */ (name))])
    .filter(([, text]) => text !== undefined));
}

/** @param {LandTile} tile @param {number} feature @param {"id"|"code"|"idle"} name */
export function tagOf(tile, feature, name) {
  const place = tile.tags[feature * TAGS.length + TAGS.indexOf(name)];
  return place < 0 ? undefined : textAt(tile, place);
}

function textAt(tile, place) {
  let read = known.get(tile);
  if (!read) {
    known.set(tile, read = []);
  }
  return read[place] ??= decoder.decode(tile.bytes.subarray(tile.texts[2 * place], tile.texts[2 * place + 1]));
}

/**
 * The features that have a text. The texts are compared as bytes, once each, and stay unread.
 * @param {LandTile} tile
 * @param {"id"|"code"|"idle"} name
 * @param {string} text
 * @returns {number[]}
 */
export function featuresWith(tile, name, text) {
  const place = placeOf(tile, new TextEncoder().encode(text));
  const found = [];
  for (let at = TAGS.indexOf(name), feature = 0; place >= 0 && at < tile.tags.length; at += TAGS.length, feature++) {
    if (tile.tags[at] === place) {
      found.push(feature);
    }
  }
  return found;
}

/** A tile tells each text once (§4.1); -1 where it is not among them. */
function placeOf(tile, wanted) {
  for (let place = 0; 2 * place < tile.texts.length; place++) {
    if (isAt(tile, place, wanted)) {
      return place;
    }
  }
  return -1;
}

/** From the end, where the numbers of neighbours differ. */
function isAt({ texts, bytes }, place, wanted) {
  const start = texts[2 * place];
  if (texts[2 * place + 1] - start !== wanted.length) {
    return false;
  }
  let i = wanted.length - 1;
  while (i >= 0 && bytes[start + i] === wanted[i]) {
    i--;
  }
  return i < 0;
}

/**
 * The vertices of a feature's first ring.
 * @param {LandTile} tile
 * @param {number} feature
 * @param {number} scale pixels to a tile unit
 * @returns {Array<{x: number, y: number}>}
 */
export function shellOf({ points, ringEnds, ringStarts }, feature, scale) {
  const ring = ringStarts[feature];
  const shell = [];
  for (let i = ring === 0 ? 0 : ringEnds[ring - 1]; i < ringEnds[ring]; i++) {
    shell.push({ x: points[2 * i] * scale, y: points[2 * i + 1] * scale });
  }
  return shell;
}

/**
 * The uppermost feature at a place; -1 where there is none.
 * @param {LandTile} tile
 * @param {number} x tile units
 * @param {number} y tile units
 */
export function featureAt(tile, x, y) {
  const { boxes } = tile;
  for (let feature = countOf(tile) - 1; feature >= 0; feature--) {
    const at = 4 * feature;
    if (x >= boxes[at] && y >= boxes[at + 1] && x <= boxes[at + 2] && y <= boxes[at + 3] && holds(tile, feature, x, y)) {
      return feature;
    }
  }
  return -1;
}

/** Whether a line to the west crosses the feature's rings an odd number of times. */
function holds({ points, ringEnds, ringStarts }, feature, x, y) {
  let inside = false;
  for (let ring = ringStarts[feature]; ring < ringStarts[feature + 1]; ring++) {
    const start = ring === 0 ? 0 : ringEnds[ring - 1];
    for (let i = start, before = ringEnds[ring] - 1; i < ringEnds[ring]; before = i++) {
      const [x1, y1, x2, y2] = [points[2 * before], points[2 * before + 1], points[2 * i], points[2 * i + 1]];
      if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) {
        inside = !inside;
      }
    }
  }
  return inside;
}
