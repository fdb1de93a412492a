/**
 * Reads and paints tiles beside the page's own thread, so that no frame waits for a tile.
 */
import { createClassification } from "../../classes.js";
import { setSharpness } from "../patterns.js";
import { readTile } from "./mvt.js";
import { paintTile } from "./paint.js";
// What those need, so that it is fetched with them and not after them.
import "./land-tile.js";
import "./sketch.js";
import "../../../vendor/pbf-4.0.1/pbf.js";

/** @type {Map<string, import("./land-tile.js").LandTile>} */
const held = new Map();
const canvas = new OffscreenCanvas(256, 256);
const context = canvas.getContext("2d");
let classification = createClassification([]);

/** @param {import("./painter.js").Order} order */
function paint({ key, bytes, pixels, sharpness, zoom, look }) {
  const land = bytes ? readTile(bytes) : null;
  if (land) {
    held.set(key, land);
  }
  canvas.width = pixels * sharpness;
  canvas.height = pixels * sharpness;
  context.setTransform(sharpness, 0, 0, sharpness, 0, 0);
  setSharpness(sharpness);
  paintTile(context, held.get(key), { pixels, zoom, look, colourOf: classification.colourOf });
  return { land, picture: canvas.transferToImageBitmap() };
}

const tasks = {
  classes: ({ classes }) => {
    classification = createClassification(classes);
  },
  drop: ({ key }) => held.delete(key),
  /** @param {{job: number} & import("./painter.js").Order} order */
  paint: (order) => {
    const { job } = order;
    try {
      const done = paint(order);
      self.postMessage({ job, ...done }, { transfer: [done.picture] });
    } catch (failure) {
      self.postMessage({ job, failure: String(failure) });
    }
  },
};

self.onmessage = ({ data }) => tasks[data.task](data);
