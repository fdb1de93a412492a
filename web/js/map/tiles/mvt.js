/**
 * Reads Mapbox Vector Tiles 2.1 (https://github.com/mapbox/vector-tile-spec), polygons of one layer, into flat arrays.
 */
import Pbf from "../../../vendor/pbf-4.0.1/pbf.js";
import { TAGS } from "./land-tile.js";

/** The layer inside the tiles (docs/api.md). */
const LAYER = "land";
const POLYGON = 3;
const [MOVE_TO, LINE_TO] = [1, 2];

/**
 * @param {ArrayBuffer} bytes
 * @returns {import("./land-tile.js").LandTile} without features where the tile has no land
 */
export function readTile(bytes) {
  let land = emptyLayer();
  new Pbf(bytes).readFields((field, _, pbf) => {
    if (field === 3) {
      const layer = pbf.readMessage(readLayerField, emptyLayer());
      land = layer.name === LAYER ? layer : land;
    }
  }, null);
  return {
    extent: land.extent,
    points: new Int16Array(land.points),
    ringEnds: new Uint32Array(land.ringEnds),
    ringStarts: new Uint32Array([...land.ringStarts, land.ringEnds.length]),
    boxes: new Int16Array(land.boxes),
    tags: tagPlaces(land),
    values: land.values,
  };
}

const emptyLayer = () => ({ name: "", extent: 4096, points: [], ringEnds: [], ringStarts: [], boxes: [], features: [], keys: [], values: [] });

function readLayerField(field, layer, pbf) {
  if (field === 1) {
    layer.name = pbf.readString();
  } else if (field === 2) {
    readFeature(pbf, layer);
  } else if (field === 3) {
    layer.keys.push(pbf.readString());
  } else if (field === 4) {
    layer.values.push(readValue(pbf));
  } else if (field === 5) {
    layer.extent = pbf.readVarint();
  }
}

function readValue(pbf) {
  return pbf.readMessage((field, held) => {
    const read = { 1: "readString", 2: "readFloat", 3: "readDouble", 4: "readVarint", 5: "readVarint", 6: "readSVarint", 7: "readBoolean" };
    held.value = read[field] ? pbf[read[field]]() : null;
  }, { value: null }).value;
}

function readFeature(pbf, layer) {
  const feature = pbf.readMessage((field, held) => {
    if (field === 2) {
      held.tags = pbf.readPackedVarint();
    } else if (field === 3) {
      held.type = pbf.readVarint();
    } else if (field === 4) {
      held.geometry = pbf.pos;
    }
  }, { tags: [], type: 0, geometry: -1 });
  if (feature.type === POLYGON && feature.geometry >= 0) {
    const after = pbf.pos;
    pbf.pos = feature.geometry;
    layer.ringStarts.push(layer.ringEnds.length);
    readRings(pbf, layer);
    layer.features.push(feature.tags);
    pbf.pos = after;
  }
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
      x += pbf.readSVarint();
      y += pbf.readSVarint();
      points.push(x, y);
      west = Math.min(west, x);
      east = Math.max(east, x);
      north = Math.min(north, y);
      south = Math.max(south, y);
    }
  }
  boxes.push(west, north, east, south);
}

/** A feature names keys and values by their places in the layer's lists, two by two. */
function tagPlaces({ features, keys }) {
  const places = new Int32Array(features.length * TAGS.length).fill(-1);
  const column = keys.map((key) => TAGS.indexOf(key));
  features.forEach((tags, feature) => {
    for (let i = 0; i + 1 < tags.length; i += 2) {
      if (column[tags[i]] >= 0) {
        places[feature * TAGS.length + column[tags[i]]] = tags[i + 1];
      }
    }
  });
  return places;
}
