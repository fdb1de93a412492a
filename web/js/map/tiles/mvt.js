/**
 * Reads Mapbox Vector Tiles 2.1 (https://github.com/mapbox/vector-tile-spec), polygons of one layer, into flat arrays.
 * Texts stay bytes until somebody asks for one: most of a tile's are parcel numbers that nobody looks at.
 */
import Pbf from "../../../vendor/pbf-4.0.1/pbf.js";
import { TAGS } from "./land-tile.js";

/** The layer inside the tiles (docs/api.md). */
const LAYER = "land";
const POLYGON = 3;
const [MOVE_TO, LINE_TO] = [1, 2];
/** Key of a value's field that holds text: number 1, with its length before it. */
const TEXT = (1 << 3) | 2;

/**
 * @param {ArrayBuffer|Uint8Array} bytes
 * @returns {import("./land-tile.js").LandTile} without features where the tile has no land
 */
export function readTile(bytes) {
  let land = emptyLayer();
  const tile = new Pbf(bytes);
  tile.readFields((field, _, pbf) => {
    if (field === 3) {
      const layer = pbf.readMessage(readLayerField, emptyLayer());
      land = layer.name === LAYER ? layer : land;
    }
  }, null);
  land.ringStarts.push(land.ringEnds.length);
  return {
    extent: land.extent,
    points: new Int16Array(land.points),
    ringEnds: new Uint32Array(land.ringEnds),
    ringStarts: new Uint32Array(land.ringStarts),
    boxes: new Int16Array(land.boxes),
    tags: tagPlaces(land),
    texts: new Uint32Array(land.texts),
    bytes: /** @type {Uint8Array} */ (tile.buf),
  };
}

/** `tags` as they come, feature after feature; `tagEnds` tells how many there are up to the end of each. */
const emptyLayer = () => ({ name: "", extent: 4096, points: [], ringEnds: [], ringStarts: [], boxes: [], tags: [], tagEnds: [], keys: [], texts: [] });

function readLayerField(field, layer, pbf) {
  if (field === 1) {
    layer.name = pbf.readString();
  } else if (field === 2) {
    readFeature(pbf, layer);
  } else if (field === 3) {
    layer.keys.push(pbf.readString());
  } else if (field === 4) {
    findText(pbf, layer.texts);
  } else if (field === 5) {
    layer.extent = pbf.readVarint();
  }
}

/** Where the text of a value begins and ends; nowhere if it is none. */
function findText(pbf, texts) {
  const end = pbf.readVarint() + pbf.pos;
  if (pbf.pos < end && pbf.readVarint() === TEXT) {
    const length = pbf.readVarint();
    texts.push(pbf.pos, pbf.pos + length);
  } else {
    texts.push(0, 0);
  }
  pbf.pos = end;
}

function readFeature(pbf, layer) {
  const end = pbf.readVarint() + pbf.pos;
  let [tags, type, geometry] = [-1, 0, -1];
  while (pbf.pos < end) {
    const key = pbf.readVarint();
    if (key >> 3 === 3) {
      type = pbf.readVarint();
    } else {
      tags = key >> 3 === 2 ? pbf.pos : tags;
      geometry = key >> 3 === 4 ? pbf.pos : geometry;
      pbf.skip(key);
    }
  }
  if (type === POLYGON && geometry >= 0) {
    layer.ringStarts.push(layer.ringEnds.length);
    pbf.pos = geometry;
    readRings(pbf, layer);
    if (tags >= 0) {
      pbf.pos = tags;
      pbf.readPackedVarint(layer.tags);
    }
    layer.tagEnds.push(layer.tags.length);
  }
  pbf.pos = end;
}

/** Commands and their count in one number; coordinates are steps from the vertex before (§4.3). */
function readRings(pbf, { points, ringEnds, boxes }) {
  const end = pbf.readVarint() + pbf.pos;
  let [x, y, west, north, east, south] = [0, 0, Infinity, Infinity, -Infinity, -Infinity];
  while (pbf.pos < end) {
    const command = pbf.readVarint();
    if ((command & 7) !== MOVE_TO && (command & 7) !== LINE_TO) {
      ringEnds.push(points.length / 2);
      continue;
    }
    for (let left = command >> 3; left > 0; left--) {
      x += step(pbf.readVarint());
      y += step(pbf.readVarint());
      points.push(x, y);
      west = x < west ? x : west;
      east = x > east ? x : east;
      north = y < north ? y : north;
      south = y > south ? y : south;
    }
  }
  boxes.push(west, north, east, south);
}

/** Zigzag: the sign is in the lowest bit. */
const step = (written) => (written >>> 1) ^ -(written & 1);

/** A feature names keys and values by their places in the layer's lists, two by two. */
function tagPlaces({ tags, tagEnds, keys }) {
  const places = new Int32Array(tagEnds.length * TAGS.length).fill(-1);
  const column = keys.map((key) => TAGS.indexOf(key));
  for (let feature = 0, i = 0; feature < tagEnds.length; feature++) {
    for (; i + 1 < tagEnds[feature]; i += 2) {
      if (column[tags[i]] >= 0) {
        places[feature * TAGS.length + column[tags[i]]] = tags[i + 1];
      }
    }
    i = tagEnds[feature];
  }
  return places;
}
